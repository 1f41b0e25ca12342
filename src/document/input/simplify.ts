/** A time in tau and a value. */
export type TimedValue = readonly [number, number];

interface Stretch {
  readonly from: number;
  readonly to: number;
  /** Point that is farthest from the straight line between the ends. */
  readonly split: number;
  readonly distance: number;
}

/**
 * Keep the points that matter most: the ends, then again and again the point that lies farthest (in value) from the
 * straight lines between those kept (Ramer-Douglas-Peucker, worst first), until every other point is within a
 * thousandth of the range or `most` points are kept.
 *
 * @param points by rising time.
 */
export function simplifyCourse(points: readonly TimedValue[], most: number): readonly TimedValue[] {
  if (points.length <= 2) return points;
  const values = points.map(([, value]) => value);
  const range = values.reduce((a, b) => Math.max(a, b)) - values.reduce((a, b) => Math.min(a, b));
  const kept = new Set([0, points.length - 1]);
  const stretches = [measure(points, 0, points.length - 1)];
  while (kept.size < most) {
    const worst = stretches.reduce((a, b) => (b.distance > a.distance ? b : a));
    if (worst.distance <= range / 1000) break;
    kept.add(worst.split);
    stretches.splice(
      stretches.indexOf(worst),
      1,
      measure(points, worst.from, worst.split),
      measure(points, worst.split, worst.to),
    );
  }
  return points.filter((_, index) => kept.has(index));
}

function measure(points: readonly TimedValue[], from: number, to: number): Stretch {
  const [startTime, startValue] = points[from] ?? [0, 0];
  const [endTime, endValue] = points[to] ?? [1, 0];
  const slope = (endValue - startValue) / (endTime - startTime);
  let worst: Stretch = { from, to, split: from, distance: 0 };
  for (let index = from + 1; index < to; index += 1) {
    const [time, value] = points[index] ?? [0, 0];
    const distance = Math.abs(value - startValue - slope * (time - startTime));
    if (distance > worst.distance) worst = { from, to, split: index, distance };
  }
  return worst;
}
