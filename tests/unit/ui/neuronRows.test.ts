import { describe, expect, it } from "vitest";
import { presets } from "#content";
import {
  listRows,
  neuronAt,
  neuronsBetween,
  rowOf,
  typeOf,
} from "../../../src/ui/inspector/neuronRows.ts";
import { readInequality, sumTerms } from "../../../src/ui/inspector/neuronTerms.ts";
import { chooseRow, moveRow } from "../../../src/ui/inspector/rowSelection.ts";
import type { Summary } from "../../../src/ui/services.ts";
import { experiment } from "../../support/workspaces.ts";

const rows = listRows(experiment.network);
const none = { shiftKey: false, ctrlKey: false, metaKey: false };

describe("rows of the neuron table", () => {
  it("are E first and counted through", () => {
    expect(rows.blocks.map(({ population, count }) => [population, count])).toEqual([
      ["E", 2],
      ["I", 3],
    ]);
    expect(rows.count).toBe(5);
    expect(neuronAt(rows, 2)).toEqual({ population: "I", index: 0 });
    expect(typeOf(rows, "I")).toBe("inhibitory");
  });

  it("count the tangent points of a recipe", () => {
    const start = presets.find(({ id }) => id === "start");
    expect(start && listRows(start.experiment.network).count).toBe(24);
  });

  it("end where the neurons end", () => {
    expect(neuronAt(rows, 5)).toBeNull();
    expect(neuronAt(rows, -1)).toBeNull();
    expect(rowOf(rows, { population: "I", index: 3 })).toBe(-1);
    expect(rowOf(rows, { population: "X", index: 0 })).toBe(-1);
  });

  it("give the neurons of a range in either order", () => {
    expect(neuronsBetween(rows, 3, 1)).toEqual([
      { population: "E", index: 1 },
      { population: "I", index: 0 },
      { population: "I", index: 1 },
    ]);
  });
});

describe("choosing rows", () => {
  const first = { population: "E", index: 0 };
  const third = { population: "I", index: 0 };

  it("selects one alone", () => {
    const choice = { rows, selection: [first], anchor: 0, row: 2, modifiers: none };
    expect(chooseRow(choice)).toEqual([third]);
  });

  it("takes the range from the anchor with Shift", () => {
    const modifiers = { ...none, shiftKey: true };
    expect(chooseRow({ rows, selection: [], anchor: 1, row: 2, modifiers })).toHaveLength(2);
  });

  it("takes a row in and out with Ctrl or Cmd", () => {
    const selection = [first];
    const inOut = { rows, selection, anchor: 0 };
    expect(chooseRow({ ...inOut, row: 2, modifiers: { ...none, ctrlKey: true } })).toEqual([
      first,
      third,
    ]);
    expect(chooseRow({ ...inOut, row: 0, modifiers: { ...none, metaKey: true } })).toEqual([]);
  });

  it("moves by keys and stays inside the table", () => {
    expect(moveRow("ArrowDown", 3, 5)).toBe(4);
    expect(moveRow("ArrowDown", 4, 5)).toBe(4);
    expect(moveRow("PageUp", 3, 5)).toBe(0);
    expect(moveRow("End", 0, 5)).toBe(4);
    expect(moveRow("Home", 3, 5)).toBe(0);
    expect(moveRow("x", 0, 5)).toBeNull();
    expect(moveRow("End", 0, 0)).toBeNull();
  });
});

describe("the inequality of a neuron", () => {
  const summary: Summary = {
    input: [2],
    latents: { E: 3, I: 4 },
    populations: [],
    crossings: [],
    verdict: null,
    spikeCount: () => 0,
  };

  it("adds what excites, subtracts the magnitude of what inhibits, E before I", () => {
    const inequality = readInequality(experiment, { population: "E", index: 1 });
    expect(
      inequality?.terms.map(({ weightSymbol, variableSymbol, sign }) => [
        weightSymbol,
        variableSymbol,
        sign,
      ]),
    ).toEqual([
      ["F", "x", 1],
      ["E^{EE}", "y^{E}", 1],
      ["E^{EI}", "|y^{I}|", -1],
    ]);
    expect(inequality?.threshold).toBe(1.2);
    expect(inequality && sumTerms(inequality, summary)).toBeCloseTo(0.5 * 2 + 1.2 * 3 - 4);
  });

  it("does not exist without the neuron", () => {
    expect(readInequality(experiment, { population: "E", index: 9 })).toBeNull();
  });
});
