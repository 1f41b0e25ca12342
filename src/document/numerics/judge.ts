import type { ExperimentDoc } from "../types.ts";
import { type Finding, percent } from "./finding.ts";
import { findDifference } from "./judgeComparison.ts";
import { findLoad } from "./judgeLoad.ts";
import { findNoise } from "./judgeNoise.ts";
import { findStiffness } from "./judgeRates.ts";
import { worstOf } from "./limits.ts";
import type {
  Measurement,
  NumericsDetail,
  NumericsFacts,
  NumericsVerdict,
  RunFacts,
} from "./types.ts";

/**
 * Say what the numbers on screen are worth: the worst of load, difference, noise step and stiffness speaks, all of
 * them are in the details.
 *
 * @param facts what the document says of itself.
 * @param measurement what runs in the background have found so far.
 */
export function judgeNumerics(facts: NumericsFacts, measurement: Measurement): NumericsVerdict {
  const { experiment, load, noiseBias } = facts;
  if (experiment.dynamics.engine === "event") return EXACT;
  const run = measurement.kind === "measured" ? measurement.facts : NOTHING_MEASURED;
  const found = [
    findLoad(experiment, load),
    findDifference(experiment, run.comparison),
    findNoise(experiment, noiseBias),
    findStiffness(experiment, run.stiffness),
  ].filter((finding) => finding !== null);
  const state = worstOf(found.map((finding) => finding.state));
  const speaker = found.find((finding) => finding.state === state) ?? nothingFound(experiment);
  const details = [...found.flatMap((finding) => finding.details), ...listBusiest(run)];
  return { ...speaker, details: [...details, ...tellMeasurement(measurement)] };
}

const NOTHING_MEASURED: RunFacts = { comparison: null, busiest: null, stiffness: null };

const EXACT: NumericsVerdict = {
  state: "green",
  label: "exact",
  figure: null,
  sentence: "Spike times are solved for, without a time step: the numbers are exact.",
  fixes: [],
  details: [],
};

/** Spread synapses and rates before anything is measured. */
function nothingFound({ dynamics }: ExperimentDoc): Finding {
  const isRate = dynamics.engine === "rate";
  return {
    state: "green",
    label: isRate ? "rates" : "no spikes lost",
    figure: null,
    sentence: isRate
      ? "Rates have no spikes to lose; whether the step is fine enough is being measured."
      : "With finite synapses any number of neurons may act in one step, so no spike is lost to the clock.",
    fixes: [],
    details: [],
  };
}

function listBusiest({ busiest }: RunFacts): readonly NumericsDetail[] {
  if (busiest === null) return [];
  return [
    {
      name: "busiest tau of the run",
      value: percent(busiest),
      meaning: "Largest share of steps within one tau that did carry a spike.",
      state: null,
    },
  ];
}

function tellMeasurement(measurement: Measurement): readonly NumericsDetail[] {
  if (measurement.kind !== "failed") return [];
  const { sentence } = measurement;
  return [{ name: "comparison", value: "none", meaning: sentence, state: null }];
}
