import type { RunVerdict } from "#engines";
import type { LoadVerdict, OrderAgreement } from "#model";
import type { ExperimentDoc } from "../types.ts";

/** Green: trust the numbers; amber: they are coarse; red: they are wrong. */
export type NumericsState = LoadVerdict;

/** How much the clock has to do in a step. */
export type LoadFacts =
  /** Any number of neurons may act in a step, or there is none. */
  | { readonly kind: "unlimited" }
  /** The input meets no crossing of the boundaries, or the network is not an E-I network. */
  | { readonly kind: "no crossing" }
  | {
      readonly kind: "load";
      /** Largest share of steps that must carry a spike. */
      readonly worst: number;
      /** The share at equal intervals over the run, NaN where the input meets no crossing. */
      readonly course: Float64Array;
    };

/** What a document alone says of its numbers. */
export interface NumericsFacts {
  readonly experiment: ExperimentDoc;
  readonly load: LoadFacts;
  /** Rate bias that the noise step may cause, relative; 0 without noise, null where nothing can be said. */
  readonly noiseBias: number | null;
}

/** What a run is compared with: the engine without a step, the one for noise, or itself with a finer step. */
export type ComparisonTarget = "exact" | "bridge" | "finer step";

/** A number of both runs; means over the trials. */
export interface ComparedNumber {
  readonly population: string;
  /** Of the run on show, and of the other. */
  readonly mine: number;
  readonly other: number;
  /** Standard error of their difference; 0 where nothing is left to chance. */
  readonly error: number;
}

/** Mean of a readout in the window, a magnitude. */
export interface ComparedReadout extends ComparedNumber {
  /** What one spike adds, the mean over the other run's spikes; 0 without spikes. */
  readonly jump: number;
}

/** The run on show beside a better one of the same network. */
export interface RunComparison {
  readonly target: ComparisonTarget;
  readonly trials: number;
  /** Part of the run that was compared, tau. */
  readonly from: number;
  readonly to: number;
  readonly readouts: readonly ComparedReadout[];
  /** Spikes in the window. */
  readonly spikes: readonly ComparedNumber[];
  /** How long both fire in the same order, or null where chance decides. */
  readonly order: OrderAgreement | null;
  /** What the other engine knows of the network's future. */
  readonly verdict: RunVerdict | null;
}

/** What was measured on runs in the background. */
export interface RunFacts {
  readonly comparison: RunComparison | null;
  /** Largest share of steps within one tau that did carry a spike; null without steps. */
  readonly busiest: number | null;
  /** Rate engine: step times the largest |eigenvalue| of the Jacobian along the run; null for others. */
  readonly stiffness: number | null;
}

/** State of the background measurement. */
export type Measurement =
  /** There is nothing better to compare with. */
  | { readonly kind: "none" }
  | { readonly kind: "measuring" }
  | { readonly kind: "measured"; readonly facts: RunFacts }
  | { readonly kind: "failed"; readonly sentence: string };

/** An ordinary edit that makes the numbers better. */
export interface NumericsFix {
  /** On the button, e.g. "Use the exact engine". */
  readonly label: string;
  /** In the history. */
  readonly step: string;
  apply(experiment: ExperimentDoc): ExperimentDoc;
}

/** One row of the badge's table. */
export interface NumericsDetail {
  readonly name: string;
  readonly value: string;
  /** One sentence: what the number is. */
  readonly meaning: string;
  /** Null for a number that is neither good nor bad. */
  readonly state: NumericsState | null;
}

/** The badge: what the numbers on screen are worth. */
export interface NumericsVerdict {
  readonly state: NumericsState;
  /** Two or three words, e.g. "spikes are lost". */
  readonly label: string;
  /** The number that decides, e.g. "17 %", or null where there is none. */
  readonly figure: string | null;
  /** One sentence: what the number is and what is at risk. */
  readonly sentence: string;
  /** The best remedy first; none where the numbers are good or no edit makes them better. */
  readonly fixes: readonly NumericsFix[];
  readonly details: readonly NumericsDetail[];
}
