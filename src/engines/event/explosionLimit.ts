import { asEINetwork, findCrossings, findNeuron, type LowRankNetwork } from "#model";

/** Fewest spikes of one instant that are called an explosion. */
export const LEAST_EXPLOSION = 10_000;

/**
 * Spikes that one instant may hold: more than ten times what the climb from rest to a crossing takes,
 * yE / D_E + |yI| / D_I with the decoders of the neurons that own the crossing.
 */
export function explosionLimit(network: LowRankNetwork, input: Float64Array): number {
  const ei = asEINetwork(network);
  if (ei === null) return LEAST_EXPLOSION;
  const spikesFor = (neuron: number, climb: number): number => {
    const decoder = findNeuron(ei, neuron)?.decoder ?? 0;
    return decoder > 0 ? climb / decoder : 0;
  };
  let limit = LEAST_EXPLOSION;
  for (const { yE, yI, excitatory, inhibitory } of findCrossings(ei, input))
    limit = Math.max(limit, 10 * (spikesFor(excitatory, yE) + spikesFor(inhibitory, yI)));
  return limit;
}
