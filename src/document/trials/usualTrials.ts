import type { ExperimentDoc } from "../types.ts";
import type { SweepChoice, SweepRange, TrialSettings } from "./settings.ts";
import { resolveChoice } from "./sweepChoices.ts";
import { readVariable, type SweepVariable } from "./sweepPoints.ts";

const NOISE: SweepChoice = { parameter: "noise.sigma", population: null };
const INPUT: SweepChoice = { parameter: "input.held", population: null };
const POINTS = 9;
/** Voltage noise that blurs a boundary of order one without drowning it. */
const MUCH_NOISE = 0.2;
/** Neuron steps that two workers take in a few seconds. */
const BUDGET = 4e8;
/** Steps that a run without any is worth, a tau. */
const STEPS_A_TAU = 200;
const FEWEST = 4;
const MOST = 50;

/** What the panel begins with: noise where the engine carries it, else the input; as many trials as take a few seconds. */
export function usualTrials(
  experiment: ExperimentDoc,
  inputs: readonly [number, number],
): TrialSettings {
  const vary = resolveChoice(experiment, NOISE, []) === null ? INPUT : NOISE;
  const isNoise = vary === NOISE;
  return {
    vary,
    range: isNoise
      ? { from: 0, to: MUCH_NOISE, points: POINTS, spacing: "linear" }
      : { from: inputs[0], to: inputs[1], points: POINTS, spacing: "linear" },
    trials: isNoise ? affordableTrials(experiment) : 1,
    // As Podlaski & Machens 2024, figure 15b: a single neuron's spikes, while the boundary hardly moves.
    measure: isNoise ? "countCv" : "rate",
    subject: isNoise ? "neurons" : "populations",
    picture: "spikes",
    spread: "error",
  };
}

function affordableTrials({ network, dynamics, duration }: ExperimentDoc): number {
  const neurons = network.populations.reduce(
    (sum, population) =>
      sum +
      ("thresholds" in population
        ? population.thresholds.length
        : population.tangents.reduce((count, grid) => count * grid.count, population.copies)),
    0,
  );
  const steps = dynamics.dt === null ? duration * STEPS_A_TAU : duration / dynamics.dt;
  const affordable = Math.floor(BUDGET / (POINTS * steps * Math.max(1, neurons)));
  return Math.max(FEWEST, Math.min(MOST, affordable));
}

/** Ends of a sweep that begins around what a parameter is now: its slider's range where that makes sense. */
export function usualRange(
  experiment: ExperimentDoc,
  variable: SweepVariable,
  inputs: readonly [number, number],
): SweepRange {
  const { parameter } = variable;
  const range = { points: POINTS, spacing: "linear" } as const;
  if (parameter.id === INPUT.parameter) return { ...range, from: inputs[0], to: inputs[1] };
  if (parameter.id === NOISE.parameter) return { ...range, from: 0, to: MUCH_NOISE };
  const { sliderMin, sliderMax, step } = parameter;
  const now = readVariable(experiment, variable);
  if (now === null || now === 0) return { ...range, from: sliderMin, to: sliderMax };
  const allow = (value: number): number => {
    const within = Math.min(parameter.max, Math.max(parameter.min, value));
    return Number((Math.round(within / step) * step).toPrecision(12));
  };
  const ends = [allow(now / 2), allow(now * 1.5)].toSorted((a, b) => a - b);
  const [from = sliderMin, to = sliderMax] = ends;
  if (from === to) return { ...range, from: sliderMin, to: sliderMax };
  const isCount = Number.isInteger(step);
  return { ...range, from, to, points: isCount ? Math.min(POINTS, to - from + 1) : POINTS };
}
