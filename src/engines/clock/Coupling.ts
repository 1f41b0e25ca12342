import type { LowRankNetwork } from "#model";
import { copyColumns, createColumns } from "../shared/transpose.ts";
import type { Synapse } from "../types.ts";
import type { SpikeList } from "./SpikeList.ts";
import type { Transmission } from "./transmission.ts";

/**
 * The charge that each neuron receives: E . charge from all, less its own share, plus its own reset, which is
 * instantaneous whatever the synapse. Costs N K; the N x N matrix is never formed.
 */
export class Coupling {
  readonly #columns: readonly Float64Array[];
  /** E_i . D_i where the whole diagonal is instantaneous, else 0. */
  readonly #selfWeights: Float64Array;
  /** What a neuron's own spike adds to its voltage one step later. */
  readonly #selfResets: Float64Array;
  readonly #synapse: Synapse["kind"];

  constructor(network: LowRankNetwork, synapse: Synapse["kind"]) {
    this.#columns = createColumns(network.latents.length, network.neurons);
    this.#selfWeights = new Float64Array(network.neurons);
    this.#selfResets = new Float64Array(network.neurons);
    this.#synapse = synapse;
    this.retune(network);
  }

  retune(network: LowRankNetwork): void {
    const width = network.latents.length;
    copyColumns(network.encoders, this.#columns);
    for (let neuron = 0; neuron < network.neurons; neuron += 1) {
      let weight = 0;
      if (!this.#excitesItselfThroughSynapse(network, neuron))
        for (let latent = 0; latent < width; latent += 1)
          weight +=
            network.encoders[neuron * width + latent]! * network.decoders[neuron * width + latent]!;
      this.#selfWeights[neuron] = weight;
      this.#selfResets[neuron] = weight - network.selfResets[neuron]!;
    }
  }

  /**
   * Write what each neuron receives in a step.
   *
   * @param received N numbers, written.
   * @param arriving charge on its way.
   * @param fired spikes of the step before, which reset their own neurons.
   */
  fill(received: Float64Array, arriving: Transmission, fired: SpikeList): void {
    this.#project(received, arriving.charge);
    arriving.removeSelf(received, this.#selfWeights);
    for (let position = 0; position < fired.count; position += 1) {
      const neuron = fired.neurons[position]!;
      received[neuron] = received[neuron]! + this.#selfResets[neuron]!;
    }
  }

  // Latents without charge are skipped: a spike usually writes one of them.
  #project(received: Float64Array, charge: Float64Array): void {
    let isEmpty = true;
    for (let latent = 0; latent < charge.length; latent += 1) {
      const weight = charge[latent]!;
      if (weight === 0) continue;
      if (isEmpty) setScaled(received, this.#columns[latent]!, weight);
      else addScaled(received, this.#columns[latent]!, weight);
      isEmpty = false;
    }
    if (isEmpty) received.fill(0);
  }

  // Reference rule: with square pulses an excitatory population beside others feels its own excitation
  // through the synapse like everybody else.
  #excitesItselfThroughSynapse(network: LowRankNetwork, neuron: number): boolean {
    if (this.#synapse !== "pulse" || network.populations.length === 1) return false;
    return network.populations[network.populationOf[neuron]!]!.type === "excitatory";
  }
}

function setScaled(target: Float64Array, column: Float64Array, weight: number): void {
  for (let index = 0; index < target.length; index += 1) target[index] = column[index]! * weight;
}

function addScaled(target: Float64Array, column: Float64Array, weight: number): void {
  for (let index = 0; index < target.length; index += 1)
    target[index] = target[index]! + column[index]! * weight;
}
