/** How values scatter; NaN where there are too few of them. */
export interface Spread {
  /** Values that are numbers. */
  readonly n: number;
  readonly mean: number;
  /** Sample standard deviation (n - 1). */
  readonly deviation: number;
  /** Of the mean: deviation / sqrt(n). */
  readonly standardError: number;
  /** Quartiles. */
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
}

/** Describe values; those that are not a number are left out. */
export function describeSpread(values: ArrayLike<number>): Spread {
  const sorted = Float64Array.from(values)
    .filter((value) => !Number.isNaN(value))
    .sort();
  const n = sorted.length;
  // In the order given, so that equal sets in equal order give equal bits.
  let sum = 0;
  for (let k = 0; k < values.length; k += 1) if (!Number.isNaN(values[k]!)) sum += values[k]!;
  const centre = sum / n;
  let squares = 0;
  for (let k = 0; k < values.length; k += 1)
    if (!Number.isNaN(values[k]!)) squares += (values[k]! - centre) ** 2;
  const deviation = n > 1 ? Math.sqrt(squares / (n - 1)) : Number.NaN;
  return {
    n,
    mean: centre,
    deviation,
    standardError: deviation / Math.sqrt(n),
    lower: quantileOfSorted(sorted, 0.25),
    median: quantileOfSorted(sorted, 0.5),
    upper: quantileOfSorted(sorted, 0.75),
  };
}

/**
 * Value below which a part of the values lies, on straight lines between order statistics (Hyndman & Fan 1996,
 * type 7); NaN of nothing.
 *
 * @param sorted values, rising.
 * @param part 0..1.
 */
export function quantileOfSorted(sorted: ArrayLike<number>, part: number): number {
  const place = (sorted.length - 1) * part;
  const below = Math.floor(place);
  const low = sorted[below] ?? Number.NaN;
  const high = sorted[Math.ceil(place)] ?? Number.NaN;
  return low === high ? low : low + (high - low) * (place - below);
}
