import type { ExperimentDoc, NetworkRecipe, NeuronRef, ViewState } from "#document";

/** Whether two references name the same neuron. */
export function isSameNeuron(left: NeuronRef, right: NeuronRef): boolean {
  return left.population === right.population && left.index === right.index;
}

/** Whether the experiment's network has this neuron. */
export function hasNeuron(experiment: ExperimentDoc, neuron: NeuronRef): boolean {
  return (
    Number.isInteger(neuron.index) &&
    neuron.index >= 0 &&
    neuron.index < countNeurons(experiment.network, neuron.population)
  );
}

/** Those of the neurons that exist, each once; the same array when nothing is taken away. */
export function keepExisting(
  experiment: ExperimentDoc,
  neurons: readonly NeuronRef[],
): readonly NeuronRef[] {
  const kept = neurons.filter(
    (neuron, index) =>
      hasNeuron(experiment, neuron) &&
      neurons.findIndex((other) => isSameNeuron(other, neuron)) === index,
  );
  return kept.length === neurons.length ? neurons : kept;
}

/** The view without selected neurons that the experiment no longer has; the same object when all exist. */
export function pruneSelection(experiment: ExperimentDoc, view: ViewState): ViewState {
  const selection = keepExisting(experiment, view.selection);
  return selection === view.selection ? view : { ...view, selection };
}

function countNeurons(network: NetworkRecipe, id: string): number {
  if (network.kind === "explicit") {
    return network.populations.find((population) => population.id === id)?.thresholds.length ?? 0;
  }
  const recipe = network.populations.find((population) => population.id === id);
  if (recipe === undefined) return 0;
  return recipe.tangents.reduce((count, grid) => count * grid.count, recipe.copies);
}
