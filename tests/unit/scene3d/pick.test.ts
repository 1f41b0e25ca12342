import { describe, expect, it } from "vitest";
import type { Facet } from "#model";
import { pickFacet } from "../../../src/scene3d/geometry/pick.ts";

const at = (neuron: number, height: number): Facet => ({
  neuron,
  kind: "surface",
  points: Float64Array.of(0, 0, height, 2, 0, height, 2, 2, height, 0, 2, height),
});
const wall: Facet = {
  neuron: 7,
  kind: "wall",
  points: Float64Array.of(0, 1, 0, 2, 1, 0, 2, 1, 3, 0, 1, 3),
};
const down = { origin: [1, 0.5, 10], direction: [0, 0, -2] } as const;

describe("picking a facet", () => {
  it("takes the one nearest to the eye, in whatever order they come", () => {
    expect(pickFacet([at(1, 1), at(2, 4)], down)?.neuron).toBe(2);
    expect(pickFacet([at(2, 4), at(1, 1)], down)?.neuron).toBe(2);
  });

  it("reports where the line of sight meets it", () => {
    expect(pickFacet([at(1, 1)], down)?.point).toEqual([1, 0.5, 1]);
  });

  it("finds an upright wall", () => {
    const hit = pickFacet([wall], { origin: [1, -5, 1], direction: [0, 1, 0] });
    expect(hit).toEqual({ neuron: 7, point: [1, 1, 1] });
  });

  it("misses what is beside or behind the eye, and facets seen edge-on", () => {
    expect(pickFacet([at(1, 1)], { origin: [3, 0.5, 10], direction: [0, 0, -1] })).toBeNull();
    expect(pickFacet([at(1, 11)], down)).toBeNull();
    expect(pickFacet([at(1, 1)], { origin: [-1, 1, 1], direction: [1, 0, 0] })).toBeNull();
  });

  it("misses when there is nothing, or nothing but slivers", () => {
    const sliver: Facet = { neuron: 0, kind: "surface", points: new Float64Array(9) };
    expect(pickFacet([], down)).toBeNull();
    expect(pickFacet([sliver], down)).toBeNull();
  });

  it("does not mind which way round the corners run", () => {
    const flipped = {
      ...at(3, 1),
      points: Float64Array.of(0, 2, 1, 2, 2, 1, 2, 0, 1, 0, 0, 1),
    };
    expect(pickFacet([flipped], down)?.neuron).toBe(3);
  });
});
