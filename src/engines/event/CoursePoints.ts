import { invariant } from "#math";
import type { InputCourse } from "../types.ts";

/** Chords that stand for one period of a sine. */
const CHORDS = 4096;
/** A chord is never shorter than this part of a grid step (at most 1 tau), so that a step takes a bounded number of them. */
const CHORDS_A_STEP = 1024;
/** Points closer than this (tau) are a jump: a line between them could be too steep for a number. */
export const SHORTEST_LINE = 1e-15;

/** An input course as points that straight lines join; x stays at the first before it and at the last after it. */
export interface CoursePoints {
  /** Number of points, >= 1; Infinity for a course that never ends. */
  readonly count: number;
  /** Time of a point, tau, not decreasing. */
  timeOf(point: number): number;
  /** x at a point. */
  valueOf(point: number, input: number): number;
}

/**
 * See any course as points. A sine becomes 4096 chords a period, at most (2 pi / 4096)^2 / 8 = 3e-7 of its
 * amplitude off (coarser only when its period is shorter than 4 steps of the grid, or than 4 tau on a coarse grid).
 *
 * @param dt distance of the sampling grid, tau: the distance of the rows of a sampled course.
 */
export function toPoints(course: InputCourse, inputs: number, dt: number): CoursePoints {
  switch (course.kind) {
    case "piecewise-linear":
      return {
        count: course.times.length,
        timeOf: (point) => course.times[point]!,
        valueOf: (point, input) => course.values[point * inputs + input]!,
      };
    case "samples":
      return {
        count: inputs === 0 ? 1 : course.values.length / inputs,
        timeOf: (point) => point * dt,
        valueOf: (point, input) => course.values[point * inputs + input]!,
      };
    case "sine": {
      const { offset, amplitude, period, phase } = course;
      const chord = Math.max(period / CHORDS, Math.min(dt, 1) / CHORDS_A_STEP, 2 * SHORTEST_LINE);
      return {
        count: amplitude.every((size) => size === 0) ? 1 : Number.POSITIVE_INFINITY,
        timeOf: (point) => point * chord,
        valueOf: (point, input) =>
          offset[input]! +
          amplitude[input]! * Math.sin(2 * Math.PI * ((point * chord) / period + phase)),
      };
    }
  }
}

/** A course that stays at one value, M numbers. */
export function holdPoints(values: Float64Array, inputs: number): CoursePoints {
  invariant(
    values.length === inputs,
    `The held input has ${values.length} numbers, needs ${inputs}.`,
  );
  const held = values.slice();
  return { count: 1, timeOf: () => 0, valueOf: (_, input) => held[input]! };
}
