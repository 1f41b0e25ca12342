import type { LowRankNetwork } from "#model";
import { copyColumns, createColumns } from "../shared/transpose.ts";
import type { InputPath } from "./InputPath.ts";

/**
 * Where each neuron's relaxing part u = V - F x - I meets its threshold: T - F x - I, now and at the end of the
 * present line of x. Infinite while the neuron is refractory.
 */
export class Levels {
  /** N, now. */
  now: Float64Array;
  /** N, at the end of the line; the very array of `now` while x stands still. */
  end: Float64Array;
  #spare: Float64Array;
  /** T - I, N. */
  readonly #base: Float64Array;
  readonly #columns: readonly Float64Array[];
  readonly #isResting: Uint8Array;
  #resting = 0;

  constructor(network: LowRankNetwork) {
    const { neurons, inputs } = network;
    this.now = new Float64Array(neurons);
    this.end = this.now;
    this.#spare = new Float64Array(neurons);
    this.#base = new Float64Array(neurons);
    this.#columns = createColumns(inputs, neurons);
    this.#isResting = new Uint8Array(neurons);
  }

  /** Compute everything anew from a network, the injected current (N) and x (M). */
  rebuild(network: LowRankNetwork, injected: Float64Array, x: Float64Array): void {
    const base = this.#base;
    copyColumns(network.feedforward, this.#columns);
    for (let neuron = 0; neuron < base.length; neuron += 1)
      base[neuron] = network.thresholds[neuron]! - injected[neuron]!;
    this.moveTo(x);
  }

  /** x is another now. */
  moveTo(x: Float64Array): void {
    this.#write(this.now, x);
    this.end = this.now;
  }

  /** A line of x begins. */
  aim({ isMoving, end }: InputPath): void {
    this.end = isMoving ? this.#spare : this.now;
    if (isMoving) this.#write(this.end, end);
  }

  /** The line has been followed to its end. */
  arrive(): void {
    if (this.end === this.now) return;
    this.#spare = this.now;
    this.now = this.end;
  }

  /** Keep a neuron from firing. */
  rest(neuron: number): void {
    this.#isResting[neuron] = 1;
    this.#resting += 1;
    this.now[neuron] = Number.POSITIVE_INFINITY;
  }

  /** Let a neuron fire again; `moveTo` must follow. */
  wake(neuron: number): void {
    this.#isResting[neuron] = 0;
    this.#resting -= 1;
  }

  #write(levels: Float64Array, x: Float64Array): void {
    levels.set(this.#base);
    for (const [input, weights] of this.#columns.entries()) {
      const value = x[input]!;
      for (let neuron = 0; neuron < levels.length; neuron += 1)
        levels[neuron] = levels[neuron]! - weights[neuron]! * value;
    }
    if (this.#resting === 0) return;
    for (let neuron = 0; neuron < levels.length; neuron += 1)
      if (this.#isResting[neuron] === 1) levels[neuron] = Number.POSITIVE_INFINITY;
  }
}
