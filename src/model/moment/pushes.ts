import type { LowRankNetwork } from "../network.ts";
import type { SpikeMoment } from "./types.ts";

/** How many neurons of a population a spike has moved, itself left out. */
export interface PushCount {
  /** Index of the population. */
  readonly population: number;
  /** Margin shrank. */
  readonly nearer: number;
  /** Margin grew. */
  readonly away: number;
}

/** Count whom a spike pushed nearer to threshold and whom away, for every population. */
export function countPushes(network: LowRankNetwork, moment: SpikeMoment): readonly PushCount[] {
  const { neuron, marginsBefore, marginsAfter } = moment;
  return network.populations.map(({ start, count }, population) => {
    let nearer = 0;
    let away = 0;
    for (let other = start; other < start + count; other += 1) {
      const change = (marginsAfter[other] ?? 0) - (marginsBefore[other] ?? 0);
      if (other === neuron || change === 0) continue;
      if (change < 0) nearer += 1;
      else away += 1;
    }
    return { population, nearer, away };
  });
}

/** Neurons by rising margin, at most `count` of them; of equal margins the lowest index first. */
export function nearestNeurons(margins: Float64Array, count: number): readonly number[] {
  // The last margin that is wanted, so that only a few of very many neurons are put in order.
  const limit = Float64Array.from(margins).sort()[count - 1] ?? Number.POSITIVE_INFINITY;
  const near: number[] = [];
  for (let neuron = 0; neuron < margins.length; neuron += 1)
    if ((margins[neuron] ?? 0) <= limit) near.push(neuron);
  const rank = (a: number, b: number): number => (margins[a] ?? 0) - (margins[b] ?? 0) || a - b;
  return near.sort(rank).slice(0, count);
}
