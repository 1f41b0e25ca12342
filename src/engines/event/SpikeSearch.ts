import type { PlaneBurst } from "./PlaneBurst.ts";

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

/** A way to find the next spike while nothing outside changes. */
export interface SpikeSearch {
  /** A way to take many spikes at once from the present state on; null when there is none. */
  readonly burst: PlaneBurst | null;
  /** Look for the first spike from the present state up to the next change outside; write it to the flow's `next`. */
  find(): void;
  /** Something outside has changed: the input's line, a current, the network. */
  refresh(): void;
}
