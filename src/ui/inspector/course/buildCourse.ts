import { type ExperimentDoc, evaluateInput, type InputRecipe } from "#document";
import type { CourseKind, CoursePoint } from "./classifyCourse.ts";

/** Lowest and highest value of the first input over the run. */
interface Span {
  readonly low: number;
  readonly high: number;
  /** Whether the course stays at `low` all the time. */
  readonly flat: boolean;
}

const LOOKS = 100;
/** Points that a course gets when it is to be drawn by hand. */
const DRAWN_POINTS = 9;
const FIRST_LEVELS = 5;

/** A piecewise-linear course of the first input; the other inputs, if any, hold what they had at the start. */
export function courseThrough(
  experiment: ExperimentDoc,
  points: readonly CoursePoint[],
): InputRecipe {
  const rest = evaluateInput(experiment.input, 0, experiment.dynamics.dt).slice(1);
  return {
    kind: "piecewise-linear",
    points: points.map(([time, value]) => [time, [value, ...rest]]),
  };
}

/** Levels equally spaced in time and value, from the first to the last over the whole run. */
export function staircase(
  { from, to, levels }: { readonly from: number; readonly to: number; readonly levels: number },
  duration: number,
): readonly CoursePoint[] {
  const points: CoursePoint[] = [];
  for (let level = 0; level < levels; level += 1) {
    const value = levels === 1 ? from : from + ((to - from) * level) / (levels - 1);
    points.push([(level * duration) / levels, value], [((level + 1) * duration) / levels, value]);
  }
  return points;
}

/** A course of another kind that stays in the range of the present one. */
export function convertCourse(
  experiment: ExperimentDoc,
  kind: Exclude<CourseKind, "samples">,
): InputRecipe {
  const { duration } = experiment;
  const span = findSpan(experiment);
  const { low, high } = span;
  const through = (...points: readonly CoursePoint[]) => courseThrough(experiment, points);
  switch (kind) {
    case "constant":
      return through([0, sample(experiment, duration / 2)]);
    case "step":
      return through([0, low], [duration / 2, low], [duration / 2, high]);
    case "ramp":
      return through([0, low], [duration, high]);
    case "steps":
      return through(...staircase({ from: low, to: high, levels: FIRST_LEVELS }, duration));
    case "drawn":
      return through(...drawPoints(experiment, span));
    case "sine":
      return makeSine(experiment, span);
  }
}

function makeSine(experiment: ExperimentDoc, { low, high }: Span): InputRecipe {
  const rest = evaluateInput(experiment.input, 0, experiment.dynamics.dt).slice(1);
  return {
    kind: "sine",
    offset: [(low + high) / 2, ...rest],
    amplitude: [(high - low) / 2, ...rest.map(() => 0)],
    period: experiment.duration / 2,
    phase: 0,
  };
}

/** Points on the present course, or on a ramp where it never moves and points would not show. */
function drawPoints(experiment: ExperimentDoc, { low, high, flat }: Span): readonly CoursePoint[] {
  return Array.from({ length: DRAWN_POINTS }, (_, index): CoursePoint => {
    const share = index / (DRAWN_POINTS - 1);
    const time = share * experiment.duration;
    return [time, flat ? low + share * (high - low) : sample(experiment, time)];
  });
}

function sample({ input, dynamics }: ExperimentDoc, time: number): number {
  return evaluateInput(input, time, dynamics.dt)[0] ?? 0;
}

/** A course that never moves still gets a span of one, so that the new kind has a shape. */
function findSpan(experiment: ExperimentDoc): Span {
  const values = Array.from({ length: LOOKS + 1 }, (_, index) =>
    sample(experiment, (index * experiment.duration) / LOOKS),
  );
  const low = Math.min(...values);
  const high = Math.max(...values);
  return high > low ? { low, high, flat: false } : { low, high: low + 1, flat: true };
}
