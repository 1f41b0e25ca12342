import type { PopulationType } from "#model";
import { expandTangent } from "../compile/tangent.ts";
import type {
  ExperimentDoc,
  ExplicitNetwork,
  ExplicitPopulation,
  NetworkRecipe,
  NeuronOverride,
  NeuronRef,
  TangentNetwork,
} from "../types.ts";
import { fitEngine } from "./dynamics.ts";

/** Everything about one neuron; the paper's signs. */
export interface NeuronValues {
  readonly population: string;
  readonly type: PopulationType;
  /** F, M. */
  readonly feedforward: readonly number[];
  /** E by name of the latent; a latent that is not read is missing. */
  readonly encoders: Readonly<Record<string, number>>;
  /** T. */
  readonly threshold: number;
  /** D, one for each latent that the population writes. */
  readonly decoders: readonly number[];
  /** mu. */
  readonly selfReset: number;
}

/** The recipe written out neuron by neuron, or null where it gives no network. */
export function explicitNetwork(network: NetworkRecipe): ExplicitNetwork | null {
  if (network.kind === "explicit") return network;
  const expanded = expandTangent(network);
  return expanded.ok ? expanded.network : null;
}

/** Look a neuron up; null when there is none. */
export function readNeuron(experiment: ExperimentDoc, ref: NeuronRef): NeuronValues | null {
  const populations = explicitNetwork(experiment.network)?.populations ?? [];
  const population = populations.find(({ id }) => id === ref.population);
  return population === undefined ? null : readFrom(population, ref.index);
}

function readFrom(population: ExplicitPopulation, index: number): NeuronValues | null {
  const threshold = population.thresholds[index];
  if (threshold === undefined) return null;
  return {
    population: population.id,
    type: population.type,
    feedforward: population.feedforward[index] ?? [],
    encoders: Object.fromEntries(
      Object.entries(population.encoders).map(([name, values]) => [name, values[index] ?? 0]),
    ),
    threshold,
    decoders: population.decoders[index] ?? [],
    selfReset: population.selfReset[index] ?? 0,
  };
}

/**
 * Change some neurons. Values that would break Dale's law stop at 0. A tangent recipe keeps its grid and notes the
 * changed values; explicit neurons are rewritten.
 *
 * @param change the values to set, given the present ones.
 * @returns the same object when nothing changes.
 */
export function editNeurons(
  experiment: ExperimentDoc,
  refs: readonly NeuronRef[],
  change: (values: NeuronValues, ref: NeuronRef) => NeuronOverride,
): ExperimentDoc {
  const populations = explicitNetwork(experiment.network)?.populations ?? [];
  const edits = new Map<string, Map<number, NeuronOverride>>();
  for (const ref of refs) {
    const { population: id, index } = ref;
    const population = populations.find((candidate) => candidate.id === id);
    const values = population === undefined ? null : readFrom(population, index);
    if (values === null) continue;
    const news = keepNews(values, obeyDale(values.type, change(values, ref)));
    if (Object.keys(news).length === 0) continue;
    const known = edits.get(id) ?? new Map<number, NeuronOverride>();
    edits.set(id, known.set(index, news));
  }
  if (edits.size === 0) return experiment;
  const { network } = experiment;
  const changed =
    network.kind === "explicit" ? rewrite(network, edits) : noteOverrides(network, edits);
  return fitEngine({ ...experiment, network: changed });
}

/** Set the same values in several neurons. */
export function setNeurons(
  experiment: ExperimentDoc,
  refs: readonly NeuronRef[],
  values: NeuronOverride,
): ExperimentDoc {
  return editNeurons(experiment, refs, () => values);
}

/** Move the thresholds of several neurons together. */
export function moveThresholds(
  experiment: ExperimentDoc,
  refs: readonly NeuronRef[],
  delta: number,
): ExperimentDoc {
  // Nine digits hold every step of a hand, without the noise of adding binary fractions.
  return editNeurons(experiment, refs, ({ threshold }) => ({
    threshold: Number((threshold + delta).toFixed(9)),
  }));
}

