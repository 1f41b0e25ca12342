import { findCrossings } from "./ei/crossings.ts";
import { asEINetwork } from "./ei/eiNetwork.ts";
import type { LowRankNetwork } from "./network.ts";

/** Where a network should hold its latents, and in which sign. */
export interface TargetFinder {
  /** 1, or -1 where the latent's magnitude is compared and the latent is negative; K. */
  readonly signs: Int8Array;
  /**
   * Write the targets at one input into `out` from `offset` on, K numbers in the sign of `signs`; NaN without one.
   *
   * @param input M numbers.
   */
  write(input: Float64Array, out: Float64Array, offset: number): void;
}

/**
 * Find where the boundaries put the latents at a given input. One population of one latent whose neurons all read
 * it: its boundary y = min over neurons of (T - F.x) / E (Podlaski & Machens 2024, eq. 2.8). An E-I network: the
 * stable crossing with the lowest yE, without a stable one the lowest, as magnitudes (eq. 2.41).
 *
 * @returns null for any other network.
 */
export function findTargets(network: LowRankNetwork): TargetFinder | null {
  return boundaryTargets(network) ?? crossingTargets(network);
}

function boundaryTargets(network: LowRankNetwork): TargetFinder | null {
  const { neurons, inputs, latents, populations, encoders, feedforward, thresholds } = network;
  if (populations.length !== 1 || latents.length !== 1) return null;
  if (encoders.some((encoder) => encoder <= 0)) return null;
  return {
    signs: Int8Array.of(1),
    write(input, out, offset) {
      let lowest = Number.POSITIVE_INFINITY;
      for (let neuron = 0; neuron < neurons; neuron += 1) {
        let excess = thresholds[neuron] ?? 0;
        for (let at = 0; at < inputs; at += 1)
          excess -= (feedforward[neuron * inputs + at] ?? 0) * (input[at] ?? 0);
        lowest = Math.min(lowest, excess / (encoders[neuron] ?? 1));
      }
      out[offset] = lowest;
    },
  };
}

function crossingTargets(network: LowRankNetwork): TargetFinder | null {
  const ei = asEINetwork(network);
  if (ei === null) return null;
  const width = network.latents.length;
  const signs = new Int8Array(width).fill(1);
  signs[ei.latentI] = -1;
  return {
    signs,
    write(input, out, offset) {
      const crossings = findCrossings(ei, input);
      const crossing = crossings.find(({ stable }) => stable) ?? crossings[0];
      out.fill(Number.NaN, offset, offset + width);
      out[offset + ei.latentE] = crossing?.yE ?? Number.NaN;
      out[offset + ei.latentI] = crossing?.yI ?? Number.NaN;
    },
  };
}
