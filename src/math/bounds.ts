/** Lowest and highest coordinate of points in three dimensions. */
export interface Bounds3 {
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** Bounds of points given as triples. */
export function boundsOf(points: Float64Array): Bounds3 {
  const low = new Float64Array(3).fill(Number.POSITIVE_INFINITY);
  const high = new Float64Array(3).fill(Number.NEGATIVE_INFINITY);
  for (let at = 0; at < points.length; at += 1) {
    const axis = at % 3;
    low[axis] = Math.min(low[axis]!, points[at]!);
    high[axis] = Math.max(high[axis]!, points[at]!);
  }
  return { low, high };
}

/** True when two bounds have a point in common: what they hold cannot meet otherwise. */
export function boundsOverlap(a: Bounds3, b: Bounds3): boolean {
  for (let axis = 0; axis < 3; axis += 1) {
    if (a.low[axis]! > b.high[axis]! || b.low[axis]! > a.high[axis]!) return false;
  }
  return true;
}
