import type { SpikeList } from "../activity.ts";
import type { LowRankNetwork } from "../network.ts";

/** How a method passes time from spike to spike. */
export type SpikeClock =
  /** A fixed step, tau: spikes are found at its multiples and felt one step later, undecayed. */
  | { readonly kind: "steps"; readonly dt: number }
  /** Every spike has its own time and is felt at once; least time between two spikes, tau. */
  | { readonly kind: "exact"; readonly minGap: number };

/** Current into some neurons; times in tau. */
export interface MomentCurrent {
  readonly neurons: ArrayLike<number>;
  readonly from: number;
  readonly to: number;
  /** Threshold units. */
  readonly amplitude: number;
}

/** A finished run as far as its spikes have to be explained. */
export interface MomentRun {
  readonly network: LowRankNetwork;
  /** All spikes since time 0, in the order in which they fired. */
  readonly spikes: SpikeList;
  readonly clock: SpikeClock;
  /** Axonal delay, tau, one a population. */
  readonly delay: readonly number[];
  /** Whether the neuron that fires is put on its threshold first, so that its overshoot is lost. */
  readonly clamps: boolean;
  /** Whether the voltages had noise, of which the spikes do not tell. */
  readonly isNoisy: boolean;
  /** y at time 0, K. */
  readonly latents: ArrayLike<number>;
  /** What the voltages at time 0 had beyond F x + E y, N, threshold units; null when nothing. */
  readonly offsets: ArrayLike<number> | null;
  readonly currents: readonly MomentCurrent[];
  /** x at a time, M. */
  input(time: number): ArrayLike<number>;
  /**
   * Synapses that take time: y at a time, K, as it was recorded, in place of what the spikes add up to. Null when
   * a spike acts at once.
   */
  readonly recorded: ((time: number) => ArrayLike<number>) | null;
}

/**
 * Spikes that provoke each other without time to rest between them: each comes as soon as the method lets it (the
 * same instant; the next step; the least gap) and its neuron was at threshold as soon as the one before had acted.
 */
export interface Avalanche {
  /** Places in the spike list. */
  readonly first: number;
  readonly last: number;
}

/** Why a spike happened and what it did, all in threshold units. */
export interface SpikeMoment {
  /** Place in the spike list, neuron of the network and time, tau. */
  readonly spike: number;
  readonly neuron: number;
  readonly time: number;
  /** x, M. */
  readonly input: ArrayLike<number>;
  /** y as the voltages felt it just before, K. */
  readonly latentsBefore: Float64Array;
  /** y once the spike has acted, K: D further. */
  readonly latentsAfter: Float64Array;
  /** T - V of every neuron just before, N: 0 on the threshold, negative beyond; without noise. */
  readonly marginsBefore: Float64Array;
  /** The same once the spike has acted. */
  readonly marginsAfter: Float64Array;
  /** What the voltage of the neuron that fired has beyond F x + E y: its line in the picture is moved by it. */
  readonly extra: number;
  readonly avalanche: Avalanche;
}
