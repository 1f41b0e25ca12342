import { describe, expect, it } from "vitest";
import type { InputRecipe } from "#document";
import { inputExtent } from "../../../../src/ui/lab/inputExtent.ts";
import { experiment } from "../../../support/workspaces.ts";

const extentOf = (input: InputRecipe): readonly [number, number] =>
  inputExtent({ ...experiment, input }, [-1, 1]);

describe("inputExtent", () => {
  it("is the visible range for a course inside it", () => {
    expect(extentOf({ kind: "piecewise-linear", points: [[0, [0.5]]] })).toEqual([-1, 1]);
  });

  it("reaches to the lowest and highest corner of the first input", () => {
    const points = [
      [0, [-3, 50]],
      [1, [4, -50]],
    ] as const;
    expect(extentOf({ kind: "piecewise-linear", points })).toEqual([-3, 4]);
  });

  it("reaches to the lowest and highest sample", () => {
    expect(extentOf({ kind: "samples", values: [[2], [-5], [0]] })).toEqual([-5, 2]);
  });

  it("reaches from trough to crest of a sine, whatever the sign of its amplitude", () => {
    const sine = { kind: "sine", offset: [2], amplitude: [-1.5], period: 3, phase: 0 } as const;
    expect(extentOf(sine)).toEqual([-1, 3.5]);
  });

  it("does not mind a course without values", () => {
    expect(extentOf({ kind: "samples", values: [] })).toEqual([-1, 1]);
    expect(extentOf({ kind: "piecewise-linear", points: [[0, []]] })).toEqual([-1, 1]);
  });

  it("sees another visible range for the same course", () => {
    const input = { kind: "samples", values: [[2]] } as const;
    const document = { ...experiment, input };
    expect(inputExtent(document, [-1, 1])).toEqual([-1, 2]);
    expect(inputExtent(document, [0, 7])).toEqual([0, 7]);
  });
});
