import type { LowRankNetwork } from "#model";

/** Methods a document can name; a registry says which of them exist. */
export type EngineId = "clock" | "event" | "bridge" | "rate";

/** Input x(t), already filtered; rows of M numbers. */
export type InputCourse =
  | {
      /** Straight lines between points, constant outside; of two points at one time the later holds from there on. */
      readonly kind: "piecewise-linear";
      /** Times in tau, not decreasing, P. */
      readonly times: Float64Array;
      /** P x M. */
      readonly values: Float64Array;
    }
  | {
      /** One row a step. */
      readonly kind: "samples";
      /** steps x M. */
      readonly values: Float64Array;
    }
  | {
      /** offset + amplitude sin(2 pi (t / period + phase)), per input. */
      readonly kind: "sine";
      readonly offset: Float64Array;
      readonly amplitude: Float64Array;
      /** tau. */
      readonly period: number;
      /** Fraction of a period. */
      readonly phase: number;
    };

/** How a spike reaches other neurons; times in tau, one number a population. */
export type Synapse =
  | { readonly kind: "delta" }
  | { readonly kind: "pulse"; readonly widths: readonly number[] }
  | { readonly kind: "exponential"; readonly taus: readonly number[] };

/** Independent voltage noise of every neuron, an Ornstein-Uhlenbeck process with time constant tau. */
export interface Noise {
  /** Stationary standard deviation, one a population; threshold units. */
  readonly sigma: readonly number[];
  readonly generator: "fast" | "mt19937";
  /** Normals to throw away first. */
  readonly skip: number;
  readonly start: "zero" | "stationary";
}

/** Current into some neurons. Engines with a step have it on samples round(from / dt) <= k < round(to / dt); sample k acts in update k + 1. */
export interface CurrentPulse {
  /** Neuron indices in the network. */
  readonly neurons: Uint32Array;
  /** tau. */
  readonly from: number;
  readonly to: number;
  /** Threshold units. */
  readonly amplitude: number;
}

/** State at step 0. Normalised voltage is V + 1 - T. */
export type InitialState =
  | { readonly kind: "rest" }
  /** V = F x0 + E y0; readouts start at y0 (K numbers). */
  | { readonly kind: "latents"; readonly latents: Float64Array }
  /** Normalised voltages (N); latents (K) start the readout only. */
  | { readonly kind: "voltages"; readonly voltages: Float64Array; readonly latents: Float64Array }
  /** Rate engine: rates (N). */
  | { readonly kind: "rates"; readonly rates: Float64Array };

/** Settings of the rate engine. */
export interface RateSettings {
  readonly rule: "reference" | "latent";
  /** Steepness beta of the sigmoid, one a population. */
  readonly beta: readonly number[];
  /** Synaptic time constant in tau, one a population (rule `latent`). */
  readonly tauS: readonly number[];
  /** How the latent rule is integrated; the reference rule is forward Euler by definition. */
  readonly integrator: RateIntegrator;
}

/**
 * `runge-kutta`: the classical scheme of order 4, a step cut as finely as the Jacobian asks. `exponential-euler`:
 * y[t+1] = y[t] e^-dt + (1 - e^-dt) S(y[t], x[t]), order 1, whole steps, exact where S does not change.
 */
export type RateIntegrator = "runge-kutta" | "exponential-euler";

/** Everything an engine needs for one run; time in tau. Plain data that survives a structured clone. */
export interface SimulationSpec {
  readonly engine: EngineId;
  readonly network: LowRankNetwork;
  /** Step of the clock, bridge and rate engines; distance of the sampling grid of the event engine. */
  readonly dt: number;
  /** Steps 0..steps-1; step 0 is the initial state. Infinity for a live run. */
  readonly steps: number;
  /** Event engine: no spike at or after this time, tau (Infinity for a live run). Others end with their last step. */
  readonly duration: number;
  /** Event engine: least time between two spikes of the network, tau; 0 lets a whole avalanche share an instant. */
  readonly minGap: number;
  readonly input: InputCourse;
  readonly synapse: Synapse;
  /** Delta synapses: overwrite the firing neuron's voltage with its threshold, or keep it. */
  readonly overshoot: "clamp" | "keep";
  /** Absolute refractory time in tau, one a population. */
  readonly refractory: readonly number[];
  /** Axonal delay in tau on top of the clock engine's own step, one a population. */
  readonly delay: readonly number[];
  readonly noise: Noise;
  readonly currents: readonly CurrentPulse[];
  readonly initial: InitialState;
  readonly rate: RateSettings | null;
  readonly seed: number;
}

