/**
 * A neuron this little below its threshold counts as at threshold, and voltages this close to each other as equal
 * (threshold units). Ties by construction, such as a neuron that returns exactly to its threshold, come out as in
 * exact arithmetic.
 */
export const TOLERANCE = 1e-12;

/** Stands for a neuron where there is none. */
export const NOBODY = -1;

/** A way to find the next spike while nothing outside changes; the result stands in its fields. */
export interface SpikeSearch {
  /** When the next spike falls, tau: at least the time of the state; Infinity when none was found. */
  readonly time: number;
  /** e^-(time - time of the state). */
  readonly decay: number;
  readonly neuron: number;
  /** Look for the first spike up to and including `horizon`. */
  find(horizon: number): void;
  /** Something outside has changed: the input's line, a current, the network. */
  refresh(): void;
}
