import type { InputRecipe } from "../types.ts";
import { simplifyCourse, type TimedValue } from "./simplify.ts";

/** A drawn or loaded course is written with at most this many points. */
const MOST_POINTS = 200;

/** x stays where it is. */
function constant(values: readonly number[]): InputRecipe {
  return { kind: "piecewise-linear", points: [[0, values]] };
}

/** x jumps from one value to another at a time in tau. */
function step(course: {
  readonly before: readonly number[];
  readonly after: readonly number[];
  readonly at: number;
}): InputRecipe {
  const { before, after, at } = course;
  return {
    kind: "piecewise-linear",
    points: [
      [at, before],
      [at, after],
    ],
  };
}

/** x goes in a straight line from one value to another between two times, and stays there. */
function ramp(course: {
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly start: number;
  readonly end: number;
}): InputRecipe {
  const { from, to, start, end } = course;
  return {
    kind: "piecewise-linear",
    points: [
      [Math.min(start, end), from],
      [Math.max(start, end), to],
    ],
  };
}

/** x swings around an offset; period in tau, phase as a fraction of it. */
function sine(course: {
  readonly offset: readonly number[];
  readonly amplitude: readonly number[];
  readonly period: number;
  readonly phase: number;
}): InputRecipe {
  return { kind: "sine", ...course };
}

/** x holds each level for an equal part of the duration. */
function steps(course: {
  readonly levels: readonly (readonly number[])[];
  readonly duration: number;
}): InputRecipe {
  const { levels, duration } = course;
  const each = duration / Math.max(1, levels.length);
  const points = levels.flatMap((level, index) => [
    [index * each, level] as const,
    [(index + 1) * each, level] as const,
  ]);
  return { kind: "piecewise-linear", points };
}

/** x as it was drawn by hand: (time, value) pairs of one input in any order, the later of two at one time counts. */
function drawn(samples: readonly TimedValue[]): InputRecipe {
  const sorted = new Map(samples);
  const ordered = Array.from(sorted).sort(([left], [right]) => left - right);
  const points = simplifyCourse(ordered, MOST_POINTS).map(
    ([time, value]) => [time, [value]] as const,
  );
  return { kind: "piecewise-linear", points };
}

/** Ways to make an input course. */
export const inputPresets: {
  readonly constant: typeof constant;
  readonly step: typeof step;
  readonly ramp: typeof ramp;
  readonly sine: typeof sine;
  readonly steps: typeof steps;
  readonly drawn: typeof drawn;
} = { constant, step, ramp, sine, steps, drawn };
