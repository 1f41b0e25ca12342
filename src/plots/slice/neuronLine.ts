import type { EINetwork, EINeuron, LinePiece, Side } from "#model";

/** Both populations' lines as `sliceLines` of the model returns them, by place in the population. */
export type SideLines = Readonly<Record<Side, readonly (LinePiece | null)[]>>;

/** A neuron of an E-I network and the population it belongs to. */
export interface SidedNeuron {
  readonly side: Side;
  /** Place in its population, from 0. */
  readonly index: number;
  readonly parts: EINeuron;
}

/** Find a neuron by its index in the network; null when it is not there. */
export function locateNeuron(network: EINetwork, neuron: number): SidedNeuron | null {
  for (const side of ["E", "I"] as const) {
    const first = network[side][0];
    if (first === undefined) continue;
    const index = neuron - first.neuron;
    const parts = network[side][index];
    if (parts !== undefined) return { side, index, parts };
  }
  return null;
}
