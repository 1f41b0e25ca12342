import type { LowRankNetwork } from "#model";
import { copyColumns, createColumns } from "../shared/transpose.ts";

/** What a spike does: E_i . D_k to the voltages, D_k to the readout, -mu_k to its own neuron. */
export class Jumps {
  readonly #columns: readonly Float64Array[];
  #network: LowRankNetwork;

  constructor(network: LowRankNetwork) {
    this.#network = network;
    this.#columns = createColumns(network.latents.length, network.neurons);
    this.retune(network);
  }

  retune(network: LowRankNetwork): void {
    this.#network = network;
    copyColumns(network.encoders, this.#columns);
  }

  /** Add D_k to the readout y. */
  writeReadout(latents: Float64Array, neuron: number): void {
    const { decoders } = this.#network;
    const row = neuron * latents.length;
    for (let latent = 0; latent < latents.length; latent += 1)
      latents[latent] = latents[latent]! + decoders[row + latent]!;
  }

  /** Push every voltage, the sender's own too. */
  pushAll(voltages: Float64Array, sender: number): void {
    const { decoders } = this.#network;
    const row = sender * this.#columns.length;
    for (const [latent, weights] of this.#columns.entries()) {
      const decoder = decoders[row + latent]!;
      if (decoder === 0) continue;
      for (let neuron = 0; neuron < voltages.length; neuron += 1)
        voltages[neuron] = voltages[neuron]! + weights[neuron]! * decoder;
    }
  }

  /** Push everybody but the sender, which has reset itself when it fired. */
  pushOthers(voltages: Float64Array, sender: number): void {
    const own = voltages[sender]!;
    this.pushAll(voltages, sender);
    voltages[sender] = own;
  }

  /** What resets a neuron whose spike is still on its way to everybody: E_k . D_k - mu_k. */
  ownPush(neuron: number): number {
    const { selfResets, encoders, decoders } = this.#network;
    const width = this.#columns.length;
    let push = -selfResets[neuron]!;
    for (let cell = neuron * width; cell < neuron * width + width; cell += 1)
      push += encoders[cell]! * decoders[cell]!;
    return push;
  }
}
