import {
  type Cursor,
  child,
  type ObjectCursor,
  readChoice,
  readNumber,
  readObject,
  refuse,
} from "../parse/cursor.ts";
import {
  SWEEP_SPACINGS,
  type SweepChoice,
  type SweepRange,
  TRIAL_LIMITS,
  TRIAL_MEASURES,
  TRIAL_PICTURES,
  TRIAL_SPREADS,
  TRIAL_SUBJECTS,
  type TrialSettings,
} from "../trials/settings.ts";
import { findSweepParameter } from "../trials/sweepParameters.ts";
import { usualTrials } from "../trials/usualTrials.ts";
import type { ExperimentDoc, ViewState } from "../types.ts";

const FIELDS = ["vary", "range", "trials", "measure", "subject", "picture", "spread"] as const;
const RANGE_FIELDS = ["from", "to", "points", "spacing"] as const;

/**
 * Read the settings of the panel of trials; a bad field becomes what the panel begins with and is reported. Whether the
 * range suits the parameter is said when the sweep is run, as in the panel itself.
 */
export function readTrials(
  cursor: Cursor,
  experiment: ExperimentDoc,
  ranges: ViewState["ranges"],
): TrialSettings | null {
  if (cursor.value === undefined) return null;
  const object = readObject(cursor, FIELDS, "settings of trials");
  if (object === null) return null;
  const usual = usualTrials(experiment, ranges.x);
  const choice = <Value extends string>(
    name: (typeof FIELDS)[number],
    choices: readonly [Value, ...Value[]],
    fallback: Value,
  ): Value => readChoice(child(object, name), choices, fallback) ?? fallback;
  return {
    vary: readVary(child(object, "vary"), usual.vary),
    range: readRange(child(object, "range"), usual.range),
    trials: readCount(object, "trials", { most: TRIAL_LIMITS.trials, usual: usual.trials }),
    measure: choice("measure", TRIAL_MEASURES, usual.measure),
    subject: choice("subject", TRIAL_SUBJECTS, usual.subject),
    picture: choice("picture", TRIAL_PICTURES, usual.picture),
    spread: choice("spread", TRIAL_SPREADS, usual.spread),
  };
}

function readVary(cursor: Cursor, usual: SweepChoice | null): SweepChoice | null {
  if (cursor.value === undefined) return usual;
  if (cursor.value === null) return null;
  const object = readObject(cursor, ["parameter", "population"], "a choice or null");
  if (object === null) return usual;
  const { value: parameter } = child(object, "parameter");
  const { value: population = null } = child(object, "population");
  const isKnown = typeof parameter === "string" && findSweepParameter(parameter) !== null;
  if (isKnown && (population === null || typeof population === "string")) {
    return { parameter, population };
  }
  refuse(cursor, "a parameter that can be varied, with the id of a population or null");
  return usual;
}

function readRange(cursor: Cursor, usual: SweepRange): SweepRange {
  if (cursor.value === undefined) return usual;
  const object = readObject(cursor, RANGE_FIELDS, "a range");
  if (object === null) return usual;
  return {
    from: readNumber(child(object, "from"), {}, usual.from),
    to: readNumber(child(object, "to"), {}, usual.to),
    points: readCount(object, "points", { most: TRIAL_LIMITS.points, usual: usual.points }),
    spacing: readChoice(child(object, "spacing"), SWEEP_SPACINGS, usual.spacing) ?? usual.spacing,
  };
}

function readCount(
  object: ObjectCursor,
  name: string,
  { most, usual }: { readonly most: number; readonly usual: number },
): number {
  return readNumber(child(object, name), { min: 1, max: most, whole: true }, usual);
}
