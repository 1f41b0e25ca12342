import type { ExperimentDoc, SweepPoint, SweepVariable, TrialSettings } from "#document";
import { setVariable } from "#document";
import { isSameData } from "#math";
import type { TrialJob } from "#runtime/trials";

/** Trials as they were ordered, and what came of them so far. */
export interface TrialRun {
  /** Rises from run to run. */
  readonly id: number;
  /** The document that they were ordered for. */
  readonly experiment: ExperimentDoc;
  readonly settings: TrialSettings;
  /** Null where nothing is varied. */
  readonly variable: SweepVariable | null;
  readonly points: readonly SweepPoint[];
  /** Network indices of the neurons measured one by one. */
  readonly watched: readonly number[];
  /** Trials whose spikes are kept. */
  readonly rasterTrials: number;
  /** Largest lag of the correlograms, tau. */
  readonly reach: number;
  readonly job: TrialJob;
}

/** The trials of the page: begun by a press, kept until the next ones, whatever happens to the document. */
export interface TrialDesk {
  /** Told of every answer of a worker. @returns the function that ends the subscription. */
  subscribe(changed: () => void): () => void;
  /** The same object until other trials are begun; null before the first. */
  current(): TrialRun | null;
  /** Rises with everything that happens to the trials. */
  revision(): number;
  /** Run the open document with these settings. @returns why not, in one sentence, or null. */
  start(settings: TrialSettings): string | null;
  /** Stop; what is done stays. */
  cancel(): void;
}

/**
 * Whether trials still say something about a document: it is the one that they were made with, or differs from it in
 * nothing but the parameter that they vary.
 */
export function isUpToDate(
  { experiment, variable, points }: TrialRun,
  now: ExperimentDoc,
): boolean {
  if (now === experiment) return true;
  if (variable === null) return isSameData(now, experiment);
  return points.some(
    ({ value, experiment: made }) =>
      value !== null && isSameData(setVariable(now, variable, value), made),
  );
}
