import type { RunVerdict } from "#engines";

/**
 * What a run has recorded so far, on the page's side: contiguous typed arrays that painters read in place.
 * Valid entries are [sampleStart, sampleEnd) and [spikeStart, spikeEnd); everything else is stale memory.
 * The object is mutated as frames arrive; `version` rises each time.
 */
export interface Traces {
  version: number;
  runId: number;
  /** True when a protocol run is complete. */
  done: boolean;
  /** What the engine knows of the run's future. */
  verdict: RunVerdict | null;
  /** tau a step. */
  dt: number;
  /** M and K. */
  inputs: number;
  latentCount: number;
  sampleStart: number;
  sampleEnd: number;
  /** tau, one a sample. */
  time: Float64Array;
  /** M a sample. */
  input: Float64Array;
  /** K a sample, the paper's signs. */
  latents: Float64Array;
  /** Neurons whose normalised voltages are recorded, and one value a sample for each. */
  voltageNeurons: readonly number[];
  voltages: Float64Array;
  /** Neurons whose currents are recorded; 2 + K values a sample for each: feedforward F.x, E_k y_k for each latent, injected. */
  currentNeurons: readonly number[];
  currents: Float64Array;
  spikeStart: number;
  spikeEnd: number;
  /** tau, not decreasing. */
  spikeTime: Float64Array;
  /** The clock's update that found the spike; for engines without a step the grid point after it. */
  spikeStep: Float64Array;
  /** Neuron index in the network. */
  spikeNeuron: Uint32Array;
}
