import type { LowRankNetwork } from "#model";
import { SpikeList } from "./SpikeList.ts";
import type { Transmission } from "./transmission.ts";

/** All of a spike in one step. */
export class DeltaTransmission implements Transmission {
  readonly charge: Float64Array;
  isActive = false;
  readonly #spikes: SpikeList;
  #decoders: Float64Array;

  constructor(network: LowRankNetwork) {
    this.charge = new Float64Array(network.latents.length);
    this.#spikes = new SpikeList(network.neurons);
    this.#decoders = network.decoders;
  }

  advance(_step: number, spikes: SpikeList): void {
    if (spikes.count === 0 && !this.isActive) return;
    this.#spikes.clear();
    for (let position = 0; position < spikes.count; position += 1)
      this.#spikes.add(spikes.neurons[position]!);
    this.isActive = spikes.count > 0;
    this.#sum();
  }

  removeSelf(received: Float64Array, selfWeights: Float64Array): void {
    const { neurons, count } = this.#spikes;
    for (let position = 0; position < count; position += 1) {
      const neuron = neurons[position]!;
      received[neuron] = received[neuron]! - selfWeights[neuron]!;
    }
  }

  retune(network: LowRankNetwork): void {
    this.#decoders = network.decoders;
    this.#sum();
  }

  #sum(): void {
    const charge = this.charge;
    const { neurons, count } = this.#spikes;
    charge.fill(0);
    for (let position = 0; position < count; position += 1) {
      const row = neurons[position]! * charge.length;
      for (let latent = 0; latent < charge.length; latent += 1)
        charge[latent] = charge[latent]! + this.#decoders[row + latent]!;
    }
  }
}
