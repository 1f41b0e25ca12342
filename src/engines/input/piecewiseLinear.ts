import type { InputCourse } from "../types.ts";

type PiecewiseLinear = Extract<InputCourse, { kind: "piecewise-linear" }>;

/** A point in time counts as reached within this relative distance, so that k dt = 4.999... reaches 5. */
const REACHED = 1 + 4 * Number.EPSILON;

/** A moment and the number of points that it has reached. */
export interface Place {
  next: number;
  time: number;
}

/** How many of the sorted times are not later than `time`: of two points at one time the later wins. */
export function countReached(times: Float64Array, time: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isReached(times[middle]!, time)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** True when {@link countReached} would give this very number. */
export function isPlaceValid(times: Float64Array, place: Readonly<Place>): boolean {
  const { next, time } = place;
  if (next > 0 && !isReached(times[next - 1]!, time)) return false;
  return next === times.length || !isReached(times[next]!, time);
}

/** Write x at a place into `out`, M numbers. */
export function interpolate(
  course: PiecewiseLinear,
  place: Readonly<Place>,
  out: Float64Array,
): void {
  const { times, values } = course;
  const { next, time } = place;
  const inputs = out.length;
  const row = Math.max(next - 1, 0) * inputs;
  if (next === 0 || next === times.length) {
    for (let index = 0; index < inputs; index += 1) out[index] = values[row + index]!;
    return;
  }
  const from = times[next - 1]!;
  const part = Math.max(0, time - from) / (times[next]! - from);
  for (let index = 0; index < inputs; index += 1) {
    const start = values[row + index]!;
    out[index] = start + part * (values[row + inputs + index]! - start);
  }
}

/** True when `time` has reached a point of a course, rounding forgiven. */
export function isReached(point: number, time: number): boolean {
  return point <= time * REACHED;
}
