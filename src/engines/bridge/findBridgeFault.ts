import type { SimulationSpec } from "../types.ts";
import { Jumps } from "./Jumps.ts";

/**
 * Find out why the bridge engine cannot carry a run.
 *
 * @returns one sentence that says which engine can, or null.
 */
export function findBridgeFault(spec: SimulationSpec): string | null {
  const { synapse, initial, noise } = spec;
  if (synapse.kind !== "delta")
    return `The bridge engine has delta synapses alone, not ${synapse.kind} ones; use the clock engine.`;
  if (initial.kind === "rates")
    return "Initial rates belong to the rate engine, the bridge engine takes voltages or latents.";
  if (noise.generator === "mt19937")
    return 'The generator "mt19937" repeats seeded runs of the clock engine, which no other engine can: use "fast", or the clock engine.';
  return findEndlessFiring(spec);
}

// With an axonal delay nothing that a spike causes can lower its sender in the same instant but its own reset.
function findEndlessFiring({ network, delay, refractory }: SimulationSpec): string | null {
  if (!delay.some((time) => time > 0)) return null;
  const jumps = new Jumps(network);
  for (const [index, { id, start, count }] of network.populations.entries()) {
    if (!(delay[index]! > 0) || refractory[index]! > 0) continue;
    for (let neuron = start; neuron < start + count; neuron += 1)
      if (jumps.ownPush(neuron) >= 0)
        return `Neuron ${neuron - start} of population "${id}" would fire without end before its spike has passed the axonal delay of ${delay[index]}: set dynamics.refractory, or use the clock engine.`;
  }
  return null;
}
