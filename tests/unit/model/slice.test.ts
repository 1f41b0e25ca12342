import { describe, expect, it } from "vitest";
import { polygonArea } from "#math";
import { computeSlice, sliceLines } from "#model";
import { eiNetwork, figure4de, figure5cd, type TestNeuron } from "../../support/eiNetworks.ts";

const box = { E: [0, 4], I: [0, 6] } as const;
const line = (readE: number, readI: number, T: number): TestNeuron => ({ F: 0, readE, readI, T });
const someI = [line(1, 1, 0)];

describe("sliceLines", () => {
  it("clips the lines of figure 4d to its axes", () => {
    const lines = sliceLines(figure4de(), 1, box);
    expect(lines.E).toEqual([{ neuron: 0, from: [0, 1], to: [4, 5] }]);
    expect(lines.I).toEqual([{ neuron: 1, from: [0, 0], to: [4, 6] }]);
  });

  it("leaves through the top or the bottom of the box", () => {
    const [piece] = sliceLines(eiNetwork([line(3, 1, 3)], someI), 0, box).E;
    expect(piece).toEqual({ neuron: 0, from: [1, 0], to: [3, 6] });
  });

  it("draws level lines and walls", () => {
    const lines = sliceLines(eiNetwork([line(0, 2, -4), line(2, 0, 2)], someI), 0, box);
    expect(lines.E).toEqual([
      { neuron: 0, from: [0, 2], to: [4, 2] },
      { neuron: 1, from: [1, 0], to: [1, 6] },
    ]);
  });

  it("is null for lines that miss the box and neurons that read nothing", () => {
    const outside = [line(1, 1, 9), line(0, 1, 1), line(1, 0, 5), line(0, 0, 1), line(0, 0, 0)];
    const lines = sliceLines(eiNetwork(outside, someI), 0, box);
    expect(lines.E).toEqual([null, null, null, null, null]);
  });
});

describe("computeSlice", () => {
  it("gives the boundaries and the four regions of figure 4d", () => {
    const { boundary, subthreshold } = computeSlice(figure4de(), 1, box);
    expect(boundary.E).toEqual([{ neuron: 0, from: [0, 1], to: [4, 5] }]);
    expect(boundary.I).toEqual([{ neuron: 1, from: [0, 0], to: [4, 6] }]);
    expect(polygonArea(subthreshold.E)).toBe(12);
    expect(polygonArea(subthreshold.I)).toBe(12);
    // Above y + 1 left of the crossing (2, 3), above 1.5 y right of it.
    expect(polygonArea(subthreshold.both)).toBe(8 + 3);
  });

  it("chains the owners of figure 5 over yE without gaps", () => {
    const ei = eiNetwork([line(0, 1, -1), line(1, 1, 0), line(2, 1, 3)], someI);
    const { boundary } = computeSlice(ei, 0, box);
    expect(boundary.E.map(({ neuron, from }) => [neuron, ...from])).toEqual([
      [0, 0, 1],
      [1, 1, 1],
      [2, 3, 3],
    ]);
    expect(boundary.E.at(-1)?.to).toEqual([4, 5]);
  });

  it("ends at the first wall, drawn from the envelope to the top", () => {
    const { boundary, subthreshold } = computeSlice(
      eiNetwork([line(1, 1, -1), line(1, 0, 3), line(2, 0, 4)], someI),
      0,
      box,
    );
    expect(boundary.E).toEqual([
      { neuron: 0, from: [0, 1], to: [2, 3] },
      { neuron: 2, from: [2, 3], to: [2, 6] },
    ]);
    expect(polygonArea(subthreshold.E)).toBe(8);
  });

  it("has a whole box below threshold when the boundary lies outside", () => {
    const { boundary, subthreshold } = computeSlice(eiNetwork([line(0, 1, 1)], someI), 0, box);
    expect(boundary.E).toEqual([]);
    expect(polygonArea(subthreshold.E)).toBe(24);
  });

  it("has nothing below threshold when a neuron that reads nothing is above", () => {
    const { boundary, subthreshold } = computeSlice(eiNetwork([line(0, 0, 0)], someI), 0, box);
    expect(boundary.E).toEqual([]);
    expect(polygonArea(subthreshold.E)).toBe(0);
    expect(polygonArea(subthreshold.both)).toBe(0);
  });

  it("names the three owners of figure 5 one after the other as x grows", () => {
    const ei = figure5cd();
    const wide = { E: [0, 10], I: [0, 25] } as const;
    const owners = [1, 5, 9].map((x) => computeSlice(ei, x, wide).boundary.E[0]?.neuron);
    expect(owners).toEqual([0, 1, 2]);
  });
});
