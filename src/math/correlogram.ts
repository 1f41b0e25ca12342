import { binOf } from "./binOf.ts";

/** Lags of a correlogram, tau. */
export interface LagBins {
  /** Largest lag on either side. */
  readonly reach: number;
  /** Bins over -reach..reach. */
  readonly bins: number;
}

/**
 * Add to `counts` the pairs of two spike trains by their lag, time of `second` minus time of `first`; a train
 * against itself leaves out each spike with itself. O(spikes + pairs within reach).
 *
 * @param first times, not decreasing.
 * @param second times, not decreasing.
 * @param counts one number a bin, added to.
 */
export function addPairs(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  { reach, bins, counts }: LagBins & { readonly counts: Float64Array },
): void {
  const window = { from: -reach, to: reach };
  let begin = 0;
  for (let k = 0; k < first.length; k += 1) {
    const time = first[k]!;
    while (second[begin]! < time - reach) begin += 1;
    for (let other = begin; second[other]! - time <= reach; other += 1) {
      if (first === second && other === k) continue;
      const bin = binOf(second[other]! - time, window, bins);
      counts[bin]! += 1;
    }
  }
}

/**
 * Divide pairs by what independent trains of the same rates would give: `spikes of first` times `spikes of
 * second` over the window's length, for each lag over the part of the window in which such a pair fits. 1 is
 * chance; NaN without spikes.
 *
 * @param trials.products sum over trials of the product of both counts.
 * @param trials.length of the window, tau.
 */
export function normalisePairs(
  counts: ArrayLike<number>,
  { reach, bins }: LagBins,
  trials: { readonly products: number; readonly length: number },
): Float64Array {
  const width = (2 * reach) / bins;
  return Float64Array.from({ length: bins }, (_, bin) => {
    const lag = Math.abs(-reach + (bin + 0.5) * width);
    const fits = Math.max(0, trials.length - lag);
    const chance = (trials.products * fits * width) / trials.length ** 2;
    return counts[bin]! / chance;
  });
}
