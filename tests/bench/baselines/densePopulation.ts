import type { Rng } from "#math";
import type { LowRankNetwork } from "#model";

/** A plain network with an N x N weight matrix; the baseline is written for clarity and never tuned down or up. */
export interface DenseRun {
  /** Take steps; x moves along a line from -1 by `slope` a step. */
  advance(steps: number): void;
}

/** What a dense run needs. */
export interface DenseSetup {
  readonly network: LowRankNetwork;
  readonly dt: number;
  /** x gained in a step. */
  readonly slope: number;
  readonly sigma: number;
  readonly rng: Rng | null;
}

/** Set up the one-population rules (one spike a step, overshoot discarded) with a full matrix product a step. */
export function createDenseRun(setup: DenseSetup): DenseRun {
  const { network, dt, slope, sigma, rng } = setup;
  const { neurons, feedforward, thresholds } = network;
  const weights = createWeights(network);
  const voltages = new Float64Array(neurons);
  const spikes = new Float64Array(neurons);
  const received = new Float64Array(neurons);
  const noise = new Float64Array(neurons);
  const noiseScale = Math.sqrt(2 * dt) * sigma;
  let before = -1;

  const multiply = (): void => {
    for (let row = 0; row < neurons; row += 1) {
      const start = row * neurons;
      let sum = 0;
      for (let column = 0; column < neurons; column += 1)
        sum += (weights[start + column] ?? 0) * (spikes[column] ?? 0);
      received[row] = sum;
    }
  };

  const move = (tracked: number): void => {
    for (let index = 0; index < neurons; index += 1) {
      const voltage = voltages[index] ?? 0;
      const drive = (feedforward[index] ?? 0) * tracked + 1 - (thresholds[index] ?? 0);
      const kick = noiseScale * (noise[index] ?? 0);
      voltages[index] = voltage + dt * (drive - voltage + (received[index] ?? 0) / dt) + kick;
    }
  };

  const fire = (): void => {
    let highest = 0;
    for (let index = 1; index < neurons; index += 1)
      if ((voltages[index] ?? 0) > (voltages[highest] ?? 0)) highest = index;
    spikes.fill(0);
    if ((voltages[highest] ?? 0) < 1) return;
    spikes[highest] = 1;
    voltages[highest] = 1;
  };

  const step = (): void => {
    const x = before + slope;
    const tracked = (x - before) / dt + before;
    before = x;
    multiply();
    rng?.fillNoise(noise, 0, neurons);
    move(tracked);
    fire();
  };

  return {
    advance(steps: number): void {
      for (let taken = 0; taken < steps; taken += 1) step();
    },
  };
}

// W = E D with mu taken from the diagonal.
function createWeights(network: LowRankNetwork): Float64Array {
  const { neurons, encoders, decoders, selfResets } = network;
  const weights = new Float64Array(neurons * neurons);
  for (let row = 0; row < neurons; row += 1) {
    for (let column = 0; column < neurons; column += 1)
      weights[row * neurons + column] = (encoders[row] ?? 0) * (decoders[column] ?? 0);
    const diagonal = row * neurons + row;
    weights[diagonal] = (weights[diagonal] ?? 0) - (selfResets[row] ?? 0);
  }
  return weights;
}
