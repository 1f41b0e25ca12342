/** Arithmetic mean; NaN of nothing. */
export function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let k = 0; k < values.length; k += 1) sum += values[k]!;
  return sum / values.length;
}

/** Variance about the mean, divided by n - `freedom` (0: population, 1: sample); NaN when that is not positive. */
export function variance(values: ArrayLike<number>, freedom: 0 | 1 = 0): number {
  const centre = mean(values);
  let sum = 0;
  for (let k = 0; k < values.length; k += 1) sum += (values[k]! - centre) ** 2;
  return values.length > freedom ? sum / (values.length - freedom) : Number.NaN;
}

/** Standard deviation, the root of {@link variance}. */
export function standardDeviation(values: ArrayLike<number>, freedom: 0 | 1 = 0): number {
  return Math.sqrt(variance(values, freedom));
}

/** Root of the mean square; NaN of nothing. */
export function rootMeanSquare(values: ArrayLike<number>): number {
  let sum = 0;
  for (let k = 0; k < values.length; k += 1) sum += values[k]! ** 2;
  return Math.sqrt(sum / values.length);
}

/** Differences of neighbours, one fewer than values: the inter-spike intervals (ISI) of spike times. */
export function differences(values: ArrayLike<number>): Float64Array {
  const result = new Float64Array(Math.max(0, values.length - 1));
  for (let k = 0; k < result.length; k += 1) result[k] = values[k + 1]! - values[k]!;
  return result;
}

/** Coefficient of variation SD / mean (of intervals: the ISI CV); NaN for fewer than two values. */
export function coefficientOfVariation(values: ArrayLike<number>): number {
  return values.length < 2 ? Number.NaN : standardDeviation(values) / mean(values);
}

/**
 * CV2, the local irregularity of intervals: mean of 2 |b - a| / (a + b) over neighbours a, b; blind to slow changes
 * of rate. NaN for fewer than two intervals.
 */
export function localVariation(intervals: ArrayLike<number>): number {
  let sum = 0;
  for (let k = 1; k < intervals.length; k += 1) {
    const before = intervals[k - 1]!;
    const after = intervals[k]!;
    sum += before + after === 0 ? 0 : (2 * Math.abs(after - before)) / (before + after);
  }
  return intervals.length < 2 ? Number.NaN : sum / (intervals.length - 1);
}

/** Fano factor of counts: variance / mean; NaN when the mean is 0. */
export function fanoFactor(counts: ArrayLike<number>): number {
  const centre = mean(counts);
  return centre === 0 ? Number.NaN : variance(counts) / centre;
}

/** Pearson correlation of two equally long series; NaN when one is constant. */
export function correlation(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const centreA = mean(a);
  const centreB = mean(b);
  let both = 0;
  let squareA = 0;
  let squareB = 0;
  for (let k = 0; k < a.length; k += 1) {
    const fromA = a[k]! - centreA;
    const fromB = b[k]! - centreB;
    both += fromA * fromB;
    squareA += fromA ** 2;
    squareB += fromB ** 2;
  }
  return both / Math.sqrt(squareA * squareB);
}

/**
 * Counts of values in `bins` equal bins of [from, to); values outside are left out.
 *
 * @param range the interval and the number of bins.
 */
export function histogram(
  values: ArrayLike<number>,
  range: { readonly from: number; readonly to: number; readonly bins: number },
): Float64Array {
  const counts = new Float64Array(range.bins);
  const width = (range.to - range.from) / range.bins;
  for (let k = 0; k < values.length; k += 1) {
    const value = values[k]!;
    if (!(value >= range.from && value < range.to)) continue;
    // The quotient of a value just below `to` can round up to the number of bins.
    const bin = Math.min(range.bins - 1, Math.floor((value - range.from) / width));
    counts[bin]! += 1;
  }
  return counts;
}
