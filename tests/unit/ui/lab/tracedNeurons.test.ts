import { describe, expect, it } from "vitest";
import type { NeuronRef, ViewState } from "#document";
import { labelOf } from "../../../../src/ui/lab/neuronLabel.ts";
import { tracedNeurons } from "../../../../src/ui/lab/tracedNeurons.ts";
import { eiNetwork } from "../../../support/eiNetworks.ts";
import { view } from "../../../support/workspaces.ts";

const neuron = { F: 1, readE: 1, readI: 1, T: 1 };
const { network } = eiNetwork([neuron, neuron], [neuron, neuron, neuron, neuron]);

function traced(traces: ViewState["show"]["traces"], selection: readonly NeuronRef[]) {
  return tracedNeurons(network, { show: { ...view.show, traces }, selection });
}

describe("tracedNeurons", () => {
  it("are the selected ones, in the order of selection, four at most", () => {
    const selection = [3, 1, 0, 2].map((index) => ({ population: "I", index }));
    expect(traced("voltages", selection)).toEqual([5, 3, 2, 4]);
    expect(traced("currents", [{ population: "E", index: 1 }, ...selection])).toEqual([1, 5, 3, 2]);
  });

  it("are the first of each population when nothing is selected, or nothing that exists", () => {
    expect(traced("voltages", [])).toEqual([0, 2]);
    expect(traced("currents", [{ population: "E", index: 9 }])).toEqual([0, 2]);
  });

  it("are none while the row is hidden", () => {
    expect(traced("none", [{ population: "E", index: 0 }])).toEqual([]);
  });

  it("leave out a population without neurons", () => {
    const alone = eiNetwork([neuron], [neuron]).network;
    const populations = alone.populations.map((population, index) =>
      index === 0 ? { ...population, count: 0 } : { ...population, start: 0 },
    );
    expect(tracedNeurons({ ...alone, populations }, { show: view.show, selection: [] })).toEqual([
      0,
    ]);
  });
});

describe("labelOf", () => {
  it("names a neuron by its population and its place counted from 1", () => {
    expect(labelOf({ population: "I", index: 2 })).toBe("I 3");
  });
});
