import type { NeuronRef } from "#document";
import type { LowRankNetwork } from "#model";
import type { Traces } from "#runtime/protocol";
import { toIndices } from "../lab/geometry.ts";

/** More neurons than this cannot be told apart in one picture. */
const MOST = 4;

/** Neurons that are measured one by one: the selected ones, else the busiest of each population in the run on show. */
export function watchedNeurons(
  network: LowRankNetwork,
  selection: readonly NeuronRef[],
  traces: Traces,
): readonly number[] {
  const selected = toIndices(network, selection).slice(0, MOST);
  if (selected.length > 0) return selected;
  const counts = new Uint32Array(network.neurons);
  for (let spike = traces.spikeStart; spike < traces.spikeEnd; spike += 1) {
    const neuron = traces.spikeNeuron[spike] ?? 0;
    if (neuron < counts.length) counts[neuron] = (counts[neuron] ?? 0) + 1;
  }
  return network.populations
    .filter(({ count }) => count > 0)
    .slice(0, MOST)
    .map(({ start, count }) => {
      const own = counts.subarray(start, start + count);
      return start + own.indexOf(own.reduce((most, each) => Math.max(most, each), 0));
    });
}
