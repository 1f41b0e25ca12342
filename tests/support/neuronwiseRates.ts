import type { RateIntegrator } from "#engines";
import type { LowRankNetwork } from "#model";

/** A run of the rate equations neuron by neuron; times in tau. */
export interface NeuronwiseRun {
  readonly network: LowRankNetwork;
  readonly dt: number;
  readonly steps: number;
  /** Steepness of every neuron. */
  readonly beta: number;
  /** Synaptic time constant of every neuron. */
  readonly tauS: number;
  readonly integrator: RateIntegrator;
  readonly x: (time: number) => number;
}

/**
 * The N-dimensional rate equations r' = -r + sigma_beta(F x + W r - T) / tau_s with a full weight matrix W = E D,
 * written down plainly: what the latent equations must equal, neither fast nor general (one input, r = 0 at the start).
 *
 * @returns y = D r at the last step, K.
 */
export function integrateNeuronwise(run: NeuronwiseRun): readonly number[] {
  const { network, dt, integrator } = run;
  const indices = Array.from({ length: network.neurons }, (_, index) => index);
  const width = network.latents.length;
  const latents = Array.from({ length: width }, (_, latent) => latent);
  const at = (values: Float64Array, index: number): number => values[index] ?? 0;
  const weights = indices.map((row) =>
    indices.map((column) =>
      latents.reduce(
        (sum, k) =>
          sum + at(network.encoders, row * width + k) * at(network.decoders, column * width + k),
        0,
      ),
    ),
  );
  type Rates = readonly number[];

  const target = (time: number, rates: Rates): Rates =>
    indices.map((row) => {
      const received = indices.reduce(
        (sum, column) => sum + (weights[row]?.[column] ?? 0) * (rates[column] ?? 0),
        0,
      );
      const excess =
        at(network.feedforward, row) * run.x(time) + received - at(network.thresholds, row);
      return 1 / (1 + Math.exp(-run.beta * excess)) / run.tauS;
    });
  const slope = (time: number, rates: Rates): Rates =>
    target(time, rates).map((value, index) => value - (rates[index] ?? 0));
  const add = (rates: Rates, h: number, slopes: Rates): Rates =>
    rates.map((rate, index) => rate + h * (slopes[index] ?? 0));

  const rungeKutta = (time: number, rates: Rates): Rates => {
    const first = slope(time, rates);
    const second = slope(time + dt / 2, add(rates, dt / 2, first));
    const third = slope(time + dt / 2, add(rates, dt / 2, second));
    const fourth = slope(time + dt, add(rates, dt, third));
    const mean = first.map(
      (value, index) =>
        (value + 2 * (second[index] ?? 0) + 2 * (third[index] ?? 0) + (fourth[index] ?? 0)) / 6,
    );
    return add(rates, dt, mean);
  };
  const exponentialEuler = (time: number, rates: Rates): Rates => {
    const keep = Math.exp(-dt);
    return target(time, rates).map(
      (value, index) => keep * (rates[index] ?? 0) + (1 - keep) * value,
    );
  };

  let state: Rates = indices.map(() => 0);
  for (let step = 0; step < run.steps - 1; step += 1)
    state =
      integrator === "runge-kutta"
        ? rungeKutta(step * dt, state)
        : exponentialEuler(step * dt, state);
  return latents.map((k) =>
    indices.reduce(
      (sum, row) => sum + at(network.decoders, row * width + k) * (state[row] ?? 0),
      0,
    ),
  );
}
