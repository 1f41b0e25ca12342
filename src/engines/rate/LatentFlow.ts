import { addGain, type LowRankNetwork } from "#model";
import type { Injection } from "../input/Injection.ts";
import { dotRow } from "../shared/dotRow.ts";
import { sigmoid } from "./sigmoid.ts";

/**
 * The right-hand side of the latent rate equations y' = S(y) - y with S(y) = sum_i D_i r_i,
 * r_i = sigma_beta(V_i - T_i) / tau_s and V_i = F_i x + E_i y + I_i (Podlaski & Machens 2024, eqs 4.9-4.13).
 */
export class LatentFlow {
  /** x, M: written by the owner before {@link prepare}. */
  readonly input: Float64Array;
  /** Rises whenever S is another function of y. */
  version = 0;
  #network: LowRankNetwork;
  readonly #injection: Injection;
  readonly #beta: Float64Array;
  readonly #tauS: Float64Array;
  /** F x + I - T, N, and what it was computed from. */
  readonly #drive: Float64Array;
  readonly #drivenBy: Float64Array;
  #injected = -1;

  constructor(parts: {
    readonly network: LowRankNetwork;
    readonly injection: Injection;
    readonly beta: Float64Array;
    readonly tauS: Float64Array;
  }) {
    const { network } = parts;
    this.#network = network;
    this.input = new Float64Array(network.inputs);
    this.#injection = parts.injection;
    this.#beta = parts.beta;
    this.#tauS = parts.tauS;
    this.#drive = new Float64Array(network.neurons);
    this.#drivenBy = new Float64Array(network.inputs);
  }

  get network(): LowRankNetwork {
    return this.#network;
  }

  /** Use another network of the same shape from now on. */
  retune(network: LowRankNetwork): void {
    this.#network = network;
    this.#injected = -1;
  }

  /** Take over `input` and the present currents where they changed. */
  prepare(): void {
    const { input } = this;
    const drivenBy = this.#drivenBy;
    let isStill = this.#injected === this.#injection.version;
    for (let index = 0; isStill && index < input.length; index += 1)
      isStill = input[index] === drivenBy[index];
    if (isStill) return;
    const { feedforward, thresholds, neurons } = this.#network;
    const { values, version } = this.#injection;
    for (let neuron = 0; neuron < neurons; neuron += 1)
      this.#drive[neuron] =
        dotRow(feedforward, neuron, input) + values[neuron]! - thresholds[neuron]!;
    drivenBy.set(input);
    this.#injected = version;
    this.version += 1;
  }

  /** V - T of one neuron at latents y. */
  excess(neuron: number, latents: Float64Array): number {
    return this.#drive[neuron]! + dotRow(this.#network.encoders, neuron, latents);
  }

  /** r of one neuron: its sigmoid over tau_s. */
  rate(neuron: number, latents: Float64Array): number {
    return sigmoid(this.#beta[neuron]! * this.excess(neuron, latents)) / this.#tauS[neuron]!;
  }

  /** Write S(y), K. Written out, as a run spends its time here. */
  target(latents: Float64Array, out: Float64Array): void {
    const width = latents.length;
    const { decoders, encoders, neurons } = this.#network;
    const drive = this.#drive;
    const beta = this.#beta;
    const tauS = this.#tauS;
    out.fill(0);
    for (let neuron = 0; neuron < neurons; neuron += 1) {
      const start = neuron * width;
      let excess = drive[neuron]!;
      for (let latent = 0; latent < width; latent += 1)
        excess += encoders[start + latent]! * latents[latent]!;
      const rate = sigmoid(beta[neuron]! * excess) / tauS[neuron]!;
      for (let latent = 0; latent < width; latent += 1)
        out[latent] = out[latent]! + decoders[start + latent]! * rate;
    }
  }

  /** Write dS/dy at y, K x K: row k holds what latent k gains. */
  gains(latents: Float64Array, out: Float64Array): void {
    out.fill(0);
    for (let neuron = 0; neuron < this.#network.neurons; neuron += 1) {
      const share = this.rate(neuron, latents) * this.#tauS[neuron]!;
      const gain = (this.#beta[neuron]! * share * (1 - share)) / this.#tauS[neuron]!;
      addGain({ network: this.#network, neuron, gain }, out);
    }
  }
}
