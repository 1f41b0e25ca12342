/**
 * A neuron this little below its threshold counts as at threshold, and voltages this close to each other as equal
 * (threshold units). Ties by construction, such as a neuron that returns exactly to its threshold, come out as in
 * exact arithmetic.
 */
export const TOLERANCE = 1e-12;

/** Stands for a neuron where there is none. */
export const NOBODY = -1;

/** What a search has found; one object a run, so that no number has to be handed from call to call. */
export class NextSpike {
  /** tau, at least the time of the state; Infinity when there is no spike before the horizon. */
  time: number = Number.POSITIVE_INFINITY;
  /** e^-(time - time of the state). */
  decay: number = 0.5;
  neuron: number = NOBODY;

  /** Somebody fires. */
  set(neuron: number, time: number, decay: number): void {
    this.neuron = neuron;
    this.time = time;
    this.decay = decay;
  }

  /** Nobody fires. */
  clear(): void {
    this.time = Number.POSITIVE_INFINITY;
    this.neuron = NOBODY;
  }
}

/** Most spikes of one burst: few enough to stay in the processor's nearest memory. */
export const BURST = 128;

/** A way to take many spikes at once while nothing outside changes. */
export interface SpikeBurst {
  /** Who fired, and when (tau). */
  readonly neurons: Int32Array;
  readonly times: Float64Array;
  /** True when the burst has written the next spike to the flow's `next`: it lies beyond the end asked for. */
  readonly isNextFound: boolean;
  /**
   * Take spikes up to `limit` and before `stop` (tau), at most so many, at most {@link BURST}.
   *
   * @returns how many; the flow is left after the last one. Fewer than asked for: the next one is beyond the end or
   * takes a {@link SpikeSearch.find}.
   */
  run(most: number, limit: number, stop: number): number;
  /** The latents after a spike of the burst, in an array that is used again. */
  readState(spike: number): Float64Array;
  /** Go back to where the last burst began. */
  rewind(): void;
}

/** A way to find the next spike while nothing outside changes. */
export interface SpikeSearch {
  /** A way to take many spikes at once from the present state on; null when there is none. */
  readonly burst: SpikeBurst | null;
  /** Look for the first spike from the present state up to the next change outside; write it to the flow's `next`. */
  find(): void;
  /** Something outside has changed: the input's line, a current, the network. */
  refresh(): void;
}
