import type { LowRankNetwork, Population, PopulationType } from "#model";
import type { Block } from "./membrane.ts";

// Both orders go by type, never by the order in the file.
const NOISE_ORDER: Readonly<Record<PopulationType, number>> = {
  excitatory: 0,
  inhibitory: 1,
  unconstrained: 2,
};
const PRIORITY: Readonly<Record<PopulationType, number>> = {
  inhibitory: 0,
  excitatory: 1,
  unconstrained: 2,
};

/** Populations in the order in which they draw noise: excitatory, inhibitory, others. */
export function orderForNoise(network: LowRankNetwork): readonly (readonly [number, Population])[] {
  return [...network.populations.entries()].sort(
    ([, first], [, second]) => NOISE_ORDER[first.type] - NOISE_ORDER[second.type],
  );
}

/**
 * Cut the network into blocks in noise order.
 *
 * @param sigma stationary standard deviation, one a population.
 * @param dt tau.
 */
export function createBlocks(
  network: LowRankNetwork,
  sigma: readonly number[],
  dt: number,
): readonly Block[] {
  return orderForNoise(network).map(([index, { start, count }]) => ({
    start,
    end: start + count,
    noiseScale: Math.sqrt(2 * dt) * sigma[index]!,
  }));
}

/** Rank of each neuron under the rule of one spike a step, N: inhibitory before excitatory before others. */
export function rankNeurons(network: LowRankNetwork): Uint8Array {
  const ranks = new Uint8Array(network.neurons);
  for (const { type, start, count } of network.populations)
    ranks.fill(PRIORITY[type], start, start + count);
  return ranks;
}
