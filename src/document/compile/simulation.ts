import type {
  CurrentPulse,
  InitialState,
  InputCourse,
  RateSettings,
  RecordingPlan,
  SimulationSpec,
  Synapse,
} from "#engines";
import type { LowRankNetwork } from "#model";
import type { Problem } from "../parse/report.ts";
import type {
  ByPopulation,
  CurrentRecipe,
  Dynamics,
  ExperimentDoc,
  InitialRecipe,
  InputRecipe,
  SynapseRecipe,
} from "../types.ts";
import { compileNetwork } from "./network.ts";
import { layTimeGrid } from "./timeGrid.ts";

/** What an engine needs to run a document, or why it cannot be run. */
export type SimulationResult =
  | { readonly ok: true; readonly spec: SimulationSpec; readonly record: RecordingPlan }
  | { readonly ok: false; readonly problem: Problem };

/**
 * Turn a document into the specification of a run: times become steps, populations become neuron indices.
 *
 * @returns a problem when the recipe gives no network.
 */
export function toSimulation(experiment: ExperimentDoc): SimulationResult {
  const compiled = compileNetwork(experiment.network);
  if (!compiled.ok) return compiled;
  const { network } = compiled;
  const { dynamics } = experiment;
  const grid = layTimeGrid(experiment);
  const byPopulation = (values: ByPopulation): readonly number[] =>
    network.populations.map(({ id }) => values[id] ?? 0);
  const spec: SimulationSpec = {
    engine: dynamics.engine,
    network,
    dt: grid.dt,
    steps: grid.steps,
    duration: experiment.duration,
    minGap: dynamics.minGap,
    input: toCourse(experiment.input),
    synapse: toSynapse(dynamics.synapse, byPopulation),
    overshoot: dynamics.overshoot,
    refractory: byPopulation(dynamics.refractory),
    delay: byPopulation(dynamics.delay),
    noise: { ...dynamics.noise, sigma: byPopulation(dynamics.noise.sigma) },
    currents: experiment.currents.map((current) => toPulse(current, network)),
    initial: toInitialState(experiment.initial, network),
    rate: toRateSettings(dynamics, byPopulation),
    seed: experiment.seed,
  };
  return { ok: true, spec, record: toRecordingPlan(experiment, network, grid.everySteps) };
}

const courses = new WeakMap<InputRecipe, InputCourse>();

/** Flatten x(t) into arrays; the same recipe gives the same ones. */
export function toCourse(input: InputRecipe): InputCourse {
  const known = courses.get(input);
  if (known !== undefined) return known;
  const course = flattenCourse(input);
  courses.set(input, course);
  return course;
}

function flattenCourse(input: InputRecipe): InputCourse {
  switch (input.kind) {
    case "piecewise-linear":
      return {
        kind: input.kind,
        times: Float64Array.from(input.points, ([time]) => time),
        values: Float64Array.from(input.points.flatMap(([, values]) => values)),
      };
    case "samples":
      return { kind: input.kind, values: Float64Array.from(input.values.flat()) };
    case "sine":
      return {
        ...input,
        offset: Float64Array.from(input.offset),
        amplitude: Float64Array.from(input.amplitude),
      };
  }
}

function toSynapse(
  synapse: SynapseRecipe,
  byPopulation: (values: ByPopulation) => readonly number[],
): Synapse {
  switch (synapse.kind) {
    case "delta":
      return synapse;
    case "pulse":
      return { kind: synapse.kind, widths: byPopulation(synapse.width) };
    case "exponential":
      return { kind: synapse.kind, taus: byPopulation(synapse.tau) };
  }
}

function toPulse(current: CurrentRecipe, network: LowRankNetwork): CurrentPulse {
  const population = network.populations.find(({ id }) => id === current.population);
  const start = population?.start ?? 0;
  const chosen =
    current.neurons === "all"
      ? Array.from({ length: population?.count ?? 0 }, (_, index) => index)
      : current.neurons;
  return {
    neurons: Uint32Array.from(chosen, (index) => start + index),
    from: current.from,
    to: current.to,
    amplitude: current.amplitude,
  };
}

function toInitialState(initial: InitialRecipe, network: LowRankNetwork): InitialState {
  switch (initial.kind) {
    case "rest":
      return initial;
    case "latents":
      return { kind: initial.kind, latents: spreadLatents(initial.latents, network) };
    case "voltages":
      return {
        kind: initial.kind,
        voltages: spreadNeurons(initial.voltages, network),
        latents: spreadLatents(initial.latents, network),
      };
    case "rates":
      return { kind: initial.kind, rates: spreadNeurons(initial.rates, network) };
  }
}

/** What readers see through decoders of their own starts at the value of the readout. */
function spreadLatents(values: ByPopulation, network: LowRankNetwork): Float64Array {
  const readouts = network.latents.filter(({ kind }) => kind === "readout");
  const seen = new Map<number, number>();
  return Float64Array.from(network.latents, ({ name, kind, writer }) => {
    if (kind === "readout") return values[name] ?? 0;
    const mine = readouts.filter((latent) => latent.writer === writer);
    const turn = seen.get(writer) ?? 0;
    seen.set(writer, turn + 1);
    return values[mine[turn % mine.length]?.name ?? ""] ?? 0;
  });
}

function spreadNeurons(
  values: Readonly<Record<string, readonly number[]>>,
  network: LowRankNetwork,
): Float64Array {
  return Float64Array.from(network.populations.flatMap(({ id }) => values[id] ?? []));
}

function toRateSettings(
  { rateRule, integrator, beta, tauS }: Dynamics,
  byPopulation: (values: ByPopulation) => readonly number[],
): RateSettings | null {
  if (beta === null) return null;
  return {
    rule: rateRule,
    beta: byPopulation(beta),
    tauS: byPopulation(tauS ?? {}),
    integrator: integrator ?? "runge-kutta",
  };
}

function toRecordingPlan(
  { record }: ExperimentDoc,
  network: LowRankNetwork,
  everySteps: number,
): RecordingPlan {
  const voltages = network.populations.flatMap(({ id, start }) =>
    (record.voltages[id] ?? []).map((index) => start + index),
  );
  return { everySteps, voltages, currents: [] };
}