/** What a run writes down besides spikes. */
export interface RecordingPlan {
  /** Steps between samples of x and the latents, >= 1. Samples are taken at steps 0, every, 2 every, ... */
  readonly everySteps: number;
  /** Neuron indices whose normalised voltage is sampled. */
  readonly voltages: readonly number[];
  /** Neuron indices whose input currents are sampled: F.x, each E_k y_k, injected current (2 + K columns a neuron: feedforward, one a latent, injected). */
  readonly currents: readonly number[];
}

/** Where an engine writes. Row buffers passed in are reused: copy what you keep. */
export interface Recorder {
  /** Steps between calls of `sample`, a whole number >= 1 ({@link RecordingPlan.everySteps}). */
  readonly everySteps: number;
  /** False when no further step can be taken (buffers full). Asked before every step, by the event and bridge engines before every spike. */
  hasRoom(): boolean;
  /**
   * A spike. The clock finds it in update `step` and gives `time` = step dt; the event and bridge engines give its
   * own time (tau), which lies in the interval that ends with `step`. Times do not decrease.
   */
  spike(neuron: number, step: number, time: number): void;
  /** Called at sampled steps, after the spikes of that step: x (M), latents (K), normalised voltages or rates (N), injected current (N). */
  sample(step: number, state: EngineState): void;
}

/** The engine's present state as live views of its own arrays; do not write or keep. */
export interface EngineState {
  /** x at this step, M. */
  readonly input: Float64Array;
  /** y, K, after the spikes of this step. */
  readonly latents: Float64Array;
  /** Normalised voltages, N. */
  readonly voltages: Float64Array;
  /** Injected current at this step, N. */
  readonly injected: Float64Array;
  /** Firing rates (rate engine), N; empty in spiking engines. */
  readonly rates: Float64Array;
}

/**
 * What an engine can say for certain of a run's future. *Periodic*: the latent state returned within 1e-9
 * relative three times in a row with a cycle of at most 1,000 spikes while nothing outside changes any more;
 * *explosive*: one instant holds more spikes than any climb to the crossing needs, the run ends there;
 * *silent*: nothing outside changes any more and no neuron can reach threshold again.
 */
export type RunVerdict =
  /** `time`: of the instant; `spikes`: how many it held when it was given up. */
  | { readonly kind: "explosive"; readonly time: number; readonly spikes: number }
  /** `time`: from when on. */
  | { readonly kind: "silent"; readonly time: number }
  /** `time`: from when on; `spikes` and `period` (tau) of one cycle. */
  | {
      readonly kind: "periodic";
      readonly time: number;
      readonly spikes: number;
      readonly period: number;
    };

/** A running simulation. */
export interface Engine {
  /** Step of the present state; 0 after creation, when step 0 has been recorded by the first `advance`. */
  readonly step: number;
  readonly state: EngineState;
  /** What is certain so far, null when nothing is; engines that cannot tell always have null. */
  readonly verdict: RunVerdict | null;
  /** True when no step will be taken any more: the last step is reached or the run was explosive. */
  readonly isOver: boolean;
  /**
   * Take up to `count` steps while the recorder has room.
   * @returns steps taken; an engine that asks for room before every spike may stop inside a step.
   */
  advance(count: number, recorder: Recorder): number;
  /** Live runs: use this network from the next step on. Voltages follow at once: V += (F'-F) x + (E'-E) y - (T'-T). Same populations and sizes only. */
  retune(network: LowRankNetwork): void;
  /** Live runs: hold x at this value from the next step on (replaces the input course). */
  holdInput(values: Float64Array): void;
  /** Live runs: constant injected current per neuron (N) from the next step on (replaces the pulses). */
  holdCurrent(values: Float64Array): void;
}
