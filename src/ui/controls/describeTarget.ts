import type { NeuronRef, Parameter, ParameterTarget } from "#document";
import { labelOf } from "../lab/neuronLabel.ts";

/** What an edit of this parameter is called in the history: "threshold of I 3". */
export function describeEdit(parameter: Parameter, target: ParameterTarget): string {
  switch (target.scope) {
    case "run":
      return parameter.label;
    case "population":
      return `${parameter.label} of ${target.population}`;
    case "neurons":
      return `${parameter.label} of ${describeNeurons(target.neurons)}`;
  }
}

/** "I 3" or "4 neurons". */
export function describeNeurons(neurons: readonly NeuronRef[]): string {
  const [only] = neurons;
  return neurons.length === 1 && only !== undefined ? labelOf(only) : `${neurons.length} neurons`;
}
