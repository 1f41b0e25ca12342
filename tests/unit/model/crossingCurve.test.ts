import { describe, expect, it } from "vitest";
import { createCrossingLookup, crossingCurve, findCrossings } from "#model";
import { eiNetwork, figure4de, figure5cd, type TestNeuron } from "../../support/eiNetworks.ts";

const box = { x: [0, 10], E: [0, 10], I: [0, 25] } as const;
const neuron = (F: number, readE: number, readI: number, T: number): TestNeuron => ({
  F,
  readE,
  readI,
  T,
});

describe("crossingCurve", () => {
  it("has five pieces for the saw of figure 5, all stable, joined end to end", () => {
    const curve = crossingCurve(figure5cd(), box);
    expect(curve.map(({ excitatory, inhibitory }) => [excitatory, inhibitory])).toEqual([
      [0, 3],
      [1, 3],
      [1, 4],
      [2, 4],
      [2, 5],
    ]);
    expect(curve.every(({ stable }) => stable)).toBe(true);
    expect(curve[0]?.from[0]).toBe(0);
    expect(curve.at(-1)?.to[0]).toBeCloseTo(10, 12);
    for (const [k, piece] of curve.slice(1).entries()) {
      for (const axis of [0, 1, 2] as const) {
        expect(piece.from[axis]).toBeCloseTo(curve[k]?.to[axis] ?? Number.NaN, 9);
      }
    }
    // Kinks of q at 1.95 and 5.95, of p at 3.95 and 7.95.
    expect(curve.slice(1).map(({ from }) => Math.round(100 * from[0]) / 100)).toEqual([
      1.95, 3.95, 5.95, 7.95,
    ]);
  });

  it("stays inside the box and the quadrant", () => {
    const narrow = crossingCurve(figure5cd(), { x: [0, 10], E: [3, 5], I: [-4, 10] });
    expect(narrow.length).toBeGreaterThan(0);
    for (const { from, to } of narrow) {
      for (const [, yE, yI] of [from, to]) {
        expect(yE).toBeGreaterThanOrEqual(3 - 1e-9);
        expect(yE).toBeLessThanOrEqual(5 + 1e-9);
        expect(yI).toBeLessThanOrEqual(10 + 1e-9);
      }
    }
    const line = crossingCurve(figure4de(), { x: [-5, 5], E: [-9, 9], I: [-9, 9] });
    // yE = 2 x and |yI| = 4 x - 1 meet the quadrant from x = 1/4 on.
    expect(line[0]?.from[0]).toBeCloseTo(0.25, 12);
    expect(line[0]?.from[2]).toBeCloseTo(0, 12);
  });

  it("splits a piece where leaking stops reaching the E line", () => {
    // E line |yI| = x - 2 + yE, I line 2 yE + x - 5: crossing (3, x + 1), reached for x > 2.
    const ei = eiNetwork([neuron(1, 1, 1, 2)], [neuron(1, 2, 1, 5)]);
    const curve = crossingCurve(ei, { x: [0, 5], E: [0, 10], I: [0, 10] });
    expect(curve.map(({ from, to, reason }) => [from[0], to[0], reason])).toEqual([
      [0, 2, "not reached by leak"],
      [2, 5, "stable"],
    ]);
  });

  it("follows walls of both kinds", () => {
    const ei = eiNetwork([neuron(0, 0, 1, -2)], [neuron(-1, 1, 0, 1), neuron(0, 1, 1, 9)]);
    const curve = crossingCurve(ei, { x: [0, 3], E: [0, 10], I: [0, 10] });
    expect(curve).toHaveLength(1);
    expect(curve[0]).toMatchObject({ from: [0, 1, 2], to: [3, 4, 2], slopeI: Infinity });
    const unstable = crossingCurve(eiNetwork([neuron(-1, 1, 0, 1)], [neuron(0, 1, 1, -1)]), box);
    expect(unstable[0]).toMatchObject({ slopeE: Infinity, reason: "slopes" });
  });

  it("keeps an upright piece where all yE cross at one x", () => {
    const ei = eiNetwork([neuron(1, 1, 1, 0)], [neuron(2, 1, 1, 1)]);
    const curve = crossingCurve(ei, { x: [0, 3], E: [0, 4], I: [0, 4] });
    expect(curve.map(({ from, to }) => [from[0], to[0]])).toEqual([[1, 1]]);
    expect(createCrossingLookup(curve)(1)).toBeNull();
  });

  it("is empty without a crossing, with equal surfaces, and with a population that always fires", () => {
    const E = [neuron(1, 1, 1, 0)];
    expect(crossingCurve(eiNetwork(E, [neuron(1, 1, 1, 3)]), box)).toEqual([]);
    expect(crossingCurve(eiNetwork(E, E), box)).toEqual([]);
    expect(crossingCurve(eiNetwork([neuron(0, 0, 0, -1)], E), box)).toEqual([]);
  });

  it("shows another input with the first held", () => {
    const ei = eiNetwork(
      [{ F: [1, 1], readE: 1, readI: 1, T: 0 }],
      [{ F: [0, 0], readE: 2, readI: 1, T: 0 }],
    );
    const [piece] = crossingCurve(
      ei,
      { x: [0, 2], E: [0, 10], I: [0, 20] },
      { index: 1, held: [3, 0] },
    );
    expect(piece).toMatchObject({ from: [0, 3, 6], to: [2, 5, 10] });
  });
});

