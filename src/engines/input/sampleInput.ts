import type { InputCourse } from "../types.ts";
import { countReached, interpolate } from "./piecewiseLinear.ts";

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
      interpolate(course, { next: countReached(course.times, time), time }, out);
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
