import type { ExperimentDoc, NetworkRecipe, NeuronRef, ViewState } from "#document";

/** Whether two references name the same neuron. */
export function isSameNeuron(left: NeuronRef, right: NeuronRef): boolean {
  return left.population === right.population && left.index === right.index;
}

/** Whether the experiment's network has this neuron. */
export function hasNeuron(experiment: ExperimentDoc, neuron: NeuronRef): boolean {
  return keepExisting(experiment, [neuron]).length > 0;
}

/** Those of the neurons that exist, each once; the same array when nothing is taken away. */
export function keepExisting(
  experiment: ExperimentDoc,
  neurons: readonly NeuronRef[],
): readonly NeuronRef[] {
  const sizes = countNeurons(experiment.network);
  const seen = new Set<string>();
  // One pass: whole populations may be selected, and every move of a drag comes by here.
  const kept = neurons.filter(({ population, index }) => {
    const key = `${population} ${index}`;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew && Number.isInteger(index) && index >= 0 && index < (sizes.get(population) ?? 0);
  });
  return kept.length === neurons.length ? neurons : kept;
}

/** The view without selected neurons that the experiment no longer has; the same object when all exist. */
export function pruneSelection(experiment: ExperimentDoc, view: ViewState): ViewState {
  const selection = keepExisting(experiment, view.selection);
  return selection === view.selection ? view : { ...view, selection };
}

/** Neurons of each population. */
function countNeurons(network: NetworkRecipe): ReadonlyMap<string, number> {
  if (network.kind === "explicit") {
    return new Map(network.populations.map(({ id, thresholds }) => [id, thresholds.length]));
  }
  return new Map(
    network.populations.map(({ id, tangents, copies }) => [
      id,
      tangents.reduce((count, grid) => count * grid.count, copies),
    ]),
  );
}
