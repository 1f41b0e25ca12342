import type { Traces } from "#runtime/protocol";

/** Samples and spikes written by hand; everything else empty. */
export interface HandTraces {
  readonly time: readonly number[];
  /** One input. */
  readonly input?: readonly number[];
  /** Rows of K latents, the paper's signs. */
  readonly latents?: readonly (readonly number[])[];
  /** Pairs of time and neuron. */
  readonly spikes?: readonly (readonly [number, number])[];
}

/** Make traces of one input and two latents by hand, with stale memory before and after the valid part. */
export function handTraces({ time, input, latents, spikes = [] }: HandTraces): Traces {
  const samples = time.length;
  const inputs = input ?? time.map(() => 0);
  const rows = latents ?? time.map(() => [0, 0]);
  return {
    version: 1,
    runId: 1,
    done: true,
    verdict: null,
    dt: 0.01,
    inputs: 1,
    latentCount: 2,
    sampleStart: 1,
    sampleEnd: samples + 1,
    time: Float64Array.from([999, ...time, -999]),
    input: Float64Array.from([999, ...inputs, 999]),
    latents: Float64Array.from([[999, 999], ...rows, [999, 999]].flat()),
    voltageNeurons: [],
    voltages: new Float64Array(0),
    currentNeurons: [],
    currents: new Float64Array(0),
    spikeStart: 1,
    spikeEnd: spikes.length + 1,
    spikeTime: Float64Array.from([999, ...spikes.map(([at]) => at), -999]),
    spikeStep: Float64Array.from([999, ...spikes.map(([at]) => Math.round(at / 0.01)), 999]),
    spikeNeuron: Uint32Array.from([999, ...spikes.map(([, neuron]) => neuron), 999]),
  };
}
