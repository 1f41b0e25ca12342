import { LIMITS } from "../limits.ts";
import type {
  ExperimentDoc,
  ExplicitNetwork,
  ExplicitPopulation,
  InitialRecipe,
  NetworkRecipe,
  NeuronRef,
} from "../types.ts";
import { explicitNetwork } from "./neurons.ts";

/**
 * Write a recipe out neuron by neuron.
 *
 * @returns the same object when it is explicit already, or gives no network.
 */
export function toExplicit(network: NetworkRecipe): NetworkRecipe {
  return explicitNetwork(network) ?? network;
}

/**
 * Add a copy of a neuron at the end of its population; a tangent recipe is written out first.
 *
 * @param template index of the neuron to copy; the last one by default.
 * @returns the same object when there is no such neuron or no room for one more.
 */
export function addNeuron(experiment: ExperimentDoc, id: string, template?: number): ExperimentDoc {
  const network = explicitNetwork(experiment.network);
  const population = network?.populations.find((candidate) => candidate.id === id);
  if (network === null || population === undefined) return experiment;
  const count = population.thresholds.length;
  const copied = template ?? count - 1;
  const total = network.populations.reduce((sum, each) => sum + each.thresholds.length, 0);
  if (!Number.isInteger(copied) || copied < 0 || copied >= count || total >= LIMITS.neurons) {
    return experiment;
  }
  const indices = [...population.thresholds.keys(), copied];
  return {
    ...experiment,
    network: pickInPopulation(network, id, indices),
    initial: pickInitial(experiment.initial, id, indices),
  };
}

/**
 * Remove neurons; currents and recordings follow the neurons that stay. A population keeps its last neuron.
 *
 * @returns the same object when nothing is removed.
 */
export function removeNeurons(
  experiment: ExperimentDoc,
  refs: readonly NeuronRef[],
): ExperimentDoc {
  const ids = new Set(refs.map(({ population }) => population));
  return [...ids].reduce((current, id) => {
    const gone = new Set(
      refs.filter(({ population }) => population === id).map((ref) => ref.index),
    );
    return removeFrom(current, id, gone);
  }, experiment);
}

function removeFrom(
  experiment: ExperimentDoc,
  id: string,
  gone: ReadonlySet<number>,
): ExperimentDoc {
  const network = explicitNetwork(experiment.network);
  const population = network?.populations.find((candidate) => candidate.id === id);
  if (network === null || population === undefined) return experiment;
  const all = [...population.thresholds.keys()];
  const kept = all.filter((index) => !gone.has(index));
  if (kept.length === 0 || kept.length === all.length) return experiment;
  const follow = (indices: readonly number[]): readonly number[] =>
    indices.map((index) => kept.indexOf(index)).filter((index) => index >= 0);
  const { currents, record } = experiment;
  const voltages = Object.entries(record.voltages).map(
    ([key, indices]) => [key, key === id ? follow(indices) : indices] as const,
  );
  return {
    ...experiment,
    network: pickInPopulation(network, id, kept),
    initial: pickInitial(experiment.initial, id, kept),
    currents: currents.flatMap((current) => {
      if (current.population !== id || current.neurons === "all") return [current];
      const neurons = follow(current.neurons);
      return neurons.length === 0 ? [] : [{ ...current, neurons }];
    }),
    record: {
      ...record,
      voltages: Object.fromEntries(voltages.filter(([, indices]) => indices.length > 0)),
    },
  };
}

function pick<Value>(values: readonly Value[], indices: readonly number[]): readonly Value[] {
  return indices.flatMap((index) => {
    const value = values[index];
    return value === undefined ? [] : [value];
  });
}

function pickInPopulation(
  network: ExplicitNetwork,
  id: string,
  indices: readonly number[],
): ExplicitNetwork {
  const populations = network.populations.map((population) =>
    population.id === id ? pickNeurons(population, indices) : population,
  );
  return { ...network, populations };
}

function pickNeurons(
  population: ExplicitPopulation,
  indices: readonly number[],
): ExplicitPopulation {
  const pickTable = <Value>(
    table: Readonly<Record<string, readonly Value[]>>,
  ): Readonly<Record<string, readonly Value[]>> =>
    Object.fromEntries(Object.entries(table).map(([key, values]) => [key, pick(values, indices)]));
  return {
    ...population,
    feedforward: pick(population.feedforward, indices),
    encoders: pickTable(population.encoders),
    thresholds: pick(population.thresholds, indices),
    decoders: pick(population.decoders, indices),
    crossDecoders: pickTable(population.crossDecoders),
    selfReset: pick(population.selfReset, indices),
  };
}

function pickInitial(
  initial: InitialRecipe,
  id: string,
  indices: readonly number[],
): InitialRecipe {
  const pickValues = (
    table: Readonly<Record<string, readonly number[]>>,
  ): Readonly<Record<string, readonly number[]>> => ({
    ...table,
    [id]: pick(table[id] ?? [], indices),
  });
  if (initial.kind === "voltages") return { ...initial, voltages: pickValues(initial.voltages) };
  if (initial.kind === "rates") return { ...initial, rates: pickValues(initial.rates) };
  return initial;
}
