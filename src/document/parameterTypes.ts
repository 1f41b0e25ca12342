import type { ExperimentDoc, NeuronRef } from "./types.ts";

/** Which thing of a document a parameter belongs to. */
export type ParameterTarget =
  | { readonly scope: "run" }
  | { readonly scope: "population"; readonly population: string }
  | { readonly scope: "neurons"; readonly neurons: readonly NeuronRef[] };

/**
 * One row of the parameter table, the only place that knows a parameter's name, symbol, unit, range, step and
 * help sentence. Controls, handles, validation messages, links and exports read it from here.
 */
export interface Parameter {
  /** Stable, e.g. "threshold", "noise.sigma". */
  readonly id: string;
  readonly scope: ParameterTarget["scope"];
  /** Heading it stands under in the inspector. */
  readonly group: "Neuron" | "Population" | "Run" | "Method";
  /** Plain words, e.g. "threshold". */
  readonly label: string;
  /** The paper's letter in a tiny markup: `E^{EE}`, `D`, `sigma` -> shown as symbol. */
  readonly symbol: string;
  /** "tau", "threshold units", "" for none. */
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  /** Slider range when narrower than what may be typed. */
  readonly sliderMin: number;
  readonly sliderMax: number;
  /** Quantum of handles and sliders; keyboard steps are 0.1, 1 and 10 of `keyStep`. */
  readonly step: number;
  readonly keyStep: number;
  /** One sentence. */
  readonly help: string;
  /** False where the parameter has no meaning (pulse width with delta synapses, encoder of a latent that is not read). */
  applies(experiment: ExperimentDoc, target: ParameterTarget): boolean;
  /** Shown value (magnitudes for inhibitory decoders); null when a selection of several neurons differs. */
  read(experiment: ExperimentDoc, target: ParameterTarget): number | null;
  /** A new document with the value (already within min..max) set. */
  write(experiment: ExperimentDoc, target: ParameterTarget, value: number): ExperimentDoc;
}
