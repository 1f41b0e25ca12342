import type { RateIntegrator } from "#engines";
import { isSameData } from "#math";
import { chooseEngine, findClashes } from "../clashes.ts";
import { LIMITS } from "../limits.ts";
import { usualOvershoot } from "../serialise.ts";
import type {
  ByPopulation,
  Dynamics,
  ExperimentDoc,
  NoiseRecipe,
  SynapseRecipe,
} from "../types.ts";
import { comfortableStep } from "./comfortableStep.ts";
import { resampleInput } from "./resample.ts";
import { clamp, setDuration } from "./run.ts";

/** Synaptic time that a new pulse or exponential synapse begins with, tau. */
const USUAL_SYNAPSE = 0.25;
/** Synaptic time constant that the latent rate rule begins with, tau: neurons may then fire ten times in a tau. */
const USUAL_TAU_S = 0.1;
/** Steepness that a new rate network begins with. */
const USUAL_BETA = 10;
/** Largest step that a run of rates begins with, tau. */
const RATE_STEP = 0.01;
/** Step between which noise crosses thresholds by a bridge, tau: fine enough for rates right to a permille. */
const BRIDGE_STEP = 0.05;
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

/**
 * Hand a document that asks for more than its engine can carry to one that can; the same object when all is well.
 * Every edit that may ask for more ends with this, so that a document can always be run, saved and linked as it is.
 */
export function fitEngine(experiment: ExperimentDoc): ExperimentDoc {
  return setEngine(experiment, chooseEngine(experiment));
}

/** Choose what a rate network filters: its voltages, or its readouts with a synaptic time constant. */
export function setRateRule(
  experiment: ExperimentDoc,
  rateRule: Dynamics["rateRule"],
): ExperimentDoc {
  const { integrator, ...kept } = experiment.dynamics;
  const isLatent = rateRule === "latent";
  const tauS = kept.tauS ?? spread(Object.keys(kept.refractory), USUAL_TAU_S);
  const dynamics: Dynamics = {
    ...kept,
    ...(isLatent && integrator !== undefined && { integrator }),
    rateRule,
    tauS: isLatent ? tauS : null,
  };
  return isSameData(dynamics, experiment.dynamics) ? experiment : { ...experiment, dynamics };
}

/** Choose how the latent rate rule is integrated; the usual scheme is left out of the document. */
export function setIntegrator(
  experiment: ExperimentDoc,
  integrator: RateIntegrator,
): ExperimentDoc {
  const { integrator: before = "runge-kutta", ...kept } = experiment.dynamics;
  if (integrator === before) return experiment;
  const dynamics = integrator === "runge-kutta" ? kept : { ...kept, integrator };
  return { ...experiment, dynamics };
}

/**
 * Choose how a spike reaches other neurons; times are kept from pulse to exponential. An engine that cannot carry
 * it gives way to one that can.
 */
export function setSynapseKind(
  experiment: ExperimentDoc,
  kind: SynapseRecipe["kind"],
): ExperimentDoc {
  const { synapse, refractory } = experiment.dynamics;
  if (synapse.kind === kind) return experiment;
  const changed = makeSynapse(kind, synapse, Object.keys(refractory));
  const populations = Object.keys(refractory).length;
  const method = { engine: experiment.dynamics.engine, synapse: changed };
  return fitEngine(
    setDynamics(experiment, { synapse: changed, overshoot: usualOvershoot(method, populations) }),
  );
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
 * pulses or refractory time; the event engine no noise, pulses or step. An engine with steps of another kind
 * begins with a step that suits it.
 */
export function setEngine(experiment: ExperimentDoc, engine: Dynamics["engine"]): ExperimentDoc {
  const { dynamics, input, initial, duration } = experiment;
  if (dynamics.engine === engine) return experiment;
  const { integrator, ...kept } = dynamics;
  const populations = Object.keys(dynamics.refractory);
  const dt = chooseStep(experiment, engine);
  const synapse: SynapseRecipe = engine === "clock" ? dynamics.synapse : { kind: "delta" };
  const isRate = engine === "rate";
  const none = spread(populations, 0);
  const changed: Dynamics = {
    ...kept,
    engine,
    dt,
    synapse,
    minGap: engine === "event" ? dynamics.minGap : 0,
    overshoot: usualOvershoot({ engine, synapse }, populations.length),
    refractory: isRate ? none : dynamics.refractory,
    noise: fitNoise(dynamics.noise, engine),
    // The rule of the paper's equations: its readouts follow the crossing, where the other rule's stay below one D.
    rateRule: isRate ? "latent" : "reference",
    beta: isRate ? spread(populations, USUAL_BETA) : null,
    tauS: isRate ? spread(populations, USUAL_TAU_S) : null,
  };
  const endless = findClashes({ ...experiment, dynamics: changed }).some(
    ({ field }) => field === "dynamics.delay",
  );
  const fitted: ExperimentDoc = {
    ...experiment,
    dynamics: fitSpans(endless ? { ...changed, delay: none } : changed),
    input: resampleInput(input, { dt, duration, before: dynamics.dt }),
    initial: initial.kind === "rates" && !isRate ? { kind: "rest" } : initial,
  };
  return setDuration(fitted, duration);
}

/** The rate and event engines have no noise, and the bridge engine has normals of its own. */
function fitNoise(noise: NoiseRecipe, engine: Dynamics["engine"]): NoiseRecipe {
  if (engine === "clock") return noise;
  if (engine === "bridge") return { ...noise, generator: "fast" };
  return { ...noise, sigma: spread(Object.keys(noise.sigma), 0) };
}

/** A step that an engine can begin with: fixed steps of the same kind are kept from spikes to rates. */
function chooseStep(experiment: ExperimentDoc, engine: Dynamics["engine"]): number | null {
  const { dynamics, duration } = experiment;
  if (engine === "event") return null;
  const isKept = engine !== "bridge" && dynamics.engine !== "bridge";
  if (isKept && dynamics.dt !== null) return dynamics.dt;
  const step =
    engine === "clock" ? comfortableStep(experiment) : engine === "rate" ? RATE_STEP : BRIDGE_STEP;
  return clamp(step, duration / LIMITS.steps, Math.min(LIMITS.dt, duration));
}
