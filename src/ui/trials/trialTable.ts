import { TRIAL_MEASURES, type TrialMeasure, type TrialSettings, type TrialSpread } from "#document";
import { formatNumber } from "../controls/numbers.ts";
import { describeVariable } from "./describeVariable.ts";
import {
  isOfPopulations,
  listSubjects,
  MEASURES,
  type Measured,
  readMeasure,
  UNKNOWN,
} from "./measures.ts";
import { type Drawing, drawnSubjects, networkOf } from "./pictures.ts";
import type { TrialRun } from "./trialRun.ts";

/** Results as rows of a table; the first column is the varied value where there is one. */
export interface TrialTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** Measures that single trials do not have: there are no quartiles of them. */
const OVER_ALL_TRIALS: readonly TrialMeasure[] = ["fano", "countCv"];

/** The drawn measure in words: one row a point, one column a population or neuron. */
export function shownTable(run: TrialRun, drawing: Drawing): TrialTable {
  const { variable, points, job } = run;
  const subjects = drawnSubjects(run, drawing);
  const { label } = MEASURES[drawing.measure];
  const head = variable === null ? [] : [describeVariable(variable)];
  return {
    columns: [...head, ...subjects.map((subject) => `${label}, ${subject.label}`), "trials"],
    rows: points.flatMap(({ value, spec: { network } }, index) => {
      const summary = job.summary(index);
      if (summary === null) return [];
      const cells = subjects.map((subject) => {
        const { value: found, low, high } = readMeasure(summary, subject, { ...drawing, network });
        return describeMeasured({ value: found, low, high }, drawing.spread);
      });
      return [[...(value === null ? [] : [value]), ...cells, summary.trials]];
    }),
  };
}

/** Every measure in words, for trials of one network: one row a measure, one column a population or neuron. */
export function summaryTable(run: TrialRun, spread: TrialSpread): TrialTable {
  const summary = run.job.summary(0);
  const network = networkOf(run);
  if (summary === null || network === null) return { columns: ["measure"], rows: [] };
  const subjects = listSubjects(network, run.watched);
  return {
    columns: ["measure", ...subjects.map(({ label }) => label)],
    rows: TRIAL_MEASURES.map((measure) => [
      MEASURES[measure].label,
      ...subjects.map((subject) =>
        subject.group !== subject.population && isOfPopulations(measure)
          ? "none"
          : describeMeasured(readMeasure(summary, subject, { measure, spread, network }), spread),
      ),
    ]),
  };
}

/** A value with its spread: "0.41 ± 0.02", "0.41 (0.38 to 0.45)", "none". */
export function describeMeasured(
  { value, low, high }: { readonly value: number; readonly low: number; readonly high: number },
  spread: TrialSettings["spread"],
): string {
  if (Number.isNaN(value)) return "none";
  if (spread === "quartiles") return `${short(value)} (${short(low)} to ${short(high)})`;
  const error = high - value;
  if (!(error > 0)) return short(value);
  // Two digits of the error, and the value to the same place.
  const digits = Math.min(6, Math.max(0, 1 - Math.floor(Math.log10(error))));
  return `${formatNumber(value, digits)} ± ${error.toFixed(digits)}`;
}

/** Three digits are all that trials can tell. */
export function short(value: number): string {
  return String(Number(value.toPrecision(3))).replace("-", "−");
}

/** Everything that was measured, for a file: one row a point and population or neuron; empty where not measured. */
export function fullTable(run: TrialRun): TrialTable {
  const { variable, points, watched, job } = run;
  const head = variable === null ? [] : [variable.parameter.id];
  const columns = TRIAL_MEASURES.flatMap((measure) => [
    measure,
    `${measure}_standard_error`,
    ...(OVER_ALL_TRIALS.includes(measure)
      ? []
      : [`${measure}_median`, `${measure}_lower_quartile`, `${measure}_upper_quartile`]),
  ]);
  return {
    columns: [...head, "of", "trials", ...columns],
    rows: points.flatMap(({ value, spec: { network } }, index) => {
      const summary = job.summary(index);
      if (summary === null) return [];
      return listSubjects(network, watched).map((subject) => {
        const cells = TRIAL_MEASURES.flatMap((measure) => {
          const isKnown = subject.group === subject.population || !isOfPopulations(measure);
          const read = (spread: TrialSpread): Measured =>
            isKnown ? readMeasure(summary, subject, { measure, spread, network }) : UNKNOWN;
          const mean = read("error");
          const middle = read("quartiles");
          const whole = [mean.value, mean.high - mean.value];
          return OVER_ALL_TRIALS.includes(measure)
            ? whole
            : [...whole, middle.value, middle.low, middle.high];
        });
        return [
          ...(value === null ? [] : [value]),
          subject.label,
          summary.trials,
          ...cells.map(blankUnknown),
        ];
      });
    }),
  };
}

function blankUnknown(value: number): string | number {
  return Number.isFinite(value) ? value : "";
}
