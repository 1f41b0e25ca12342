import { editNeurons, type NeuronValues, readNeuron } from "../edits/neurons.ts";
import { clamp } from "../edits/run.ts";
import type { Parameter } from "../parameterTypes.ts";
import type { ExperimentDoc, NeuronOverride, NeuronRef } from "../types.ts";

/** The part of a parameter that is words and ranges. */
export type ParameterWords = Pick<
  Parameter,
  | "id"
  | "group"
  | "label"
  | "symbol"
  | "unit"
  | "min"
  | "max"
  | "sliderMin"
  | "sliderMax"
  | "step"
  | "keyStep"
  | "help"
>;

/** A parameter of the selected neurons. */
export function neuronParameter(
  words: ParameterWords,
  rules: {
    /** Null where the neuron has no such value. */
    read(values: NeuronValues, experiment: ExperimentDoc): number | null;
    write(values: NeuronValues, value: number, experiment: ExperimentDoc): NeuronOverride;
  },
): Parameter {
  const readAll = (experiment: ExperimentDoc, refs: readonly NeuronRef[]): (number | null)[] =>
    refs.map((ref) => {
      const values = readNeuron(experiment, ref);
      return values === null ? null : rules.read(values, experiment);
    });
  return {
    ...words,
    scope: "neurons",
    applies(experiment, target) {
      if (target.scope !== "neurons" || target.neurons.length === 0) return false;
      return readAll(experiment, target.neurons).every((value) => value !== null);
    },
    read(experiment, target) {
      const values = target.scope === "neurons" ? readAll(experiment, target.neurons) : [];
      const [first = null] = values;
      return values.every((value) => value === first) ? first : null;
    },
    write(experiment, target, value) {
      if (target.scope !== "neurons") return experiment;
      const fitted = clamp(value, words.min, words.max);
      return editNeurons(experiment, target.neurons, (values) =>
        rules.write(values, fitted, experiment),
      );
    },
  };
}

/** A parameter of one population. */
export function populationParameter(
  words: ParameterWords,
  rules: {
    /** Null where it has no meaning. */
    read(experiment: ExperimentDoc, id: string): number | null;
    write(experiment: ExperimentDoc, id: string, value: number): ExperimentDoc;
  },
): Parameter {
  return {
    ...words,
    scope: "population",
    applies: (experiment, target) =>
      target.scope === "population" && rules.read(experiment, target.population) !== null,
    read: (experiment, target) =>
      target.scope === "population" ? rules.read(experiment, target.population) : null,
    write: (experiment, target, value) =>
      target.scope === "population" && rules.read(experiment, target.population) !== null
        ? rules.write(experiment, target.population, clamp(value, words.min, words.max))
        : experiment,
  };
}

/** A parameter of the run. */
export function runParameter(
  words: ParameterWords,
  rules: {
    /** Null where it has no meaning. */
    read(experiment: ExperimentDoc): number | null;
    write(experiment: ExperimentDoc, value: number): ExperimentDoc;
  },
): Parameter {
  return {
    ...words,
    scope: "run",
    applies: (experiment, target) => target.scope === "run" && rules.read(experiment) !== null,
    read: (experiment, target) => (target.scope === "run" ? rules.read(experiment) : null),
    write: (experiment, target, value) =>
      target.scope === "run" && rules.read(experiment) !== null
        ? rules.write(experiment, clamp(value, words.min, words.max))
        : experiment,
  };
}
