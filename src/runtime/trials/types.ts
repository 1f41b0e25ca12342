import type { SimulationSpec } from "#engines";
import type { Estimate, Spread } from "#math";
import type { AsyncTrialService, TrialPlan } from "#runtime/protocol";

/** A trial service within reach, and how to let go of it. */
export interface TrialConnection {
  readonly service: AsyncTrialService;
  /** Ends the service for good, whatever it is doing. */
  dispose(): void;
}

/** Reach a new trial service. `onLost` is told, in a sentence, when it dies by itself. */
export type ConnectTrials = (onLost: (sentence: string) => void) => TrialConnection;

export interface TrialPoolOptions {
  readonly connect: ConnectTrials;
  /** Most services at a time, >= 1: `navigator.hardwareConcurrency` on a page. */
  readonly size: number;
  /** Time one answer may take, ms; an order to cancel waits as long. */
  readonly budgetMs?: number;
  /** Services are let go after so long without work, ms. */
  readonly idleMs?: number;
  /** No answer for this long while visible: the service is lost, ms. */
  readonly silenceMs?: number;
  readonly isVisible?: () => boolean;
  readonly now: () => number;
  /** Call back later; returns how to cancel. */
  readonly schedule: (callback: () => void, delayMs: number) => () => void;
}

/** One point of a sweep: a run and how often to repeat it with other noise. */
export interface TrialPoint {
  /** How the point is called in sentences, e.g. "sigma 0.1". */
  readonly label: string;
  readonly spec: SimulationSpec;
  /** >= 1. A run without noise is the same every time and is run once. */
  readonly trials: number;
}

export interface TrialRequestOptions {
  readonly points: readonly TrialPoint[];
  readonly plan: TrialPlan;
  /** Something changed: results, progress or state. Called at most once for an answer of a service. */
  readonly onChange?: () => void;
}

/**
 * Many trials at many points. Points are advanced side by side, so that the whole curve is there early and grows
 * more certain; several jobs share the pool in turns.
 */
export interface TrialPool {
  readonly size: number;
  start(request: TrialRequestOptions): TrialJob;
  /** Ask for nothing more while true, for as long as the machine is needed elsewhere; what is under way is taken. */
  hold(isHeld: boolean): void;
  /** Cancel every job and let go of every service. */
  dispose(): void;
}

/** How far a job is. */
export interface TrialProgress {
  /** Trials done and wanted, over all points. */
  readonly done: number;
  readonly total: number;
  /** Since the start, ms; stands still at the end. */
  readonly elapsedMs: number;
  /** Estimate of what is left, ms; null before the first result. */
  readonly remainingMs: number | null;
}

/** What came of a job. */
export type TrialOutcome =
  | { readonly kind: "done" }
  | { readonly kind: "cancelled" }
  /** One sentence for the user; the results so far stay. */
  | { readonly kind: "failed"; readonly sentence: string };

/** A running or finished job; results stay readable after its end. */
export interface TrialJob {
  readonly points: readonly TrialPoint[];
  readonly plan: TrialPlan;
  readonly progress: TrialProgress;
  /** Null while it runs. */
  readonly outcome: TrialOutcome | null;
  /** Resolves with the outcome; never rejects. */
  readonly finished: Promise<TrialOutcome>;
  /** Summary of the trials of a point that are done; the same object until another is done, null before the first. */
  summary(point: number): PointSummary | null;
  /** Stop at once; what is done stays. */
  cancel(): void;
}

/** What trials say about one group of neurons; rates in spikes per tau. */
export interface GroupSummary {
  readonly kind: "population" | "neuron";
  /** Index of the population, or of the neuron in the network. */
  readonly index: number;
  /** Neurons in the group. */
  readonly neurons: number;
  /** Spikes a trial, of the whole group. */
  readonly count: Spread;
  /** Spikes per tau and neuron. */
  readonly rate: Spread;
  /** Spike-count CV over trials: population SD / mean. */
  readonly countCv: Estimate;
  /** Spike-count Fano factor over trials: population variance / mean. */
  readonly fano: Estimate;
  /** Neurons that fired, a trial. */
  readonly active: Spread;
  /** ISI CV of a trial, mean over neurons. */
  readonly intervalCv: Spread;
  /** CV2 of a trial, mean over neurons. */
  readonly localVariation: Spread;
  /** Fano factor of counts in windows of a trial, mean over neurons. */
  readonly windowFano: Spread;
  /** CV of the intervals of all trials together; NaN below two. */
  readonly pooledIntervalCv: number;
  /** Rate in each bin of the window, spikes per tau and neuron; empty when not asked for. */
  readonly psth: Float64Array;
}

/** What trials say about one latent; the paper's signs except in `bias` of an E-I network, see there. */
export interface LatentSummary {
  readonly latent: number;
  /** Mean over time of a trial. */
  readonly mean: Spread;
  /** SD over time of a trial. */
  readonly deviation: Spread;
  /**
   * Distance from the boundary (one population) or the crossing (E-I): its mean, rms and largest size over time.
   * A single population's is y minus boundary; in an E-I network magnitudes are compared. Null without a target.
   */
  readonly error: {
    readonly bias: Spread;
    readonly rms: Spread;
    readonly worst: Spread;
  } | null;
}

/** How the filtered rates of a population move along the readout and where it does not see them. */
export interface NullspaceSummary {
  readonly population: number;
  /** SD along the unit vector of the decoders. */
  readonly readout: Spread;
  /** SD along the noisiest direction at right angles to it. */
  readonly hidden: Spread;
  /** Their ratio in each trial, hidden / readout. */
  readonly ratio: Spread;
}

/** Correlogram of two watched neurons. */
export interface PairSummary {
  readonly first: number;
  readonly second: number;
  /** Pearson correlation of the two counts over trials; NaN when one never varies. */
  readonly countCorrelation: number;
  /**
   * Coincidences in each lag bin (time of `second` minus time of `first`) over those of independent trains of
   * the same rates: 1 is chance. Empty when not asked for.
   */
  readonly correlogram: Float64Array;
}

/** Counts of every neuron over trials. */
export interface NeuronCounts {
  readonly mean: Float64Array;
  /** Population variance. */
  readonly variance: Float64Array;
}

/** Kept spikes, in order of trial, then time. */
export interface TrialRaster {
  readonly trial: Uint32Array;
  /** Index in the network. */
  readonly neuron: Uint32Array;
  /** tau. */
  readonly time: Float64Array;
}

/** Everything known about a point. */
export interface PointSummary {
  /** Trials in it, and trials that will be. */
  readonly trials: number;
  readonly wanted: number;
  /** True without noise: one trial says everything, and errors are 0. */
  readonly isExact: boolean;
  /** Populations first, then watched neurons in the order of the plan. */
  readonly groups: readonly GroupSummary[];
  readonly latents: readonly LatentSummary[];
  readonly nullspace: readonly NullspaceSummary[];
  readonly pairs: readonly PairSummary[];
  readonly neurons: NeuronCounts | null;
  readonly raster: TrialRaster;
  /** Trials that ended in each verdict. */
  readonly verdicts: {
    readonly explosive: number;
    readonly silent: number;
    readonly periodic: number;
  };
}
