import type { Engine, EngineState, Recorder, SimulationSpec } from "#engines";
import { createNetwork } from "#model";

/** Two neurons a population, one input, two latents; thresholds tell one edit from another. */
export function scriptedSpec(steps: number, threshold = 1): SimulationSpec {
  const network = createNetwork({
    inputs: 1,
    latents: [
      { name: "E", writer: 0, kind: "readout" },
      { name: "I", writer: 1, kind: "readout" },
    ],
    populations: [
      { id: "E", type: "excitatory", start: 0, count: 2, latents: [0] },
      { id: "I", type: "inhibitory", start: 2, count: 2, latents: [1] },
    ],
    feedforward: Float64Array.of(1, 2, 3, 4),
    encoders: Float64Array.of(1, 1, 2, 1, 3, 1, 4, 1),
    decoders: Float64Array.of(1, 0, 1, 0, 0, -1, 0, -1),
    thresholds: Float64Array.of(threshold, 1, 1, 1),
    selfResets: new Float64Array(4),
  });
  return {
    engine: "clock",
    network,
    dt: 0.5,
    steps,
    duration: steps * 0.5,
    minGap: 0,
    input: {
      kind: "piecewise-linear",
      times: Float64Array.of(0),
      values: Float64Array.of(7),
    },
    synapse: { kind: "delta" },
    overshoot: "keep",
    refractory: [0, 0],
    delay: [0, 0],
    noise: { sigma: [0, 0], generator: "fast", skip: 0, start: "zero" },
    currents: [],
    initial: { kind: "rest" },
    rate: null,
    seed: 1,
  };
}

export interface ScriptedEngineOptions {
  /** Called at every step taken, to let a fake clock run or to throw. */
  readonly onStep?: (step: number) => void;
  /** Neurons that fire at a step. */
  readonly spikes?: (step: number) => readonly number[];
}

/**
 * An engine whose numbers can be told in advance: y = (step, first threshold), voltages = step + neuron,
 * and a spike of neuron (step mod N) at every even step.
 */
export function createScriptedEngine(
  spec: SimulationSpec,
  { onStep, spikes }: ScriptedEngineOptions = {},
): Engine {
  if (spec.engine !== "clock") throw new Error(`The ${spec.engine} engine is not here.`);
  const { neurons } = spec.network;
  const fires = spikes ?? ((at: number) => (at % 2 === 0 ? [at % neurons] : []));
  const state: EngineState = {
    input: Float64Array.of(7),
    latents: new Float64Array(2),
    voltages: new Float64Array(neurons),
    injected: new Float64Array(neurons),
    rates: new Float64Array(0),
  };
  let { network } = spec;
  let step = 0;
  let begun = false;

  const record = (recorder: Recorder): void => {
    state.latents[0] = step;
    state.latents[1] = network.thresholds[0] ?? 0;
    for (let neuron = 0; neuron < neurons; neuron += 1) state.voltages[neuron] = step + neuron;
    if (step % recorder.everySteps === 0) recorder.sample(step, state);
  };

  return {
    get step() {
      return step;
    },
    get isOver() {
      return step >= spec.steps - 1;
    },
    verdict: null,
    state,
    advance(count, recorder) {
      if (!begun && recorder.hasRoom()) {
        begun = true;
        record(recorder);
      }
      let taken = 0;
      while (taken < count && step < spec.steps - 1 && recorder.hasRoom()) {
        step += 1;
        taken += 1;
        onStep?.(step);
        for (const neuron of fires(step)) recorder.spike(neuron, step, step * spec.dt);
        record(recorder);
      }
      return taken;
    },
    retune(next) {
      network = next;
    },
    holdInput(values) {
      state.input.set(values);
    },
    holdCurrent(values) {
      state.injected.set(values);
    },
  };
}
