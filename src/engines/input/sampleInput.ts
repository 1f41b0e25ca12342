import type { InputCourse } from "../types.ts";

/** A point in time counts as reached within this relative distance, so that k dt = 4.999... reaches 5. */
const REACHED = 1 + 4 * Number.EPSILON;

/**
 * Write x at one moment into `out` (M numbers).
 *
 * @param course the input, already filtered.
 * @param time tau.
 * @param step time / dt; between two steps a sampled course is read along a straight line. After the last
 *   sample the course stays there.
 */
export function sampleInput(
  course: InputCourse,
  time: number,
  step: number,
  out: Float64Array,
): void {
  switch (course.kind) {
    case "piecewise-linear":
      interpolate(course, time, out);
      return;
    case "samples":
      readSample(course.values, step, out);
      return;
    case "sine": {
      const wave = Math.sin(2 * Math.PI * (time / course.period + course.phase));
      for (let index = 0; index < out.length; index += 1)
        out[index] = course.offset[index]! + course.amplitude[index]! * wave;
    }
  }
}

function interpolate(
  course: Extract<InputCourse, { kind: "piecewise-linear" }>,
  time: number,
  out: Float64Array,
): void {
  const { times, values } = course;
  const inputs = out.length;
  const next = countReached(times, time * REACHED);
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

/** How many of the sorted times are not later than `time`: of two points at one time the later wins. */
function countReached(times: Float64Array, time: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (times[middle]! <= time) low = middle + 1;
    else high = middle;
  }
  return low;
}

function readSample(values: Float64Array, step: number, out: Float64Array): void {
  const inputs = out.length;
  const last = values.length / inputs - 1;
  const row = Math.min(Math.floor(step), last);
  const next = Math.min(row + 1, last);
  const part = Math.min(step, last) - row;
  for (let index = 0; index < inputs; index += 1) {
    const value = values[row * inputs + index]!;
    out[index] = part === 0 ? value : value + part * (values[next * inputs + index]! - value);
  }
}
