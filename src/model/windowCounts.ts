import { BIN_ROUNDING, binOf } from "#math";
import type { SpikeList, TimeWindow } from "./activity.ts";

/** Fano factors of counts in consecutive windows of one run, N; NaN below half a spike a window or two windows. */
export type WindowFano = (spikes: SpikeList, window: TimeWindow) => Float64Array;

/** Fewer spikes a window than this say nothing of their variance. */
const LEAST_MEAN = 0.5;

/**
 * Make a meter of the counts of each neuron in consecutive windows of equal length; what does not fill a window
 * at the end is left out. Variance over mean; what was returned before is overwritten.
 *
 * @param neurons N.
 * @param length of a window, tau.
 */
export function createWindowFano(neurons: number, length: number): WindowFano {
  const room = new CountRoom(neurons);
  return (spikes, { from, to }) => {
    const windows = Math.floor((to - from) / length + BIN_ROUNDING);
    const end = from + windows * length;
    room.clear();
    for (let k = spikes.start; k < spikes.end; k += 1) {
      const time = spikes.time[k] ?? 0;
      // The end of the last window belongs to the window that is left out.
      if (time < end - BIN_ROUNDING * length)
        room.add(spikes.neuron[k] ?? 0, binOf(time, { from, to: end }, windows));
    }
    return room.measure(windows);
  };
}

/** Counts of every neuron in its present window, and sums over those before. */
class CountRoom {
  readonly #fano: Float64Array;
  readonly #counts: Uint32Array;
  /** The window that each neuron's count belongs to. */
  readonly #at: Int32Array;
  readonly #sums: Float64Array;
  readonly #squares: Float64Array;

  constructor(neurons: number) {
    this.#fano = new Float64Array(neurons);
    this.#counts = new Uint32Array(neurons);
    this.#at = new Int32Array(neurons);
    this.#sums = new Float64Array(neurons);
    this.#squares = new Float64Array(neurons);
  }

  clear(): void {
    this.#counts.fill(0);
    this.#at.fill(0);
    this.#sums.fill(0);
    this.#squares.fill(0);
  }

  /** A spike in a window, -1 for none; windows do not fall. */
  add(neuron: number, window: number): void {
    if (window < 0) return;
    if (this.#at[neuron] !== window) this.#close(neuron);
    this.#at[neuron] = window;
    this.#counts[neuron] = (this.#counts[neuron] ?? 0) + 1;
  }

  measure(windows: number): Float64Array {
    const fano = this.#fano;
    for (let neuron = 0; neuron < fano.length; neuron += 1) {
      this.#close(neuron);
      const mean = (this.#sums[neuron] ?? 0) / windows;
      const variance = (this.#squares[neuron] ?? 0) / windows - mean * mean;
      const isTooFew = windows < 2 || mean < LEAST_MEAN;
      fano[neuron] = isTooFew ? Number.NaN : Math.max(0, variance) / mean;
    }
    return fano;
  }

  #close(neuron: number): void {
    const count = this.#counts[neuron] ?? 0;
    this.#sums[neuron] = (this.#sums[neuron] ?? 0) + count;
    this.#squares[neuron] = (this.#squares[neuron] ?? 0) + count * count;
    this.#counts[neuron] = 0;
  }
}
