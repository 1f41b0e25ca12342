import type { Parameter, ParameterTarget } from "../parameterTypes.ts";
import type { ExperimentDoc, NeuronRef } from "../types.ts";
import type { SweepChoice } from "./settings.ts";
import { findSweepParameter, sweepParameters } from "./sweepParameters.ts";
import type { SweepVariable } from "./sweepPoints.ts";

/**
 * What a choice means in a document: the parameter and everything that gets its value. Parameters of neurons mean the
 * selected ones.
 *
 * @returns null where it means nothing: no such parameter or population, nothing selected, another kind of synapse.
 */
export function resolveChoice(
  experiment: ExperimentDoc,
  choice: SweepChoice,
  selection: readonly NeuronRef[],
): SweepVariable | null {
  const parameter = findSweepParameter(choice.parameter);
  if (parameter === null) return null;
  const targets = findTargets(experiment, { parameter, choice, selection });
  const applies = targets.every((target) => parameter.applies(experiment, target));
  return targets.length > 0 && applies ? { parameter, targets } : null;
}

interface Meaning {
  readonly parameter: Parameter;
  readonly choice: SweepChoice;
  readonly selection: readonly NeuronRef[];
}

function findTargets(
  { network }: ExperimentDoc,
  { parameter, choice, selection }: Meaning,
): readonly ParameterTarget[] {
  switch (parameter.scope) {
    case "run":
      return [{ scope: "run" }];
    case "neurons":
      return selection.length === 0 ? [] : [{ scope: "neurons", neurons: selection }];
    case "population":
      return network.populations.flatMap(({ id }) =>
        choice.population === null || choice.population === id
          ? [{ scope: "population" as const, population: id }]
          : [],
      );
  }
}

/** Everything that can be varied now, in the order of the parameter table; all populations before single ones. */
export function sweepChoices(
  experiment: ExperimentDoc,
  selection: readonly NeuronRef[],
): readonly SweepChoice[] {
  const ids = experiment.network.populations.map(({ id }) => id);
  return sweepParameters
    .flatMap((parameter) => {
      const populations = parameter.scope === "population" ? [null, ...ids] : [null];
      return populations.map((population) => ({ parameter: parameter.id, population }));
    })
    .filter((choice) => resolveChoice(experiment, choice, selection) !== null);
}
