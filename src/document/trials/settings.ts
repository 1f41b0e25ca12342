/** How the points of a sweep are spread between its ends: by equal steps or by equal factors. */
export const SWEEP_SPACINGS = ["linear", "log"] as const;
export type SweepSpacing = (typeof SWEEP_SPACINGS)[number];

/** Where a sweep begins and ends, in the parameter's own unit, and how many points it has, ends included. */
export interface SweepRange {
  readonly from: number;
  readonly to: number;
  readonly points: number;
  readonly spacing: SweepSpacing;
}

/** What a sweep varies. */
export interface SweepChoice {
  /** Id of one of `sweepParameters`. */
  readonly parameter: string;
  /** For parameters of a population: which one, or null for all of them together. */
  readonly population: string | null;
}

/** What may be drawn of a sweep, one value a population: see docs/MODEL.md for what each means. */
export const TRIAL_MEASURES = [
  "rate",
  "intervalCv",
  "cv2",
  "fano",
  "countCv",
  "error",
  "readout",
  "hidden",
] as const;
export type TrialMeasure = (typeof TRIAL_MEASURES)[number];

/** Whose spikes are measured: those of whole populations, or of the watched neurons one by one. */
export const TRIAL_SUBJECTS = ["populations", "neurons"] as const;
export type TrialSubject = (typeof TRIAL_SUBJECTS)[number];

/** What may be drawn of many trials of one network: spikes with their histogram, or cross-correlations. */
export const TRIAL_PICTURES = ["spikes", "correlation"] as const;
export type TrialPicture = (typeof TRIAL_PICTURES)[number];

/** Width of the bands around a mean: its standard error, or the middle half of the trials. */
export const TRIAL_SPREADS = ["error", "quartiles"] as const;
export type TrialSpread = (typeof TRIAL_SPREADS)[number];

/** What the panel of trials and sweeps is set to: part of the view, so that a link brings it along. */
export interface TrialSettings {
  /** Null runs the present network again and again. */
  readonly vary: SweepChoice | null;
  readonly range: SweepRange;
  /** Trials of each point. */
  readonly trials: number;
  /** What is drawn of a sweep. */
  readonly measure: TrialMeasure;
  readonly subject: TrialSubject;
  /** What is drawn of many trials. */
  readonly picture: TrialPicture;
  readonly spread: TrialSpread;
}

/** Bounds of a sweep: enough for a smooth curve and a steady mean, few enough for a page. */
export const TRIAL_LIMITS: { readonly points: number; readonly trials: number } = {
  points: 101,
  trials: 10_000,
};
