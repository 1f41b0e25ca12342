import { type CrossingLookup, type EINetwork, loadAlong, noisyStepBias } from "#model";
import { evaluateInput } from "../input/evaluate.ts";
import type { ExperimentDoc } from "../types.ts";
import type { LoadFacts, NumericsFacts } from "./types.ts";

/** Where the boundaries of a document's network cross. */
export interface CrossingGeometry {
  readonly ei: EINetwork;
  readonly lookup: CrossingLookup;
}

/** Samples of the input course that are looked at. */
const SAMPLES = 400;
/**
 * Rate bias of the bridge engine for a step of one tau: 4 % was the largest seen there, 0.6 % up to h = 0.3, with the
 * networks of figures 4d and 5c and noise of 0.05 and 0.2; taken to grow with the step.
 */
const BRIDGE_BIAS = 0.04;

/**
 * What a document says of its own numbers: the load of its step along the input and the bias of its noise step.
 *
 * @param geometry null where the network has no crossing curve (not an E-I network).
 */
export function numericsFacts(
  experiment: ExperimentDoc,
  geometry: CrossingGeometry | null,
): NumericsFacts {
  const input = sampleInput(experiment);
  return {
    experiment,
    load: loadFacts(experiment, input, geometry),
    noiseBias: noiseBias(experiment, input, geometry),
  };
}

/** First input at equal intervals over the run. */
function sampleInput({ input, duration, dynamics }: ExperimentDoc): Float64Array {
  const interval = duration / SAMPLES;
  return Float64Array.from(
    { length: SAMPLES },
    (_, k) => evaluateInput(input, k * interval, dynamics.dt)[0] ?? 0,
  );
}

function loadFacts(
  { dynamics, duration }: ExperimentDoc,
  input: Float64Array,
  geometry: CrossingGeometry | null,
): LoadFacts {
  const { engine, dt, synapse } = dynamics;
  if (engine !== "clock" || dt === null || synapse.kind !== "delta") return { kind: "unlimited" };
  if (geometry === null) return { kind: "no crossing" };
  const course = loadAlong({ ...geometry, dt, input, interval: duration / SAMPLES });
  const met = course.filter((load) => !Number.isNaN(load));
  if (met.length === 0) return { kind: "no crossing" };
  return { kind: "load", worst: met.reduce((most, load) => Math.max(most, load), 0), course };
}

/** True when a document's voltages are noisy. */
export function isNoisy({ dynamics }: ExperimentDoc): boolean {
  return Object.values(dynamics.noise.sigma).some((sigma) => sigma > 0);
}

function noiseBias(
  experiment: ExperimentDoc,
  input: Float64Array,
  geometry: CrossingGeometry | null,
): number | null {
  const { engine, dt, noise } = experiment.dynamics;
  if (!isNoisy(experiment) || dt === null || engine === "rate") return 0;
  if (engine === "bridge") return BRIDGE_BIAS * dt;
  if (geometry === null) return null;
  const { ei, lookup } = geometry;
  const sigma = {
    E: sigmaOf(ei, "excitatory", noise.sigma),
    I: sigmaOf(ei, "inhibitory", noise.sigma),
  };
  const biases = Array.from(input, lookup).flatMap((crossing) =>
    crossing === null ? [] : [noisyStepBias({ ei, crossing, dt, sigma })],
  );
  return median(biases);
}

function sigmaOf(
  { network }: EINetwork,
  type: "excitatory" | "inhibitory",
  sigma: Readonly<Record<string, number>>,
): number {
  const population = network.populations.find((each) => each.type === type);
  return sigma[population?.id ?? ""] ?? 0;
}

/** The middle value: a readout near zero somewhere on the course would spoil a mean. */
function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[sorted.length >> 1] ?? null;
}
