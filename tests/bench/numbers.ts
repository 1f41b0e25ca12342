/** The middle value; of an even number of values the upper of the two. */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** The smallest value that is not below this share of all, 0 to 1. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((first, second) => first - second);
  const rank = Math.min(sorted.length - 1, Math.floor(share * sorted.length));
  return sorted[rank] ?? Number.NaN;
}

/** Slope of the least-squares line through points (x, y). */
export function slopeOf(points: readonly (readonly [number, number])[]): number {
  const meanX = points.reduce((sum, [x]) => sum + x, 0) / points.length;
  const meanY = points.reduce((sum, [, y]) => sum + y, 0) / points.length;
  const rise = points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  const run = points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
  return rise / run;
}
