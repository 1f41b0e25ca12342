import type { LowRankNetwork } from "#model";
import type { SpikeList } from "./SpikeList.ts";
import { StepQueue } from "./StepQueue.ts";
import type { Transmission } from "./transmission.ts";

/**
 * Square pulses: a spike delivers 1 / width of its charge in each of `width` steps; overlapping pulses add.
 * Running pulses are counted as whole numbers, so that the charge returns to exactly zero.
 */
export class PulseTransmission implements Transmission {
  readonly charge: Float64Array;
  isActive = false;
  readonly #widths: readonly number[];
  readonly #populationOf: Uint16Array;
  /** Pulses that run, by neuron. */
  readonly #running: Uint32Array;
  readonly #endings: readonly StepQueue[];
  #decoders: Float64Array;
  #total = 0;

  /** @param widths steps, one a population. */
  constructor(network: LowRankNetwork, widths: readonly number[]) {
    this.charge = new Float64Array(network.latents.length);
    this.#widths = widths;
    this.#populationOf = network.populationOf;
    this.#running = new Uint32Array(network.neurons);
    this.#endings = widths.map(() => new StepQueue());
    this.#decoders = network.decoders;
  }

  advance(step: number, spikes: SpikeList): void {
    const ended = this.#end(step);
    for (let position = 0; position < spikes.count; position += 1) {
      const neuron = spikes.neurons[position]!;
      const population = this.#populationOf[neuron]!;
      this.#running[neuron] = this.#running[neuron]! + 1;
      this.#endings[population]!.push(neuron, step + this.#widths[population]!);
    }
    if (!ended && spikes.count === 0) return;
    this.#total += spikes.count;
    this.isActive = this.#total > 0;
    this.#sum();
  }

  removeSelf(received: Float64Array, selfWeights: Float64Array): void {
    const running = this.#running;
    for (let neuron = 0; neuron < running.length; neuron += 1) {
      const pulses = running[neuron]!;
      if (pulses > 0)
        received[neuron] = received[neuron]! - selfWeights[neuron]! * this.#part(neuron, pulses);
    }
  }

  retune(network: LowRankNetwork): void {
    this.#decoders = network.decoders;
    this.#sum();
  }

  #end(step: number): boolean {
    const before = this.#total;
    for (const queue of this.#endings)
      for (let neuron = queue.take(step); neuron >= 0; neuron = queue.take(step)) {
        this.#running[neuron] = this.#running[neuron]! - 1;
        this.#total -= 1;
      }
    return this.#total !== before;
  }

  #sum(): void {
    const charge = this.charge;
    const running = this.#running;
    charge.fill(0);
    for (let neuron = 0; neuron < running.length; neuron += 1) {
      const pulses = running[neuron]!;
      if (pulses === 0) continue;
      const part = this.#part(neuron, pulses);
      const row = neuron * charge.length;
      for (let latent = 0; latent < charge.length; latent += 1)
        charge[latent] = charge[latent]! + this.#decoders[row + latent]! * part;
    }
  }

  #part(neuron: number, pulses: number): number {
    return pulses / this.#widths[this.#populationOf[neuron]!]!;
  }
}
