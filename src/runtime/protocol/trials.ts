import type { SimulationSpec } from "#engines";
import type { TimeWindow } from "#model";
import type { Hello, ServiceError } from "./service.ts";

/** What is measured in every trial of a point. */
export interface TrialPlan {
  /** Part of each run that is measured, tau, ends included. */
  readonly window: TimeWindow;
  /** Neurons that are groups of their own beside the populations, indices in the network. */
  readonly watch: readonly number[];
  /** Length of the windows whose counts give the Fano factor inside a trial, tau; null: not measured. */
  readonly countWindow: number | null;
  /** Bins of the PSTH of each group over the window; 0: none. */
  readonly psthBins: number;
  /** Correlograms between all pairs of watched neurons; null: none. */
  readonly correlogram: CorrelogramPlan | null;
  /** Trials whose spikes of watched neurons are kept, from trial 0 on. */
  readonly rasterTrials: number;
  /** Steps between looks at the readouts, >= 1; null: readouts and their errors are not measured. */
  readonly latentSteps: number | null;
  /** True: how much the rates move where the readout does not see it (needs `latentSteps`; up to 200 neurons a population). */
  readonly nullspace: boolean;
  /** True: mean and variance over trials of the count of every neuron. */
  readonly neuronCounts: boolean;
}

/** Lags of a correlogram. */
export interface CorrelogramPlan {
  /** Largest lag on either side, tau. */
  readonly reach: number;
  /** Bins over -reach..reach; odd, so that one is centred on lag 0. */
  readonly bins: number;
}

/** One point of a sweep as a worker keeps it. */
export interface TrialSetup {
  /** Chosen by the page, rising. */
  readonly setupId: number;
  /** The run; its seed is the run seed from which every trial's is derived. */
  readonly spec: SimulationSpec;
  readonly plan: TrialPlan;
}

/** Trials to run. */
export interface TrialRequest {
  readonly setupId: number;
  readonly firstTrial: number;
  /** Trials wanted; fewer are answered when the time is used up. */
  readonly count: number;
  /** Answer after about this long, ms, even in the middle of a trial. */
  readonly budgetMs: number;
}

/** Measures of consecutive trials; which column is which says {@link TrialLayout}. */
export interface TrialBlock {
  readonly firstTrial: number;
  /** Trials that are complete; 0 when the first one still runs. */
  readonly trials: number;
  /** trials x columns. */
  readonly rows: Float64Array;
  /** Spikes in each bin, summed over the trials; groups x bins. */
  readonly psth: Float64Array;
  /** Spike pairs in each lag bin, summed over the trials; pairs x bins. */
  readonly pairs: Float64Array;
  /** Sum over the trials of the count of every neuron and of its square, N each or empty. */
  readonly countSums: Float64Array;
  readonly countSquares: Float64Array;
  /** Kept spikes in order of trial and time. */
  readonly rasterTrial: Uint32Array;
  readonly rasterNeuron: Uint32Array;
  readonly rasterTime: Float64Array;
  /** Time that this answer took, ms. */
  readonly elapsedMs: number;
}

export type TrialReply =
  | { readonly ok: true; readonly setupId: number; readonly block: TrialBlock }
  | { readonly ok: false; readonly setupId: number; readonly error: ServiceError };

/**
 * Runs the same network many times with other noise. The page sets points up, asks for trials and forgets
 * points; one `run` outstanding at a time. Trial k of a point is the same whoever runs it and whenever.
 */
export interface TrialService {
  hello(): Hello;
  /** Keep a point; a fault is told by the first `run` that asks for it. */
  prepare(setup: TrialSetup): void;
  forget(setupId: number): void;
  run(request: TrialRequest): TrialReply;
}

/** The same service seen from another thread. */
export type AsyncTrialService = {
  readonly [Name in keyof TrialService]: (
    ...values: Parameters<TrialService[Name]>
  ) => Promise<ReturnType<TrialService[Name]>>;
};
