import type { EINetwork } from "#model";
import { locateNeuron } from "./slice/neuronLine.ts";

/** Name a neuron as pictures and controls do: its population's letter and its place there counted from 1, as "I 3". */
export function neuronName(network: EINetwork, neuron: number): string {
  const found = locateNeuron(network, neuron);
  return found === null ? String(neuron + 1) : `${found.side} ${found.index + 1}`;
}
