import type { LowRankNetwork } from "#model";
import type { DenseRun } from "./densePopulation.ts";

/**
 * The two-population rules (one spike a step, inhibition first, overshoot kept) at a held input with the full weight
 * matrix of both populations, E before I. Like the other baselines written for clarity and never tuned down or up.
 */
export function createDensePair(network: LowRankNetwork, dt: number, x: number): DenseRun {
  const { neurons, feedforward, thresholds } = network;
  const inhibitory = network.populations[1]?.start ?? 0;
  const weights = createWeights(network);
  const voltages = new Float64Array(neurons);
  const spikes = new Float64Array(neurons);
  const received = new Float64Array(neurons);

  const multiply = (): void => {
    for (let row = 0; row < neurons; row += 1) {
      const start = row * neurons;
      let sum = 0;
      for (let column = 0; column < neurons; column += 1)
        sum += (weights[start + column] ?? 0) * (spikes[column] ?? 0);
      received[row] = sum;
    }
  };

  const move = (): void => {
    for (let index = 0; index < neurons; index += 1) {
      const voltage = voltages[index] ?? 0;
      const drive = (feedforward[index] ?? 0) * x + 1 - (thresholds[index] ?? 0);
      voltages[index] = voltage + dt * (drive - voltage + (received[index] ?? 0) / dt);
    }
  };

  /** Let the highest of a stretch of neurons fire if it may. */
  const fireOne = (from: number, to: number): boolean => {
    let highest = from;
    for (let index = from + 1; index < to; index += 1)
      if ((voltages[index] ?? 0) > (voltages[highest] ?? 0)) highest = index;
    if ((voltages[highest] ?? 0) < 1) return false;
    spikes[highest] = 1;
    return true;
  };

  return {
    advance(steps: number): void {
      for (let taken = 0; taken < steps; taken += 1) {
        multiply();
        move();
        spikes.fill(0);
        if (!fireOne(inhibitory, neurons)) fireOne(0, inhibitory);
      }
    },
  };
}

// W = E D.
function createWeights({ neurons, latents, encoders, decoders }: LowRankNetwork): Float64Array {
  const width = latents.length;
  const weights = new Float64Array(neurons * neurons);
  for (let row = 0; row < neurons; row += 1)
    for (let column = 0; column < neurons; column += 1)
      for (let latent = 0; latent < width; latent += 1) {
        const product =
          (encoders[row * width + latent] ?? 0) * (decoders[column * width + latent] ?? 0);
        weights[row * neurons + column] = (weights[row * neurons + column] ?? 0) + product;
      }
  return weights;
}
