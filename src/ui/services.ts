import type { ByPopulation, ExperimentDoc, Measurement, NeuronRef } from "#document";
import type { RunVerdict } from "#engines";
import type { TrialDesk } from "./trials/trialRun.ts";

/** A picture that can be taken away. */
export type PanelId = "space" | "slice" | "outputs" | "time" | "trials";

/** Live statistics of one population over the window; times in tau, latents as magnitudes. */
export interface PopulationNumbers {
  readonly id: string;
  readonly spikesPerTau: number;
  /** Mean over its neurons, spikes per tau. */
  readonly meanRate: number;
  /** ISI coefficient of variation, mean over neurons with enough spikes; null without them. */
  readonly intervalCv: number | null;
  /** Root mean square distance of the readout from the crossing; null without a crossing. */
  readonly readoutError: number | null;
}

/** A crossing of the two boundaries at the present input; magnitudes. */
export interface CrossingNumbers {
  readonly excitatory: number;
  readonly inhibitory: number;
  readonly stable: boolean;
  /** The slopes in words, e.g. "I slope 0.90 > E slope 0.30". */
  readonly words: string;
}

/** Everything that changes while a run goes on, as numbers. */
export interface Summary {
  /** Input at the playhead, M numbers. */
  readonly input: readonly number[];
  /** Readouts at the playhead by population id, magnitudes. */
  readonly latents: ByPopulation;
  readonly populations: readonly PopulationNumbers[];
  readonly crossings: readonly CrossingNumbers[];
  /** What is certain of the run's future, null when nothing is. */
  readonly verdict: RunVerdict | null;
  /** Spikes of one neuron in the window. */
  spikeCount(neuron: NeuronRef): number;
}

/** A source of live numbers: says when they changed, computes them when asked. */
export interface SummaryFeed {
  /** @returns the function that ends the subscription. */
  subscribe(changed: () => void): () => void;
  /** The present run, or null before the first frame. */
  current(): Summary | null;
  /** The pinned run, or null. */
  ghost(): Summary | null;
}

/** What is known of the worth of the numbers on screen. */
export interface NumericsReading {
  /** The run on show: the document, or what the hand holds in a live run. */
  readonly subject: ExperimentDoc;
  /** What was measured on it in the background. */
  readonly measurement: Measurement;
}

/** A source of such readings. */
export interface NumericsFeed {
  /** @returns the function that ends the subscription. */
  subscribe(changed: () => void): () => void;
  /** The same object until something changes. */
  current(): NumericsReading;
}

/** What the interface asks for and cannot do itself; the composition root provides it. */
export interface Services {
  /** The link that describes what is on screen. */
  link(): string;
  /** Puts the link on the clipboard and returns it; rejects when the browser refuses. */
  copyLink(): Promise<string>;
  /** Open the text of an experiment file or a pasted link; problems arrive as notices. */
  openText(name: string, text: string): void;
  openPreset(id: string): void;
  /** Go back to what the browser kept when a link was opened instead. */
  openLastVisit(): void;
  saveExperiment(): void;
  exportPanel(panel: PanelId, format: "png" | "svg"): void;
  exportCsv(what: "traces" | "spikes" | "trials"): void;
  exportResult(): void;
  newSeed(): void;
  restartEngine(): void;
  /** Keep the present run for comparison. */
  pinGhost(): void;
  unpinGhost(): void;
  /** What a reset goes back to: the preset that this began as, else the document as it was opened. */
  presetExperiment(): ExperimentDoc;
  readonly summary: SummaryFeed;
  readonly trials: TrialDesk;
  readonly numerics: NumericsFeed;
}
