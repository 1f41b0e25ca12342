import { invariant } from "#math";
import type { Parameter } from "../parameterTypes.ts";
import { neuronParameters } from "./neuron.ts";
import { populationParameters } from "./population.ts";
import { runParameters } from "./run.ts";

/** Every parameter, in the order of the inspector. */
export const parameters: readonly Parameter[] = [
  ...neuronParameters,
  ...populationParameters,
  ...runParameters,
];

const byId = new Map(parameters.map((parameter) => [parameter.id, parameter]));

/**
 * Look a parameter up.
 *
 * @throws Error when there is none of that id.
 */
export function findParameter(id: string): Parameter {
  const parameter = byId.get(id);
  invariant(parameter !== undefined, `There is no parameter "${id}".`);
  return parameter;
}
