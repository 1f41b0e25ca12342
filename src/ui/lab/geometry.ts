import { compileNetwork, type ExperimentDoc, type NetworkRecipe, type NeuronRef } from "#document";
import {
  asEINetwork,
  type CrossingLookup,
  type CrossingPiece,
  createCrossingLookup,
  crossingCurve,
  type EINetwork,
  type LowRankNetwork,
  type SpaceBox,
} from "#model";
import { inputExtent } from "./inputExtent.ts";

/** The network of a document and, for an E-I network, where its boundaries cross. */
export interface Geometry {
  readonly network: LowRankNetwork;
  readonly ei: EINetwork;
  /** All crossings over the inputs that the experiment visits or shows. */
  readonly curve: readonly CrossingPiece[];
  /** The crossing that the network follows at an input. */
  readonly lookup: CrossingLookup;
}

/** The geometry of a document, or the sentence that says why it has none. */
export type GeometryResult =
  | { readonly ok: true; readonly geometry: Geometry }
  | { readonly ok: false; readonly message: string };

/** Crossings are sought up to this many times the visible range of the readouts. */
const REACH = 20;

const known = new WeakMap<
  NetworkRecipe,
  { readonly key: string; readonly result: GeometryResult }
>();

/** Compute a document's geometry; the same network over the same inputs gives the same object. */
export function deriveGeometry(
  experiment: ExperimentDoc,
  ranges: {
    readonly x: readonly [number, number];
    readonly E: readonly [number, number];
    readonly I: readonly [number, number];
  },
): GeometryResult {
  const x = inputExtent(experiment, ranges.x);
  const key = [...x, ranges.E[1], ranges.I[1]].join(" ");
  const found = known.get(experiment.network);
  if (found?.key === key) return found.result;
  const result = derive(experiment, {
    x,
    E: [0, REACH * ranges.E[1]],
    I: [0, REACH * ranges.I[1]],
  });
  known.set(experiment.network, { key, result });
  return result;
}

function derive(experiment: ExperimentDoc, box: SpaceBox): GeometryResult {
  const compiled = compileNetwork(experiment.network);
  if (!compiled.ok) return { ok: false, message: compiled.problem.message };
  const { network } = compiled;
  const ei = asEINetwork(network);
  if (ei === null) {
    return {
      ok: false,
      message:
        "This lab shows networks of one excitatory and one inhibitory population with one readout each; the open document has another shape.",
    };
  }
  const curve = crossingCurve(ei, box);
  return { ok: true, geometry: { network, ei, curve, lookup: createCrossingLookup(curve) } };
}

/** The neuron of a network index as the user names it. */
export function toRef(network: LowRankNetwork, neuron: number): NeuronRef | null {
  const population = network.populations[network.populationOf[neuron] ?? -1];
  return population === undefined
    ? null
    : { population: population.id, index: neuron - population.start };
}

/** Network index of a neuron that the user named, or null when it does not exist. */
export function toIndex(network: LowRankNetwork, ref: NeuronRef | null): number | null {
  const population = network.populations.find(({ id }) => id === ref?.population);
  if (ref === null || population === undefined || ref.index >= population.count) return null;
  return population.start + ref.index;
}

/** Network indices of those named neurons that exist. */
export function toIndices(network: LowRankNetwork, refs: readonly NeuronRef[]): readonly number[] {
  return refs.flatMap((ref) => toIndex(network, ref) ?? []);
}
