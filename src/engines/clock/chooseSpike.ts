import type { Membrane } from "./membrane.ts";
import type { SpikeList } from "./SpikeList.ts";

/**
 * List the neurons that are at threshold and not refractory.
 *
 * @param candidates emptied, then written.
 */
export function collectCandidates(membrane: Membrane, step: number, candidates: SpikeList): void {
  const { voltages, readyStep } = membrane;
  candidates.clear();
  for (let neuron = 0; neuron < voltages.length; neuron += 1)
    if (voltages[neuron]! >= 1 && readyStep[neuron]! <= step) candidates.add(neuron);
}

/**
 * Choose who fires under the rule of one spike a step: the lowest rank first, then the highest voltage, then
 * the lowest index.
 *
 * @param candidates one or more, by rising index.
 * @param voltages N.
 * @param ranks priority of each neuron, N.
 */
export function chooseSpike(
  candidates: SpikeList,
  voltages: Float64Array,
  ranks: Uint8Array,
): number {
  let chosen = candidates.neurons[0]!;
  for (let position = 1; position < candidates.count; position += 1) {
    const rival = candidates.neurons[position]!;
    const ahead = ranks[chosen]! - ranks[rival]!;
    if (ahead > 0 || (ahead === 0 && voltages[rival]! > voltages[chosen]!)) chosen = rival;
  }
  return chosen;
}
