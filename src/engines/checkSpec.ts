import { findBridgeFault } from "./bridge/findBridgeFault.ts";
import { findEventFault } from "./event/findEventFault.ts";
import type { SimulationSpec } from "./types.ts";

/**
 * Find out why an engine cannot carry a run.
 *
 * @returns one sentence that names the engine that can, or null.
 */
export function findSpecFault(spec: SimulationSpec): string | null {
  // Without a step dt is a sampling distance, which may be as long as a long run wants it.
  const longest = spec.engine === "event" ? Number.POSITIVE_INFINITY : 1;
  if (!(spec.dt > 0 && spec.dt <= longest))
    return `dt is ${spec.dt}, it must be above 0 and at most 1 tau.`;
  if (spec.engine === "bridge") return findBridgeFault(spec);
  switch (spec.engine) {
    case "rate":
      return findRateFault(spec);
    case "event":
      return findEventFault(spec);
    default:
      return findClockFault(spec);
  }
}

function findClockFault(spec: SimulationSpec): string | null {
  const { synapse, dt } = spec;
  if (spec.initial.kind === "rates")
    return "Initial rates belong to the rate engine, the clock engine takes voltages or latents.";
  if (synapse.kind !== "exponential") return null;
  const short = synapse.taus.find((tau) => tau < dt);
  if (short === undefined) return null;
  return `The synaptic time constant ${short} is shorter than dt ${dt}: lengthen it, shorten dt or use delta synapses.`;
}

function findRateFault(spec: SimulationSpec): string | null {
  if (spec.rate === null) return "The rate engine needs beta, the steepness of its neurons.";
  if (spec.rate.rule === "latent" && !spec.rate.tauS.every((tau) => tau > 0))
    return "The latent rate rule needs tauS above 0 for every population.";
  const carried: readonly (readonly [boolean, string])[] = [
    [spec.noise.sigma.every((sigma) => sigma === 0), "noise"],
    [spec.synapse.kind === "delta", "square-pulse or exponential synapses"],
    [spec.refractory.every((time) => time === 0), "a refractory time"],
  ];
  const refused = carried.find(([isCarried]) => !isCarried);
  return refused === undefined
    ? null
    : `The rate engine cannot carry ${refused[1]}; the clock engine can.`;
}
