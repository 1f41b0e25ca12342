import { isSameData } from "#math";
import { LIMITS } from "../limits.ts";
import { usualOvershoot } from "../serialise.ts";
import type { ByPopulation, Dynamics, ExperimentDoc, SynapseRecipe } from "../types.ts";
import { resampleInput } from "./resample.ts";
import { clamp, setDuration } from "./run.ts";

/** Synaptic time that a new pulse or exponential synapse begins with, tau. */
const USUAL_SYNAPSE = 0.25;
/** Steepness that a new rate network begins with. */
const USUAL_BETA = 10;
const USUAL_STEP = 0.01;
/** Longest refractory time, delay or synaptic time, tau. */
const LONGEST_SPAN = 1000;

/** Change how the network is integrated; the same object when nothing changes. */
export function setDynamics(experiment: ExperimentDoc, change: Partial<Dynamics>): ExperimentDoc {
  const dynamics = { ...experiment.dynamics, ...change };
  return isSameData(dynamics, experiment.dynamics) ? experiment : { ...experiment, dynamics };
}

/** Set a value of one population in a "per population" table. */
export function withPopulation(table: ByPopulation, id: string, value: number): ByPopulation {
  return Object.hasOwn(table, id) ? { ...table, [id]: value } : table;
}

/** Choose how a spike reaches other neurons; times are kept from pulse to exponential. */
export function setSynapseKind(
  experiment: ExperimentDoc,
  kind: SynapseRecipe["kind"],
): ExperimentDoc {
  const { synapse, refractory } = experiment.dynamics;
  if (synapse.kind === kind) return experiment;
  const changed = makeSynapse(kind, synapse, Object.keys(refractory));
  const populations = Object.keys(refractory).length;
  return setDynamics(experiment, {
    synapse: changed,
    overshoot: usualOvershoot(changed, populations),
  });
}

function makeSynapse(
  kind: SynapseRecipe["kind"],
  before: SynapseRecipe,
  populations: readonly string[],
): SynapseRecipe {
  const times = synapticTimes(before) ?? spread(populations, USUAL_SYNAPSE);
  if (kind === "pulse") return { kind, width: times };
  return kind === "exponential" ? { kind, tau: times } : { kind };
}

/** Widths or time constants; null for delta synapses. */
export function synapticTimes(synapse: SynapseRecipe): ByPopulation | null {
  switch (synapse.kind) {
    case "delta":
      return null;
    case "pulse":
      return synapse.width;
    case "exponential":
      return synapse.tau;
  }
}

function spread(populations: readonly string[], value: number): ByPopulation {
  return Object.fromEntries(populations.map((id) => [id, value]));
}

/** Change the time step; spans that the new step cannot carry move to the nearest that it can. */
export function setTimeStep(experiment: ExperimentDoc, dt: number): ExperimentDoc {
  const { duration, dynamics, input } = experiment;
  if (dynamics.dt === null) return experiment;
  const least = Math.max(duration / LIMITS.steps, Number.MIN_VALUE);
  const step = clamp(dt, least, Math.min(LIMITS.dt, duration));
  if (step === dynamics.dt) return experiment;
  const changed = fitSpans({ ...dynamics, dt: step });
  const samples = resampleInput(input, { dt: step, duration, before: dynamics.dt });
  return { ...experiment, input: samples, dynamics: changed };
}

/** Keep refractory times, delays and synaptic times within what the step can carry. */
export function fitSpans(dynamics: Dynamics): Dynamics {
  const { dt, synapse, refractory, delay } = dynamics;
  const longest = Math.min(LONGEST_SPAN, (dt ?? 1) * LIMITS.memorySteps);
  const limit = (table: ByPopulation, least: number): ByPopulation =>
    Object.fromEntries(
      Object.entries(table).map(([id, value]) => [id, clamp(value, least, longest)]),
    );
  return {
    ...dynamics,
    refractory: limit(refractory, 0),
    delay: limit(delay, 0),
    synapse: fitSynapse(synapse, (table) => limit(table, dt ?? 0)),
  };
}

function fitSynapse(
  synapse: SynapseRecipe,
  limit: (table: ByPopulation) => ByPopulation,
): SynapseRecipe {
  switch (synapse.kind) {
    case "delta":
      return synapse;
    case "pulse":
      return { kind: synapse.kind, width: limit(synapse.width) };
    case "exponential":
      return { kind: synapse.kind, tau: limit(synapse.tau) };
  }
}

/**
 * Choose the engine. What it cannot carry is taken away, what it needs is filled in: the rate engine has no noise,
 * pulses, refractory time or delay; the event engine no noise, pulses or step.
 */
export function setEngine(experiment: ExperimentDoc, engine: Dynamics["engine"]): ExperimentDoc {
  const { dynamics, input, initial, duration } = experiment;
  if (dynamics.engine === engine) return experiment;
  const populations = Object.keys(dynamics.refractory);
  const dt = engine === "event" ? null : (dynamics.dt ?? usualStep(duration));
  const synapse: SynapseRecipe = engine === "clock" ? dynamics.synapse : { kind: "delta" };
  const isQuiet = engine === "rate" || engine === "event";
  const isRate = engine === "rate";
  const none = spread(populations, 0);
  const changed: Dynamics = {
    ...dynamics,
    engine,
    dt,
    synapse,
    overshoot: usualOvershoot(synapse, populations.length),
    refractory: isRate ? none : dynamics.refractory,
    delay: isRate ? none : dynamics.delay,
    noise: isQuiet ? { ...dynamics.noise, sigma: none } : dynamics.noise,
    rateRule: isRate ? dynamics.rateRule : "reference",
    beta: isRate ? (dynamics.beta ?? spread(populations, USUAL_BETA)) : null,
    tauS: null,
  };
  const fitted: ExperimentDoc = {
    ...experiment,
    dynamics: fitSpans(changed),
    input: resampleInput(input, { dt, duration, before: dynamics.dt }),
    initial: initial.kind === "rates" && !isRate ? { kind: "rest" } : initial,
  };
  return setDuration(fitted, duration);
}

function usualStep(duration: number): number {
  return clamp(USUAL_STEP, duration / LIMITS.steps, Math.min(LIMITS.dt, duration));
}
