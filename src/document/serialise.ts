import type {
  ByPopulation,
  Dynamics,
  ExperimentDoc,
  ExplicitPopulation,
  InitialRecipe,
  NetworkRecipe,
  NoiseRecipe,
  SynapseRecipe,
} from "./types.ts";

/** The public file format as JSON data. */
export type ExperimentFile = Readonly<Record<string, unknown>>;

type Fields = Record<string, unknown>;

/**
 * Write an experiment in the public file format, in a fixed order of fields and without what is default.
 * Reading it back gives an equal document.
 */
export function serialiseExperiment(experiment: ExperimentDoc): ExperimentFile {
  const { name, currents, initial, annotations, duration, window } = experiment;
  return {
    format: experiment.format,
    version: experiment.version,
    ...unless(name === "", { name }),
    network: writeNetwork(experiment.network),
    input: experiment.input,
    dynamics: writeDynamics(experiment.dynamics),
    ...unless(currents.length === 0, { currents: currents.map(writeCurrent) }),
    ...unless(initial.kind === "rest", { initial: writeInitial(initial) }),
    duration,
    seed: experiment.seed,
    ...writeRecord(experiment.record),
    ...unless(window.from === 0 && window.to === duration, { window }),
    ...unless(annotations.length === 0, { annotations }),
  };
}

function unless(isDefault: boolean, fields: Fields): Fields {
  return isDefault ? {} : fields;
}

function writeNetwork(network: NetworkRecipe): Fields {
  if (network.kind === "explicit") {
    const { kind, inputs, populations } = network;
    return { kind, inputs, populations: populations.map(writePopulation) };
  }
  const { kind, inputs, populations, overrides } = network;
  const isPlain = Object.keys(overrides).length === 0;
  return { kind, inputs, populations, ...unless(isPlain, { overrides }) };
}

function writePopulation(population: ExplicitPopulation): Fields {
  const { id, type, latents, feedforward, encoders, thresholds } = population;
  const { decoders, crossDecoders, selfReset } = population;
  const flatten = (rows: readonly (readonly number[])[]): unknown =>
    latents.length === 1 ? rows.flat() : rows;
  const crosses = Object.entries(crossDecoders).map(([reader, rows]) => [reader, flatten(rows)]);
  return {
    id,
    type,
    ...unless(latents.length === 1 && latents[0] === id, { latents }),
    feedforward,
    encoders,
    thresholds,
    decoders: flatten(decoders),
    ...unless(crosses.length === 0, { crossDecoders: Object.fromEntries(crosses) }),
    ...unless(isAll(selfReset, 0), { selfReset: shorten(selfReset) }),
  };
}

function isAll(values: readonly number[], wanted: number | undefined): boolean {
  return values.every((value) => value === wanted);
}

/** One number where all are equal. */
function shorten(values: readonly number[]): number | readonly number[] {
  const [first] = values;
  return first !== undefined && isAll(values, first) ? first : values;
}

function shortenTable(table: ByPopulation): number | ByPopulation {
  const [first, ...others] = Object.values(table);
  return first !== undefined && isAll(others, first) ? first : table;
}

function isZero(table: ByPopulation): boolean {
  return isAll(Object.values(table), 0);
}

function writeDynamics(dynamics: Dynamics): Fields {
  const { engine, dt, minGap, synapse, overshoot, refractory, delay } = dynamics;
  const { rateRule, integrator, beta, tauS } = dynamics;
  const populations = Object.keys(refractory).length;
  return {
    engine,
    ...unless(dt === null, { dt }),
    ...unless(minGap === 0, { minGap }),
    ...unless(synapse.kind === "delta", { synapse: writeSynapse(synapse) }),
    ...unless(overshoot === usualOvershoot(dynamics, populations), { overshoot }),
    ...unless(isZero(refractory), { refractory: shortenTable(refractory) }),
    ...unless(isZero(delay), { delay: shortenTable(delay) }),
    ...writeNoise(dynamics.noise),
    ...unless(rateRule === "reference", { rateRule }),
    ...unless(integrator === undefined, { integrator }),
    ...(beta === null ? {} : { beta: shortenTable(beta) }),
    ...(tauS === null ? {} : { tauS: shortenTable(tauS) }),
  };
}

/**
 * What a file means that does not say: the published simulators clamp one population and keep E and I. Spikes at exact
 * times leave nothing to clamp.
 */
export function usualOvershoot(
  { engine, synapse }: Pick<Dynamics, "engine" | "synapse">,
  populations: number,
): Dynamics["overshoot"] {
  if (isTimedExactly(engine)) return "keep";
  return synapse.kind === "delta" && populations === 1 ? "clamp" : "keep";
}

/** Whether spikes have times of their own instead of lying on the steps of a clock. */
export function isTimedExactly(engine: Dynamics["engine"]): boolean {
  return engine === "event" || engine === "bridge";
}

function writeSynapse(synapse: SynapseRecipe): Fields {
  switch (synapse.kind) {
    case "delta":
      return { kind: synapse.kind };
    case "pulse":
      return { kind: synapse.kind, width: shortenTable(synapse.width) };
    case "exponential":
      return { kind: synapse.kind, tau: shortenTable(synapse.tau) };
  }
}

function writeNoise({ sigma, generator, skip, start }: NoiseRecipe): Fields {
  const noise = {
    ...unless(isZero(sigma), { sigma: shortenTable(sigma) }),
    ...unless(generator === "fast", { generator }),
    ...unless(skip === 0, { skip }),
    ...unless(start === "zero", { start }),
  };
  return unless(Object.keys(noise).length === 0, { noise });
}

function writeCurrent(current: ExperimentDoc["currents"][number]): Fields {
  const { neurons, ...rest } = current;
  return { ...rest, ...unless(neurons === "all", { neurons }) };
}

function writeInitial(initial: InitialRecipe): Fields {
  if (initial.kind !== "voltages") return { ...initial };
  const { kind, voltages, latents } = initial;
  return { kind, voltages, ...unless(isZero(latents), { latents }) };
}

function writeRecord({ latentsEvery, voltages }: ExperimentDoc["record"]): Fields {
  const record = {
    ...unless(latentsEvery === 0.1, { latentsEvery }),
    ...unless(Object.keys(voltages).length === 0, { voltages }),
  };
  return unless(Object.keys(record).length === 0, { record });
}
