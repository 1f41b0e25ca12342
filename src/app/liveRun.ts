import type { ByPopulation, ExperimentDoc, ViewState } from "#document";
import type { SimulationSpec } from "#engines";
import type { LowRankNetwork } from "#model";

/** The same simulation without an end, its input held where the hand left it and its current pulses left out. */
export function liveSpec(spec: SimulationSpec, view: ViewState): SimulationSpec {
  return {
    ...spec,
    steps: Number.POSITIVE_INFINITY,
    duration: Number.POSITIVE_INFINITY,
    input: {
      kind: "piecewise-linear",
      times: Float64Array.of(0),
      values: Float64Array.from(view.liveInput),
    },
    currents: [],
  };
}

/** Injected current of every neuron, N. */
export function liveCurrents(network: LowRankNetwork, currents: ByPopulation): Float64Array {
  const values = new Float64Array(network.neurons);
  for (const population of network.populations)
    values.fill(
      currents[population.id] ?? 0,
      population.start,
      population.start + population.count,
    );
  return values;
}

/** Everything of a document that a running simulation cannot take over, as a comparable text. */
export function withoutNetwork(experiment: ExperimentDoc): string {
  const { dynamics, initial, seed, duration, network } = experiment;
  const sizes =
    network.kind === "explicit"
      ? network.populations.map(({ id, thresholds }) => [id, thresholds.length])
      : network.populations.map(({ id, tangents, copies }) => [id, tangents, copies]);
  return JSON.stringify({ dynamics, initial, seed, duration, sizes });
}
