import { describe, expect, it } from "vitest";
import { type Facet, facets } from "#model";
import { eiNetwork, figure5cd, type TestNeuron } from "../../support/eiNetworks.ts";

const box = { x: [0, 10], E: [0, 10], I: [0, 25] } as const;

const floor = (facet: Facet) =>
  Array.from({ length: facet.points.length / 3 }, (_, corner) => [
    facet.points[3 * corner],
    facet.points[3 * corner + 1],
    facet.points[3 * corner + 2],
  ]);

const neuron = (F: number, readE: number, readI: number, T: number): TestNeuron => ({
  F,
  readE,
  readI,
  T,
});
const someI = [neuron(0, 1, 1, 0)];

describe("facets", () => {
  it("splits the E surface of figure 5 at the kinks of q", () => {
    const surface = facets(figure5cd(), { side: "E", box });
    expect(surface.map(({ neuron: owner, kind }) => [owner, kind])).toEqual([
      [0, "surface"],
      [1, "surface"],
      [2, "surface"],
    ]);
    const inputs = surface.map((facet) => floor(facet).map(([x = 0]) => x));
    expect(Math.max(...(inputs[0] ?? []))).toBeCloseTo(1.95, 9);
    expect(Math.min(...(inputs[2] ?? []))).toBeCloseTo(5.95, 9);
  });

  it("keeps every corner inside the box and on the owner's plane", () => {
    const ei = figure5cd();
    for (const side of ["E", "I"] as const) {
      for (const facet of facets(ei, { side, box })) {
        const owner = ei[side].find((candidate) => candidate.neuron === facet.neuron);
        for (const [x = 0, yE = 0, yI = 0] of floor(facet)) {
          const height =
            (owner?.feedforward[0] ?? 0) * x + (owner?.readE ?? 0) * yE - (owner?.threshold ?? 0);
          expect(yI).toBeCloseTo(height, 9);
          expect(yI).toBeGreaterThanOrEqual(-1e-9);
          expect(yI).toBeLessThanOrEqual(25 + 1e-9);
        }
      }
    }
  });

  it("cuts both surfaces of figure 5 at their crossing", () => {
    const ei = figure5cd();
    for (const facet of facets(ei, { side: "E", box, cut: true })) {
      for (const [x = 0, yE = 0, yI = 0] of floor(facet)) {
        const heights = ei.I.map((i) => (i.feedforward[0] ?? 0) * x + i.readE * yE - i.threshold);
        expect(yI).toBeGreaterThanOrEqual(Math.max(...heights) - 1e-9);
      }
    }
    const whole = facets(ei, { side: "I", box });
    const cut = facets(ei, { side: "I", box, cut: true });
    const lowest = (parts: readonly Facet[]) =>
      Math.min(...parts.flatMap((facet) => floor(facet).map(([, yE = 0]) => yE)));
    expect(lowest(whole)).toBeLessThan(1.5);
    expect(lowest(cut)).toBeGreaterThan(2.7);
  });

  it("raises a wall from the surface to the top of the box", () => {
    const ei = eiNetwork([neuron(0, 0, 1, -5), neuron(1, 2, 0, 10)], someI);
    const [surface, wall] = facets(ei, { side: "E", box });
    expect(surface?.kind).toBe("surface");
    expect(wall?.kind).toBe("wall");
    for (const [x = 0, yE = 0, yI = 0] of wall === undefined ? [] : floor(wall)) {
      expect(x + 2 * yE).toBeCloseTo(10, 12);
      expect(yI).toBeGreaterThanOrEqual(5);
    }
    expect(surface && floor(surface)).toHaveLength(3);
  });

  it("raises a wall at one x for a neuron that the input alone drives", () => {
    const ei = eiNetwork([neuron(1, 0, 0, 4), neuron(0, 0, 1, -5)], someI);
    const [wall, surface] = facets(ei, { side: "E", box });
    expect(wall && floor(wall).map(([x]) => x)).toEqual([4, 4, 4, 4]);
    expect(surface && Math.max(...floor(surface).map(([x = 0]) => x))).toBe(4);
  });

  it("is empty when a neuron that nothing moves is above threshold, and ignores one below", () => {
    const base = neuron(0, 0, 1, -5);
    const on = eiNetwork([base, neuron(0, 0, 0, -1)], someI);
    expect(facets(on, { side: "E", box })).toEqual([]);
    expect(facets(on, { side: "I", box, cut: true })).toEqual([]);
    const off = eiNetwork([base, neuron(0, 0, 0, 1)], someI);
    expect(facets(off, { side: "E", box })).toHaveLength(1);
  });

  it("shows another input with the first held", () => {
    const ei = eiNetwork(
      [{ F: [1, 2], readE: 0, readI: 1, T: 0 }],
      [{ F: [0, 0], readE: 1, readI: 1, T: 0 }],
    );
    const [facet] = facets(ei, { side: "E", box, axis: { index: 1, held: [3, 99] } });
    for (const [x = 0, , yI = 0] of facet === undefined ? [] : floor(facet)) {
      expect(yI).toBeCloseTo(3 + 2 * x, 12);
    }
    const [held] = facets(ei, { side: "E", box, axis: { index: 1, held: 3 } });
    expect(held).toEqual(facet);
  });

  it("gives equal neurons to the first, and one surface that both share to E when cut", () => {
    const same = neuron(0.3, 0.7, 0.9, -1);
    const ei = eiNetwork([same, same], [same]);
    expect(facets(ei, { side: "E", box }).map((facet) => facet.neuron)).toEqual([0]);
    expect(facets(ei, { side: "E", box, cut: true })).toHaveLength(1);
    expect(facets(ei, { side: "I", box, cut: true })).toHaveLength(0);
  });
});
