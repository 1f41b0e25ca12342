import { StepQueue } from "../clock/StepQueue.ts";

/** Neurons that wait, each population for a time of its own. */
export class Waiting {
  readonly #times: readonly number[];
  readonly #queues: readonly StepQueue[];
  #waiting = 0;

  /** @param times how long, one a population; tau. */
  constructor(times: readonly number[]) {
    this.#times = times;
    this.#queues = times.map(() => new StepQueue());
  }

  /** When the next one is due, Infinity when nobody waits; tau. */
  get due(): number {
    let due = Number.POSITIVE_INFINITY;
    if (this.#waiting === 0) return due;
    for (const queue of this.#queues) due = Math.min(due, queue.due);
    return due;
  }

  /** True when neurons of this population do not wait at all. */
  isInstant(population: number): boolean {
    return this.#times[population] === 0;
  }

  /** Let a neuron wait from `time` on. */
  push(neuron: number, population: number, time: number): void {
    this.#waiting += 1;
    this.#queues[population]!.push(neuron, time + this.#times[population]!);
  }

  /** Take one neuron that is due. @returns the neuron, or -1. */
  take(time: number): number {
    if (this.#waiting === 0) return -1;
    for (const queue of this.#queues) {
      const neuron = queue.take(time);
      if (neuron < 0) continue;
      this.#waiting -= 1;
      return neuron;
    }
    return -1;
  }
}
