import type { LowRankNetwork } from "#model";
import type { Traces } from "#runtime/protocol";
import { tidyTime } from "./tidyTime.ts";

/** The spikes of one population, sorted by time, then neuron. */
export interface PopulationSpikes {
  /** Index inside the population, from 0. */
  readonly neuron: readonly number[];
  readonly step: readonly number[];
  /** tau. */
  readonly time: readonly number[];
}

/**
 * Sort a run's spikes into populations, in the order of the network's populations.
 *
 * @param hasSteps true where times are whole steps, which are written without the dust of binary fractions; exact
 * times keep every digit.
 */
export function sortSpikes(
  traces: Traces,
  network: LowRankNetwork,
  hasSteps: boolean,
): readonly { readonly id: string; readonly spikes: PopulationSpikes }[] {
  const { spikeTime, spikeStep, spikeNeuron, spikeStart, spikeEnd } = traces;
  const places: number[][] = network.populations.map(() => []);
  for (let spike = spikeStart; spike < spikeEnd; spike += 1) {
    places[network.populationOf[spikeNeuron[spike] ?? 0] ?? 0]?.push(spike);
  }
  return network.populations.map(({ id, start }, population) => {
    const ordered = (places[population] ?? []).sort(
      (a, b) =>
        (spikeTime[a] ?? 0) - (spikeTime[b] ?? 0) || (spikeNeuron[a] ?? 0) - (spikeNeuron[b] ?? 0),
    );
    const spikes = {
      neuron: ordered.map((spike) => (spikeNeuron[spike] ?? 0) - start),
      step: ordered.map((spike) => spikeStep[spike] ?? 0),
      time: ordered.map((spike) => {
        const time = spikeTime[spike] ?? 0;
        return hasSteps ? tidyTime(time) : time;
      }),
    };
    return { id, spikes };
  });
}