describe("createCrossingLookup", () => {
  it("agrees with findCrossings along figure 5, ends included", () => {
    const ei = figure5cd();
    const lookup = createCrossingLookup(
      crossingCurve(ei, { x: [0, 10], E: [0, 1e4], I: [0, 1e4] }),
    );
    for (let x = 0; x <= 10; x += 0.1) {
      const [exact] = findCrossings(ei, x);
      expect(lookup(x)?.yE).toBeCloseTo(exact?.yE ?? Number.NaN, 9);
      expect(lookup(x)?.yI).toBeCloseTo(exact?.yI ?? Number.NaN, 9);
    }
    expect(lookup(10)?.yE).toBeCloseTo(findCrossings(ei, 10)[0]?.yE ?? Number.NaN, 9);
  });

  it("is null outside the curve, in its gaps and on an empty one", () => {
    const lookup = createCrossingLookup(crossingCurve(figure5cd(), box));
    expect([lookup(-0.1), lookup(10.1), lookup(Number.NaN)]).toEqual([null, null, null]);
    expect(createCrossingLookup([])(0)).toBeNull();
    const gap = createCrossingLookup(crossingCurve(figure5cd(), { ...box, E: [0, 4] }));
    expect([gap(2)?.stable, gap(4), gap(6)?.stable]).toEqual([true, null, true]);
  });

  it("takes the stable crossing, of several the lowest", () => {
    const ei = eiNetwork(
      [neuron(0, 0, 1, -4), neuron(0, 2, 1, 0)],
      [neuron(0, 0.5, 1, -3), neuron(0, 1.5, 1, -1.25), neuron(0, 4, 1, 12)],
    );
    const crossings = findCrossings(ei, 0);
    expect(crossings.map(({ stable }) => stable)).toEqual([true, false, false]);
    const lookup = createCrossingLookup(crossingCurve(ei, { ...box, x: [-1, 1] }));
    expect(lookup(0)).toMatchObject({ stable: true, excitatory: 0 });
  });

  it("takes the lowest of unstable crossings", () => {
    const ei = eiNetwork([neuron(0, 2, 1, -1), neuron(0, 6, 1, 16)], [neuron(0, 1, 1, -2)]);
    const lookup = createCrossingLookup(crossingCurve(ei, { ...box, x: [-1, 1] }));
    expect(lookup(0)).toMatchObject({ yE: 1, yI: 3, stable: false });
  });

  it("tells how the crossing moves with x", () => {
    const lookup = createCrossingLookup(crossingCurve(figure4de(), { ...box, x: [0, 2] }));
    expect(lookup(1)?.perInput.yE).toBeCloseTo(2, 12);
    expect(lookup(1)?.perInput.yI).toBeCloseTo(4, 12);
  });
});
