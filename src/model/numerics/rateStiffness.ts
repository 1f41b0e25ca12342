import { spectralRadius } from "#math";
import type { LowRankNetwork } from "../network.ts";
import { addGain } from "./addGain.ts";

/** A network of rates: the steepness and the weight of its sigmoids, one a population. */
export interface RateUnits {
  readonly network: LowRankNetwork;
  /** Steepness beta. */
  readonly beta: readonly number[];
  /** Synaptic time constant in tau; 1 for the reference rule, whose decoders contain it. */
  readonly tauS: readonly number[];
}

/** A moment of a run. */
export interface RateMoment {
  /** x, M. */
  readonly input: ArrayLike<number>;
  /** y, K. */
  readonly latents: ArrayLike<number>;
}

/**
 * Largest |eigenvalue| of the latent Jacobian -1 + sum D_i sigma'_beta(V_i - T_i) E_i / tau_s (Podlaski & Machens
 * 2024, eqs 4.9-4.13), per tau: a step of 2.5 over it is the last at which Runge-Kutta of order 4 is stable.
 */
export function rateStiffness(units: RateUnits, moment: RateMoment): number {
  const { network, beta, tauS } = units;
  const latents = network.latents.length;
  const jacobian = new Float64Array(latents * latents);
  for (let k = 0; k < latents; k += 1) jacobian[k * latents + k] = -1;
  for (let neuron = 0; neuron < network.neurons; neuron += 1) {
    const population = network.populationOf[neuron] ?? 0;
    const steepness = beta[population] ?? 0;
    const rate = 1 / (1 + Math.exp(-steepness * excessOf(network, neuron, moment)));
    const gain = (steepness * rate * (1 - rate)) / (tauS[population] ?? 1);
    if (gain > 0) addGain({ network, neuron, gain }, jacobian);
  }
  return spectralRadius(jacobian, latents);
}

function excessOf(network: LowRankNetwork, neuron: number, { input, latents }: RateMoment): number {
  let excess = -(network.thresholds[neuron] ?? 0);
  for (let m = 0; m < network.inputs; m += 1) {
    excess += (network.feedforward[neuron * network.inputs + m] ?? 0) * (input[m] ?? 0);
  }
  const width = network.latents.length;
  for (let k = 0; k < width; k += 1) {
    excess += (network.encoders[neuron * width + k] ?? 0) * (latents[k] ?? 0);
  }
  return excess;
}
