/** Everything the voltage kernels touch; arrays of N. Voltages are normalised: every threshold is 1. */
export interface Membrane {
  readonly voltages: Float64Array;
  /** F c + 1 - T + injected current: where the voltage relaxes to without spikes. */
  readonly drive: Float64Array;
  /** Charge that arrives in this step. */
  readonly recurrent: Float64Array;
  /** Standard normals of this step. */
  readonly normals: Float64Array;
  /** First step in which each neuron may fire again. */
  readonly readyStep: Float64Array;
  /** Neurons at or above threshold and ready; the first `candidateCount` entries count. */
  readonly candidates: Uint32Array;
  candidateCount: number;
  /** dt in tau: the part of a voltage that leaks away in a step. */
  readonly leak: number;
}

/** A population as the kernels see it. */
export interface Block {
  readonly start: number;
  readonly end: number;
  /** sqrt(2 dt) sigma. */
  readonly noiseScale: number;
}

/** Make the arrays of a network of N neurons. */
export function createMembrane(neurons: number, leak: number): Membrane {
  return {
    voltages: new Float64Array(neurons),
    drive: new Float64Array(neurons),
    recurrent: new Float64Array(neurons),
    normals: new Float64Array(neurons),
    readyStep: new Float64Array(neurons),
    candidates: new Uint32Array(neurons),
    candidateCount: 0,
    leak,
  };
}
