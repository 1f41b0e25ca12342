import type { ExperimentDoc, InputRecipe } from "../types.ts";
import { evaluateInput } from "./evaluate.ts";
import { simplifyCourse, type TimedValue } from "./simplify.ts";

/** A drawn course is written with at most this many points. */
const MOST_POINTS = 200;
/** Looks at a course that has no corners of its own before it is drawn over. */
const LOOKS = 120;

/**
 * Draw over a part of the first input's course; what the stroke does not cover stays, and so do further inputs.
 *
 * @param stroke (time in tau, value) pairs as the pen gave them, in any order; of two at one time the later counts.
 */
export function drawCourse(experiment: ExperimentDoc, stroke: readonly TimedValue[]): InputRecipe {
  const { input, duration, dynamics } = experiment;
  const drawn = Array.from(new Map(stroke)).sort(([left], [right]) => left - right);
  const from = drawn[0]?.[0];
  const to = drawn.at(-1)?.[0];
  if (from === undefined || to === undefined) return input;
  const outside = cornersOf(experiment).filter(([time]) => time < from || time > to);
  const course = [
    ...outside.filter(([time]) => time < from),
    ...drawn,
    ...outside.filter(([time]) => time > to),
  ];
  return {
    kind: "piecewise-linear",
    points: simplifyCourse(course, MOST_POINTS).map(([time, value]) => {
      const held = Math.min(duration, Math.max(0, time));
      return [held, [value, ...evaluateInput(input, held, dynamics.dt).slice(1)]];
    }),
  };
}

function cornersOf({ input, duration, dynamics }: ExperimentDoc): readonly TimedValue[] {
  if (input.kind === "piecewise-linear")
    return input.points.map(([time, values]) => [time, values[0] ?? 0]);
  return Array.from({ length: LOOKS + 1 }, (_, look) => {
    const time = (look / LOOKS) * duration;
    return [time, evaluateInput(input, time, dynamics.dt)[0] ?? 0];
  });
}
