/** Lowest and highest coordinate of a polygon along x, yE and |yI|. */
export interface Bounds {
  readonly low: readonly [number, number, number];
  readonly high: readonly [number, number, number];
}

/** Bounds of corners given as triples. */
export function boundsOf(points: Float64Array): Bounds {
  const low: [number, number, number] = [Infinity, Infinity, Infinity];
  const high: [number, number, number] = [-Infinity, -Infinity, -Infinity];
  for (let at = 0; at < points.length; at += 3) {
    const corner = [points[at] ?? 0, points[at + 1] ?? 0, points[at + 2] ?? 0] as const;
    for (const axis of [0, 1, 2] as const) {
      low[axis] = Math.min(low[axis], corner[axis]);
      high[axis] = Math.max(high[axis], corner[axis]);
    }
  }
  return { low, high };
}

/** True when two bounds have a point in common: facets that do not cannot meet. */
export function overlap(a: Bounds, b: Bounds): boolean {
  return ([0, 1, 2] as const).every(
    (axis) => a.low[axis] <= b.high[axis] && b.low[axis] <= a.high[axis],
  );
}
