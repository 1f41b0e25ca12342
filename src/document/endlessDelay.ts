import type { LowRankNetwork } from "#model";
import { compileNetwork } from "./compile/network.ts";
import type { ExperimentDoc } from "./types.ts";

/**
 * Find the populations whose spikes are delayed while some of their neurons do not reset themselves, as excitatory
 * ones do not: without a step or a refractory time such a neuron would fire without end before anybody feels it.
 *
 * @returns their ids.
 */
export function findEndlessDelays({
  network: recipe,
  dynamics: { delay, refractory },
}: Pick<ExperimentDoc, "network" | "dynamics">): readonly string[] {
  const suspects = Object.keys(delay).filter(
    (id) => (delay[id] ?? 0) > 0 && (refractory[id] ?? 0) === 0,
  );
  if (suspects.length === 0) return [];
  const compiled = compileNetwork(recipe);
  if (!compiled.ok) return [];
  const { network } = compiled;
  return network.populations.flatMap(({ id, start, count }) =>
    suspects.includes(id) && isPushedBySelf(network, start, start + count) ? [id] : [],
  );
}

/** Whether the own spike of some neuron leaves its voltage at least as high: E_i . D_i - mu_i >= 0. */
function isPushedBySelf(network: LowRankNetwork, start: number, end: number): boolean {
  const { encoders, decoders, selfResets, latents } = network;
  const width = latents.length;
  for (let neuron = start; neuron < end; neuron += 1) {
    let push = -(selfResets[neuron] ?? 0);
    for (let cell = neuron * width; cell < (neuron + 1) * width; cell += 1)
      push += (encoders[cell] ?? 0) * (decoders[cell] ?? 0);
    if (push >= 0) return true;
  }
  return false;
}
