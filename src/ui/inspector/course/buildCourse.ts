import { type ExperimentDoc, evaluateInput, type InputRecipe, inputPresets } from "#document";
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

/** The first input's value with those of the other inputs, if any, which hold what they had at the start. */
export function withOthers(experiment: ExperimentDoc, value: number): readonly number[] {
  const [, ...others] = evaluateInput(experiment.input, 0, experiment.dynamics.dt);
  return [value, ...others];
}

/** A piecewise-linear course of the first input. */
export function courseThrough(
  experiment: ExperimentDoc,
  points: readonly CoursePoint[],
): InputRecipe {
  return {
    kind: "piecewise-linear",
    points: points.map(([time, value]) => [time, withOthers(experiment, value)]),
  };
}

interface Stairs {
  readonly from: number;
  readonly to: number;
  /** Two or more. */
  readonly levels: number;
}

/** Levels equally spaced in time and value over the whole run. */
export function buildStairs(experiment: ExperimentDoc, { from, to, levels }: Stairs): InputRecipe {
  return inputPresets.steps({
    levels: Array.from({ length: levels }, (_, level) =>
      withOthers(experiment, from + ((to - from) * level) / (levels - 1)),
    ),
    duration: experiment.duration,
  });
}

/** A course of another kind that stays in the range of the present one. */
export function convertCourse(
  experiment: ExperimentDoc,
  kind: Exclude<CourseKind, "samples">,
): InputRecipe {
  const { duration } = experiment;
  const span = findSpan(experiment);
  const low = withOthers(experiment, span.low);
  const high = withOthers(experiment, span.high);
  switch (kind) {
    case "constant":
      return inputPresets.constant(withOthers(experiment, sample(experiment, duration / 2)));
    case "step":
      return inputPresets.step({ before: low, after: high, at: duration / 2 });
    case "ramp":
      return inputPresets.ramp({ from: low, to: high, start: 0, end: duration });
    case "steps":
      return buildStairs(experiment, { from: span.low, to: span.high, levels: FIRST_LEVELS });
    case "drawn":
      return courseThrough(experiment, drawPoints(experiment, span));
    case "sine":
      return swing(experiment, span);
  }
}

function swing(experiment: ExperimentDoc, { low, high }: Span): InputRecipe {
  const offset = withOthers(experiment, (low + high) / 2);
  return inputPresets.sine({
    offset,
    amplitude: offset.map((_, input) => (input === 0 ? (high - low) / 2 : 0)),
    period: experiment.duration / 2,
    phase: 0,
  });
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