type Edits = ReadonlyMap<string, ReadonlyMap<number, NeuronOverride>>;

function obeyDale(type: PopulationType, change: NeuronOverride): NeuronOverride {
  if (type === "unconstrained") return change;
  const { encoders, decoder } = change;
  const sign = type === "excitatory" ? 1 : -1;
  return {
    ...change,
    ...(encoders === undefined
      ? {}
      : {
          encoders: Object.fromEntries(
            Object.entries(encoders).map(([name, value]) => [name, Math.max(0, value)]),
          ),
        }),
    // Adding 0 turns -0 into 0.
    ...(decoder === undefined ? {} : { decoder: sign * Math.max(0, sign * decoder) + 0 }),
  };
}

/** Leave out what the neuron has already. */
function keepNews(values: NeuronValues, change: NeuronOverride): NeuronOverride {
  const { feedforward, encoders, threshold, decoder, selfReset } = change;
  const isOther = feedforward?.some((weight, input) => weight !== values.feedforward[input]);
  const others = Object.entries(encoders ?? {}).filter(
    ([name, value]) => value !== (values.encoders[name] ?? 0),
  );
  return {
    ...(feedforward !== undefined && isOther === true && { feedforward }),
    ...(others.length > 0 && { encoders: Object.fromEntries(others) }),
    ...(threshold !== undefined && threshold !== values.threshold && { threshold }),
    ...(decoder !== undefined && decoder !== values.decoders[0] && { decoder }),
    ...(selfReset !== undefined && selfReset !== values.selfReset && { selfReset }),
  };
}

function noteOverrides(network: TangentNetwork, edits: Edits): TangentNetwork {
  const overrides: Record<string, Record<string, NeuronOverride>> = { ...network.overrides };
  for (const [id, changes] of edits) {
    const known: Record<string, NeuronOverride> = { ...overrides[id] };
    for (const [index, change] of changes) {
      const before = known[index];
      const encoders = { ...before?.encoders, ...change.encoders };
      known[index] = {
        ...before,
        ...change,
        ...(Object.keys(encoders).length > 0 && { encoders }),
      };
    }
    overrides[id] = known;
  }
  return { ...network, overrides };
}

function rewrite(network: ExplicitNetwork, edits: Edits): ExplicitNetwork {
  const populations = network.populations.map((population) => {
    const changes = edits.get(population.id);
    return changes === undefined ? population : rewritePopulation(population, changes);
  });
  return { ...network, populations };
}

function rewritePopulation(
  population: ExplicitPopulation,
  changes: ReadonlyMap<number, NeuronOverride>,
): ExplicitPopulation {
  const put = <Value>(
    values: readonly Value[],
    pick: (change: NeuronOverride, before: Value) => Value | undefined,
  ): readonly Value[] => {
    const copy = [...values];
    for (const [index, change] of changes) {
      const before = copy[index];
      if (before !== undefined) copy[index] = pick(change, before) ?? before;
    }
    return copy;
  };
  const names = new Set([
    ...Object.keys(population.encoders),
    ...Array.from(changes.values()).flatMap(({ encoders }) => Object.keys(encoders ?? {})),
  ]);
  const none = population.thresholds.map(() => 0);
  return {
    ...population,
    feedforward: put(population.feedforward, ({ feedforward }) => feedforward),
    encoders: Object.fromEntries(
      Array.from(names, (name) => [
        name,
        put(population.encoders[name] ?? none, ({ encoders }) => encoders?.[name]),
      ]),
    ),
    thresholds: put(population.thresholds, ({ threshold }) => threshold),
    decoders: put(population.decoders, ({ decoder }, [, ...others]) =>
      decoder === undefined ? undefined : [decoder, ...others],
    ),
    selfReset: put(population.selfReset, ({ selfReset }) => selfReset),
  };
}
