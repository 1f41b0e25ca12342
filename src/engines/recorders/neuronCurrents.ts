import type { LowRankNetwork } from "#model";
import { dotRow } from "../shared/dotRow.ts";
import type { EngineState } from "../types.ts";

/** Columns that {@link readNeuronCurrent} knows: feedforward, one a latent, injected. */
export function countCurrentColumns(network: LowRankNetwork): number {
  return network.latents.length + 2;
}

/**
 * Read one input current of a neuron in threshold units: column 0 is F.x, column 1 + k is E_k y_k, the last
 * is the injected current.
 *
 * @param source the network of the run and its present state.
 * @param neuron index in the network.
 * @param column 0 to {@link countCurrentColumns} - 1.
 */
export function readNeuronCurrent(
  source: { readonly network: LowRankNetwork; readonly state: EngineState },
  neuron: number,
  column: number,
): number {
  const { network, state } = source;
  const latents = network.latents.length;
  if (column === 0) return dotRow(network.feedforward, neuron, state.input);
  if (column > latents) return state.injected[neuron]!;
  return network.encoders[neuron * latents + column - 1]! * state.latents[column - 1]!;
}
