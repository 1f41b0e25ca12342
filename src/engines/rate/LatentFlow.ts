import type { LowRankNetwork } from "#model";
import { dotRow } from "../shared/dotRow.ts";
import { sigmoid } from "./sigmoid.ts";

/**
 * The right-hand side of the latent rate equations y' = -y + sum_i D_i r_i with
 * r_i = sigma_beta(V_i - T_i) / tau_s and V_i = F_i x + E_i y + I_i (Podlaski & Machens 2024, eqs 4.9-4.13).
 */
export class LatentFlow {
  network: LowRankNetwork;
  /** x, M, and injected current, N: written by the owner before each evaluation. */
  readonly input: Float64Array;
  readonly #injected: Float64Array;
  readonly #beta: Float64Array;
  readonly #tauS: Float64Array;
  /** Row sums of the Jacobian's magnitudes, K x K. */
  readonly #jacobian: Float64Array;

  constructor(parts: {
    readonly network: LowRankNetwork;
    readonly injected: Float64Array;
    readonly beta: Float64Array;
    readonly tauS: Float64Array;
  }) {
    const latents = parts.network.latents.length;
    this.network = parts.network;
    this.input = new Float64Array(parts.network.inputs);
    this.#injected = parts.injected;
    this.#beta = parts.beta;
    this.#tauS = parts.tauS;
    this.#jacobian = new Float64Array(latents * latents);
  }

  /** V of one neuron at latents y. */
  voltage(neuron: number, latents: Float64Array): number {
    const { feedforward, encoders } = this.network;
    return (
      dotRow(feedforward, neuron, this.input) +
      dotRow(encoders, neuron, latents) +
      this.#injected[neuron]!
    );
  }

  /** r of one neuron: its part of the sigmoid over tau_s. */
  rate(neuron: number, latents: Float64Array): number {
    const excess = this.voltage(neuron, latents) - this.network.thresholds[neuron]!;
    return sigmoid(this.#beta[neuron]! * excess) / this.#tauS[neuron]!;
  }

  /** Write y' at y. */
  slope(latents: Float64Array, out: Float64Array): void {
    const width = latents.length;
    const { decoders, neurons } = this.network;
    for (let latent = 0; latent < width; latent += 1) out[latent] = -latents[latent]!;
    for (let neuron = 0; neuron < neurons; neuron += 1) {
      const rate = this.rate(neuron, latents);
      for (let latent = 0; latent < width; latent += 1)
        out[latent] = out[latent]! + decoders[neuron * width + latent]! * rate;
    }
  }

  /** The largest row sum of the Jacobian's magnitudes at y: no eigenvalue is larger. */
  stiffness(latents: Float64Array): number {
    const width = latents.length;
    const jacobian = this.#jacobian;
    jacobian.fill(0);
    for (let latent = 0; latent < width; latent += 1) jacobian[latent * width + latent] = -1;
    for (let neuron = 0; neuron < this.network.neurons; neuron += 1) this.#addGain(neuron, latents);
    let largest = 0;
    for (let row = 0; row < width; row += 1) {
      let sum = 0;
      for (let column = 0; column < width; column += 1)
        sum += Math.abs(jacobian[row * width + column]!);
      largest = Math.max(largest, sum);
    }
    return largest;
  }

  #addGain(neuron: number, latents: Float64Array): void {
    const width = latents.length;
    const { decoders, encoders } = this.network;
    const rate = this.rate(neuron, latents);
    const gain = this.#beta[neuron]! * rate * (1 - rate * this.#tauS[neuron]!);
    for (let row = 0; row < width; row += 1) {
      const weight = decoders[neuron * width + row]! * gain;
      for (let column = 0; column < width; column += 1) {
        const place = row * width + column;
        this.#jacobian[place] =
          this.#jacobian[place]! + weight * encoders[neuron * width + column]!;
      }
    }
  }
}
