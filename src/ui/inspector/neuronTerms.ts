import { type ExperimentDoc, type NeuronRef, readNeuron } from "#document";
import type { Summary } from "../services.ts";

/** One product of the sum that drives a neuron. */
export interface NeuronTerm {
  /** Markup of weight and variable, e.g. "E^{E}" and "y^{E}". */
  readonly weightSymbol: string;
  readonly variableSymbol: string;
  readonly weight: number;
  /** Inhibitory latents are shown as magnitudes and subtracted. */
  readonly sign: 1 | -1;
  read(summary: Summary): number;
}

/** F x + E yE - E |yI| < T of one neuron. */
export interface NeuronInequality {
  readonly terms: readonly NeuronTerm[];
  readonly threshold: number;
}

/** Names of the latents that inhibitory populations write. */
function inhibitoryLatents(experiment: ExperimentDoc): ReadonlySet<string> {
  const { network } = experiment;
  const names =
    network.kind === "explicit"
      ? network.populations
          .filter(({ type }) => type === "inhibitory")
          .flatMap(({ latents }) => latents)
      : network.populations.filter(({ type }) => type === "inhibitory").map(({ id }) => id);
  return new Set(names);
}

/** The inequality that keeps a neuron silent, or null when there is no such neuron. */
export function readInequality(
  experiment: ExperimentDoc,
  neuron: NeuronRef,
): NeuronInequality | null {
  const values = readNeuron(experiment, neuron);
  if (values === null) return null;
  const inhibitory = inhibitoryLatents(experiment);
  const many = values.feedforward.length > 1;
  const inputs = values.feedforward.map((weight, input): NeuronTerm => {
    const index = many ? `_${input + 1}` : "";
    return {
      weightSymbol: `F${index}`,
      variableSymbol: `x${index}`,
      weight,
      sign: 1,
      read: (summary) => summary.input[input] ?? 0,
    };
  });
  const reader = neuron.population;
  const encoders = Object.entries(values.encoders).toSorted(
    ([left], [right]) => Number(inhibitory.has(left)) - Number(inhibitory.has(right)),
  );
  const latents = encoders.map(([name, weight]): NeuronTerm => {
    const minus = inhibitory.has(name);
    return {
      weightSymbol: `E^{${reader}${name}}`,
      variableSymbol: minus ? `|y^{${name}}|` : `y^{${name}}`,
      weight,
      sign: minus ? -1 : 1,
      read: (summary) => summary.latents[name] ?? 0,
    };
  });
  return { terms: [...inputs, ...latents], threshold: values.threshold };
}

/** The sum on the left of the inequality. */
export function sumTerms({ terms }: NeuronInequality, summary: Summary): number {
  return terms.reduce((sum, term) => sum + term.sign * term.weight * term.read(summary), 0);
}
