import { describe, expect, it } from "vitest";
import {
  asEINetwork,
  buildNetwork,
  computeSlice,
  createCrossingLookup,
  crossingCurve,
  type EINetwork,
  facets,
  findCrossings,
  sliceLines,
} from "#model";
import { eiNetwork } from "../../support/eiNetworks.ts";
import { base, build, quadratic } from "../../support/tangents.ts";

const box = { x: [-2, 2], E: [0, 4], I: [0, 6] } as const;

/** Two parabolic boundaries with side x side neurons each. */
function curved(side: number): EINetwork {
  const tangents = [
    { variable: "x", from: -1.75, to: 1.75, count: side },
    { variable: "E", from: 0.5, to: 2.5, count: side },
  ];
  const groups = [
    build({
      ...base,
      id: "E",
      type: "excitatory",
      boundary: { of: "I", terms: [quadratic("x", 0.3, 0.25, 0), quadratic("E", 0.05, 0.2, 1.7)] },
      tangents,
      decoder: 0.1,
    }),
    build({
      ...base,
      id: "I",
      type: "inhibitory",
      boundary: { of: "I", terms: [quadratic("x", 0.7, 0.25, 0), quadratic("E", 0.12, 0.75, 0.2)] },
      tangents,
      decoder: -0.16,
    }),
  ];
  const ei = asEINetwork(buildNetwork({ inputs: 1, groups }));
  if (ei === null) throw new Error("Two populations make an E-I network.");
  return ei;
}

/** |yI| of the highest line at a point, by looking at every neuron. */
function height(neurons: EINetwork["E"], x: number, yE: number): number {
  return Math.max(
    ...neurons.map(
      ({ readE, readI, feedforward, threshold }) =>
        (readE * yE + (feedforward[0] ?? 0) * x - threshold) / readI,
    ),
  );
}

describe("a network of many neurons", () => {
  const ei = curved(40);

  it("has the boundary in a slice that a look at every neuron gives", () => {
    const { boundary } = computeSlice(ei, 0.3, box);
    for (const side of ["E", "I"] as const) {
      expect(boundary[side].length).toBeGreaterThan(10);
      for (const { from } of boundary[side])
        expect(from[1]).toBeCloseTo(Math.max(0, height(ei[side], 0.3, from[0])), 9);
    }
  });

  it("crosses where both boundaries are equally high", () => {
    const [crossing] = findCrossings(ei, -0.7);
    expect(crossing).toBeDefined();
    const { yE = 0, yI = 0 } = crossing ?? {};
    expect(height(ei.E, -0.7, yE)).toBeCloseTo(yI, 9);
    expect(height(ei.I, -0.7, yE)).toBeCloseTo(yI, 9);
  });

  it("has a crossing curve close to the crossings at every input", () => {
    const lookup = createCrossingLookup(crossingCurve(ei, { ...box, E: [0, 80], I: [0, 120] }));
    for (const x of [-1.6, -0.9, -0.2, 0, 0.31, 1.1, 1.7]) {
      const [exact] = findCrossings(ei, x);
      expect(Math.abs((lookup(x)?.yE ?? 0) - (exact?.yE ?? 9))).toBeLessThan(0.02);
      expect(Math.abs((lookup(x)?.yI ?? 0) - (exact?.yI ?? 9))).toBeLessThan(0.02);
    }
  });

  it("has surfaces of few facets that lie on or closely below the true ones", () => {
    for (const side of ["E", "I"] as const) {
      const surface = facets(ei, { side, box });
      expect(surface.length).toBeLessThan(300);
      for (const { points } of surface)
        for (let at = 0; at < points.length; at += 3) {
          const [x = 0, yE = 0, yI = 0] = points.subarray(at, at + 3);
          if (yI <= 0 || yI >= 6) continue;
          const truth = height(ei[side], x, yE);
          expect(yI).toBeLessThan(truth + 1e-9);
          expect(yI).toBeGreaterThan(truth - 0.03);
        }
    }
  });

  it("keeps the walls and the neurons that forbid every state", () => {
    const lines = Array.from({ length: 400 }, (_, k) => ({
      F: 0,
      readE: k / 400,
      readI: 1,
      T: -1 + (k / 400) ** 2,
    }));
    const inhibitory = [{ F: 0, readE: 2, readI: 1, T: 0 }];
    const wall = { F: 0, readE: 1, readI: 0, T: 3 };
    const walled = eiNetwork([...lines, wall], inhibitory);
    const edges = computeSlice(walled, 0, box).boundary.E;
    expect(edges.some(({ neuron }) => neuron === 400)).toBe(true);
    expect(facets(walled, { side: "E", box }).some(({ kind }) => kind === "wall")).toBe(true);
    const blind = eiNetwork([...lines, { F: 0, readE: 0, readI: 0, T: -1 }], inhibitory);
    expect(facets(blind, { side: "E", box })).toEqual([]);
    expect(findCrossings(blind, 0)).toEqual([]);
  });

  it("draws a few of its lines, those that own the boundary and the chosen ones", () => {
    const lines = sliceLines(ei, 0.3, { ...box, most: 100, always: [1] });
    expect(lines.E).toHaveLength(1600);
    const drawn = lines.E.flatMap((line) => line?.neuron ?? []);
    expect(drawn.length).toBeLessThan(250);
    expect(drawn).toEqual(expect.arrayContaining([0, 1, 16, 32]));
    const owners = computeSlice(ei, 0.3, box).boundary.E.map(({ neuron }) => neuron);
    expect(drawn).toEqual(expect.arrayContaining(owners));
    expect(sliceLines(ei, 0.3, box).E.flatMap((line) => line ?? []).length).toBeGreaterThan(250);
  });
});
