import type { LowRankNetwork } from "#model";
import { SpikeList } from "./SpikeList.ts";
import { StepQueue } from "./StepQueue.ts";

/** Holds spikes back by their population's axonal delay. */
export class DelayLine {
  /** Spikes that arrive at the present step. */
  readonly arrivals: SpikeList;
  readonly #populationOf: Uint16Array;
  readonly #delays: readonly number[];
  readonly #queues: readonly StepQueue[];

  /** @param delays steps, one a population. */
  constructor(network: LowRankNetwork, delays: readonly number[]) {
    this.arrivals = new SpikeList(network.neurons);
    this.#populationOf = network.populationOf;
    this.#delays = delays;
    this.#queues = delays.map(() => new StepQueue());
  }

  /** Take in the spikes of `step` and give out those that are due. */
  advance(step: number, fired: SpikeList): void {
    for (let position = 0; position < fired.count; position += 1) {
      const neuron = fired.neurons[position]!;
      const population = this.#populationOf[neuron]!;
      this.#queues[population]!.push(neuron, step + this.#delays[population]!);
    }
    this.arrivals.clear();
    for (const queue of this.#queues) this.#collect(queue, step);
  }

  #collect(queue: StepQueue, step: number): void {
    for (let neuron = queue.take(step); neuron >= 0; neuron = queue.take(step))
      this.arrivals.add(neuron);
  }
}
