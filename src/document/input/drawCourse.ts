import type { ExperimentDoc, InputRecipe } from "../types.ts";
import { evaluateInput } from "./evaluate.ts";
import { simplifyCourse, type TimedValue } from "./simplify.ts";

/** A stroke is written with at most this many points. */
const MOST_POINTS = 200;
/** Looks at a course that has no corners of its own before it is drawn over. */
const LOOKS = 120;

type Corner = readonly [number, readonly number[]];

/**
 * Draw over a part of the first input's course; what the stroke does not cover stays, and so do further inputs. Where
 * the stroke begins and ends away from the old course, the new one jumps. A stroke without width covers nothing.
 *
 * @param stroke (time in tau, value) pairs as the pen gave them, in any order; of two at one time the later counts.
 */
export function drawCourse(experiment: ExperimentDoc, stroke: readonly TimedValue[]): InputRecipe {
  const { input, duration, dynamics } = experiment;
  const held = stroke.map(
    ([time, value]) => [Math.min(duration, Math.max(0, time)), value] as const,
  );
  const drawn = Array.from(new Map(held)).sort(([left], [right]) => left - right);
  const from = drawn[0]?.[0] ?? 0;
  const to = drawn.at(-1)?.[0] ?? 0;
  if (from === to) return input;
  const valuesAt = (time: number): readonly number[] => evaluateInput(input, time, dynamics.dt);
  const corners = cornersOf(experiment, valuesAt);
  // Of two corners at one time the first is where the course came from.
  const arrival = corners.find(([time]) => time === from)?.[1] ?? valuesAt(from);
  return {
    kind: "piecewise-linear",
    points: [
      ...corners.filter(([time]) => time < from),
      ...(from > 0 ? [[from, arrival] as const] : []),
      ...simplifyCourse(drawn, MOST_POINTS).map(
        ([time, value]) => [time, [value, ...valuesAt(time).slice(1)]] as const,
      ),
      ...(to < duration ? [[to, valuesAt(to)] as const] : []),
      ...corners.filter(([time]) => time > to),
    ],
  };
}

function cornersOf(
  { input, duration }: ExperimentDoc,
  valuesAt: (time: number) => readonly number[],
): readonly Corner[] {
  if (input.kind === "piecewise-linear") return input.points;
  return Array.from({ length: LOOKS + 1 }, (_, look) => {
    const time = (look / LOOKS) * duration;
    return [time, valuesAt(time)];
  });
}
