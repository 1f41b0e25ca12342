import { findParameter, type Parameter } from "#document";
import type { RowBlock } from "./neuronRows.ts";

/** A column of the neuron table: which parameter it shows in the rows of each type. */
export interface NeuronColumn {
  readonly id: string;
  readonly symbol: string;
  readonly label: string;
  readonly help: string;
  readonly parameters: Readonly<Record<RowBlock["type"], Parameter | null>>;
}

/** The same parameter in every row. */
function plain(id: string): NeuronColumn {
  const parameter = findParameter(id);
  const { symbol, label, help } = parameter;
  return {
    id,
    symbol,
    label,
    help,
    parameters: { excitatory: parameter, inhibitory: parameter, unconstrained: parameter },
  };
}

/** A weight that is another parameter in E rows than in I rows. */
function weight(read: "E" | "I"): NeuronColumn {
  const inE = findParameter(`encoder.E${read}`);
  return {
    id: `encoder.${read}`,
    symbol: `E^${read}`,
    label: inE.label,
    help: `How strongly the neuron reads the ${read === "E" ? "excitatory" : "inhibitory"} readout.`,
    parameters: {
      excitatory: inE,
      inhibitory: findParameter(`encoder.I${read}`),
      unconstrained: null,
    },
  };
}

/** Input weight, weights on the readouts, threshold and decoder. */
export const NEURON_COLUMNS: readonly NeuronColumn[] = [
  plain("feedforward"),
  weight("E"),
  weight("I"),
  plain("threshold"),
  plain("decoder"),
];
