import type { LowRankNetwork } from "#model";
import type { SpikeList } from "./SpikeList.ts";
import type { Transmission } from "./transmission.ts";

/** Parts of a spike below this are dropped: arithmetic on subnormal numbers is slow. */
const NEGLIGIBLE = 1e-290;

/** Exponential synapses: a spike delivers the part `rate` at once and (1 - rate) of the part before in each next step. */
export class ExponentialTransmission implements Transmission {
  readonly charge: Float64Array;
  isActive = false;
  readonly #network: Pick<LowRankNetwork, "populations" | "populationOf">;
  readonly #rates: readonly number[];
  /** Part of a spike that each neuron delivers in this step, N. */
  readonly #parts: Float64Array;
  #decoders: Float64Array;

  /** @param rates dt / tau of the synapse, at most 1, one a population. */
  constructor(network: LowRankNetwork, rates: readonly number[]) {
    this.charge = new Float64Array(network.latents.length);
    this.#network = network;
    this.#rates = rates;
    this.#parts = new Float64Array(network.neurons);
    this.#decoders = network.decoders;
  }

  advance(_step: number, spikes: SpikeList): void {
    if (!this.isActive && spikes.count === 0) return;
    this.#decay();
    const parts = this.#parts;
    for (let position = 0; position < spikes.count; position += 1) {
      const neuron = spikes.neurons[position]!;
      parts[neuron] = parts[neuron]! + this.#rates[this.#network.populationOf[neuron]!]!;
    }
    this.isActive = true;
    this.#sum();
  }

  removeSelf(received: Float64Array, selfWeights: Float64Array): void {
    const parts = this.#parts;
    for (let neuron = 0; neuron < parts.length; neuron += 1)
      received[neuron] = received[neuron]! - selfWeights[neuron]! * parts[neuron]!;
  }

  retune(network: LowRankNetwork): void {
    this.#decoders = network.decoders;
    this.#sum();
  }

  #decay(): void {
    const parts = this.#parts;
    for (const [index, { start, count }] of this.#network.populations.entries()) {
      const rate = this.#rates[index]!;
      for (let neuron = start; neuron < start + count; neuron += 1) {
        const part = parts[neuron]! - rate * parts[neuron]!;
        parts[neuron] = part < NEGLIGIBLE ? 0 : part;
      }
    }
  }

  #sum(): void {
    const charge = this.charge;
    const parts = this.#parts;
    const decoders = this.#decoders;
    const width = charge.length;
    for (let latent = 0; latent < width; latent += 1) {
      let sum = 0;
      for (let neuron = 0; neuron < parts.length; neuron += 1)
        sum += decoders[neuron * width + latent]! * parts[neuron]!;
      charge[latent] = sum;
    }
  }
}
