import { createEngine, type EngineId, type SimulationSpec } from "#engines";
import { trialSeed } from "#math";
import type { LowRankNetwork } from "#model";
import { createTestNetwork, createTestSpec, holdAt } from "./simulationSpecs.ts";

/** N. */
const NEURONS = 50;
/** The neuron whose spikes are counted; its line touches the boundary at x = -0.51. */
const OBSERVED = 12;
const DURATION = 7.5;
/** Where the second count begins: without the start-up. */
const LATE = 2.5;
const DECODER = -0.25;
const SELF_RESET = 0.025;

/** Spike counts of the observed neuron, one number a trial, and the mean count of the whole network. */
export interface Counts {
  /** Over the whole trial. */
  readonly whole: Float64Array;
  /** Over the last 5 tau. */
  readonly late: Float64Array;
  readonly network: number;
}

/**
 * The population of Podlaski & Machens 2024, figure 15: 50 neurons tangent to y = -x^2 - 1/2 on [-1, 1], D = -0.25,
 * mu = 0.025. The figure's feedforward neurons keep E_i D_i as a part of their own reset and send nothing.
 */
export function figure15Network(coupling: "recurrent" | "feedforward"): LowRankNetwork {
  const tangents = Array.from({ length: NEURONS }, (_, index) => -1 + (2 * index) / (NEURONS - 1));
  const isRecurrent = coupling === "recurrent";
  return createTestNetwork({
    type: "inhibitory",
    feedforward: tangents.map((x) => 2 * x),
    encoders: tangents.map(() => [1]),
    thresholds: tangents.map((x) => x * x - 0.5),
    decoders: tangents.map(() => (isRecurrent ? DECODER : 0)),
    selfReset: isRecurrent ? SELF_RESET : SELF_RESET - DECODER,
  });
}

/** A trial of the figure: x = -0.5, every normalised voltage and the noise start at 0. */
export function figure15Spec(
  network: LowRankNetwork,
  method: { readonly engine: EngineId; readonly dt: number; readonly sigma: number },
): SimulationSpec {
  const { engine, dt, sigma } = method;
  return createTestSpec(network, {
    engine,
    dt,
    steps: Math.round(DURATION / dt),
    duration: DURATION,
    input: holdAt(-0.5),
    overshoot: "clamp",
    noise: { sigma: [sigma], generator: "fast", skip: 0, start: "zero" },
    initial: {
      kind: "voltages",
      voltages: new Float64Array(network.neurons),
      latents: new Float64Array(1),
    },
  });
}

/** Run trials with seeds of their own, all from master seed 1, and count spikes. */
export function countSpikes(spec: SimulationSpec, trials: number): Counts {
  const whole = new Float64Array(trials);
  const late = new Float64Array(trials);
  let all = 0;
  for (let trial = 0; trial < trials; trial += 1) {
    let count = 0;
    let lateCount = 0;
    createEngine({ ...spec, seed: trialSeed(1, trial) }).advance(spec.steps, {
      everySteps: spec.steps,
      hasRoom: () => true,
      sample: () => undefined,
      spike: (neuron, step) => {
        all += 1;
        if (neuron !== OBSERVED) return;
        count += 1;
        if (step * spec.dt >= LATE) lateCount += 1;
      },
    });
    whole[trial] = count;
    late[trial] = lateCount;
  }
  return { whole, late, network: all / trials };
}
