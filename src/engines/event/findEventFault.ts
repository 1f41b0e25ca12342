import type { SimulationSpec } from "../types.ts";

/**
 * Find out why the exact engine cannot carry a run.
 *
 * @returns one sentence that says which engine can, or null.
 */
export function findEventFault(spec: SimulationSpec): string | null {
  const { synapse, noise, initial, minGap, duration } = spec;
  if (synapse.kind !== "delta")
    return `The event engine has delta synapses alone, not ${synapse.kind} ones; use the clock engine.`;
  const sigma = noise.sigma.find((value) => value !== 0);
  if (sigma !== undefined)
    return `The event engine is free of noise, but noise.sigma is ${sigma}; use the bridge engine.`;
  if (initial.kind === "rates")
    return "Initial rates belong to the rate engine, the event engine takes voltages or latents.";
  if (!(minGap >= 0)) return `dynamics.minGap is ${minGap}, it must be 0 or more.`;
  if (!(duration > 0)) return `The duration is ${duration}, it must be above 0.`;
  return findEndlessDelay(spec);
}

/**
 * A delayed neuron whose own reset does not lower it below its threshold would fire for ever in one instant,
 * since nothing that it causes can arrive in that instant.
 */
function findEndlessDelay({ network, delay, refractory, minGap }: SimulationSpec): string | null {
  if (minGap > 0) return null;
  const width = network.latents.length;
  for (const [index, { id, start, count }] of network.populations.entries()) {
    if (!(delay[index]! > 0) || refractory[index]! > 0) continue;
    for (let neuron = start; neuron < start + count; neuron += 1) {
      let reset = -network.selfResets[neuron]!;
      for (let cell = neuron * width; cell < (neuron + 1) * width; cell += 1)
        reset += network.encoders[cell]! * network.decoders[cell]!;
      if (reset >= 0)
        return `Neuron ${neuron - start} of population "${id}" would fire without end before its spike has passed the axonal delay of ${delay[index]}: set dynamics.refractory or dynamics.minGap, or use the clock engine.`;
    }
  }
  return null;
}
