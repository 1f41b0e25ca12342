import type { LowRankNetwork } from "#model";
import type { SpikeList } from "./SpikeList.ts";

/**
 * Turns spikes into charge: each spike of neuron j delivers D_j in total, at once or spread over steps.
 * The charge of a step is what the readout adds in that step and the voltages feel in the next.
 */
export interface Transmission {
  /** Charge of the present step, K. */
  readonly charge: Float64Array;
  /** False while the charge is zero. */
  readonly isActive: boolean;
  /** Move to `step` and take in its spikes. */
  advance(step: number, spikes: SpikeList): void;
  /** Take from each neuron's received charge what it sent to itself: `selfWeights` (N) times its part of a spike. */
  removeSelf(received: Float64Array, selfWeights: Float64Array): void;
  /** Use other decoders from now on. */
  retune(network: LowRankNetwork): void;
}
