/** Everything the voltage kernels touch; arrays of N. Voltages are normalised: every threshold is 1. */
export interface Membrane {
  readonly voltages: Float64Array;
  /** Where each voltage relaxes to without spikes: F c + 1 - T + injected current. */
  readonly drive: Float64Array;
  /** Charge that arrives in this step. */
  readonly received: Float64Array;
  /** Noise of this step, standard deviation 1: that of neuron i is noise[i + noiseFrom]. */
  noise: Float64Array;
  noiseFrom: number;
  /** F of the first input and 1 - T, for the step that makes the drive on the way. */
  readonly slopes: Float64Array;
  readonly bias: Float64Array;
  /** c of the first input. */
  tracked: number;
  /** First step in which each neuron may fire again. */
  readonly readyStep: Float64Array;
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
    received: new Float64Array(neurons),
    noise: new Float64Array(neurons),
    noiseFrom: 0,
    slopes: new Float64Array(neurons),
    bias: new Float64Array(neurons),
    tracked: 0,
    readyStep: new Float64Array(neurons),
    leak,
  };
}
