import { describe, expect, it } from "vitest";
import { findCrossings } from "#model";
import { eiNetwork, figure4de, figure5cd, type TestNeuron } from "../../support/eiNetworks.ts";

/** A neuron whose line is |yI| = slope yE + height at x = 0. */
const line = (slope: number, height: number): TestNeuron => ({
  F: 0,
  readE: slope,
  readI: 1,
  T: -height,
});
/** A neuron whose line is the wall yE = at. */
const wall = (at: number): TestNeuron => ({ F: 0, readE: 2, readI: 0, T: 2 * at });
const never: TestNeuron = { F: 0, readE: 0, readI: 0, T: 1 };
const always: TestNeuron = { F: 0, readE: 0, readI: 0, T: 0 };

describe("findCrossings", () => {
  it("finds the stable crossing (2, 3) of figure 4d", () => {
    expect(findCrossings(figure4de(), 1)).toEqual([
      {
        yE: 2,
        yI: 3,
        excitatory: 0,
        inhibitory: 1,
        slopeE: 1,
        slopeI: 1.5,
        stable: true,
        reason: "stable",
      },
    ]);
  });

  it("finds the crossings of figure 5 at x = 0, 2, ..., 10", () => {
    const ei = figure5cd();
    const published = [
      [2.783, 1.37],
      [2.85, 2.23],
      [5.383, 5.39],
      [2.85, 7.11],
      [5.383, 13.47],
      [2.717, 18.27],
    ];
    for (const [k, [yE = 0, yI = 0]] of published.entries()) {
      const [crossing, ...others] = findCrossings(ei, 2 * k);
      expect(others).toHaveLength(0);
      expect(crossing?.yE).toBeCloseTo(yE, 3);
      expect(crossing?.yI).toBeCloseTo(yI, 2);
      expect(crossing?.stable).toBe(true);
    }
  });

  it("calls a crossing unstable when the E line is the steeper one", () => {
    const [crossing] = findCrossings(eiNetwork([line(2, 1)], [line(1, 2)]), 0);
    expect(crossing).toMatchObject({ yE: 1, yI: 3, stable: false, reason: "slopes" });
  });

  it("calls a crossing unstable when leaking does not reach the E line", () => {
    const [crossing] = findCrossings(eiNetwork([line(1, -1)], [line(2, -3)]), 0);
    expect(crossing).toMatchObject({ yE: 2, yI: 1, stable: false, reason: "not reached by leak" });
  });

  it("finds every crossing of two bent boundaries, by rising yE", () => {
    const ei = eiNetwork([line(0, 4), line(2, 0)], [line(0.5, 3), line(1.5, 1.25)]);
    const crossings = findCrossings(ei, 0);
    expect(crossings.map(({ yE, stable }) => [yE, stable])).toEqual([
      [11 / 6, true],
      [2.5, false],
    ]);
    expect(crossings.map(({ reason }) => reason)).toEqual(["stable", "slopes"]);
  });

  it("finds none between parallel lines, and none outside the quadrant", () => {
    expect(findCrossings(eiNetwork([line(1, 1)], [line(1, 2)]), 0)).toEqual([]);
    expect(findCrossings(eiNetwork([line(1, 1)], [line(2, 3)]), 0)).toEqual([]);
    expect(findCrossings(eiNetwork([line(1, -3)], [line(2, -4)]), 0)).toEqual([]);
  });

  it("counts boundaries that run along each other once, as unstable, at their first common point", () => {
    const same = eiNetwork([line(0, 2), line(1, 1)], [line(0, 1), line(1, 1)]);
    expect(findCrossings(same, 0)).toHaveLength(1);
    expect(findCrossings(same, 0)[0]).toMatchObject({ yE: 1, yI: 2, stable: false });
    const all = eiNetwork([line(1, 1), line(2, -5)], [line(1, 1), line(2, -5)]);
    expect(findCrossings(all, 0).map(({ yE }) => yE)).toEqual([0]);
  });

  it("sees a boundary that leaves a common stretch", () => {
    const ei = eiNetwork([line(0, 1), line(1, 0)], [line(0, 1), line(2, -2)]);
    expect(findCrossings(ei, 0).map(({ yE }) => yE)).toEqual([0, 2]);
  });

  it("finds a crossing at a corner once and trusts it when both sides are stable", () => {
    const ei = eiNetwork([line(0, 2), line(1, 1)], [line(2, 0)]);
    expect(findCrossings(ei, 0)).toHaveLength(1);
    expect(findCrossings(ei, 0)[0]).toMatchObject({ yE: 1, yI: 2, stable: true });
  });

  it("distrusts a corner that only touches", () => {
    const touching = eiNetwork([line(0, 2), line(2, 0)], [line(1, 1)]);
    expect(findCrossings(touching, 0)).toHaveLength(1);
    expect(findCrossings(touching, 0)[0]).toMatchObject({ yE: 1, yI: 2, stable: false });
  });

  it("counts a crossing at yE = 0", () => {
    const [crossing] = findCrossings(eiNetwork([line(1, 2)], [line(3, 2)]), 0);
    expect(crossing).toMatchObject({ yE: 0, yI: 2, stable: true });
  });

  it("stops at the wall of an inhibitory neuron, which is stable", () => {
    const [crossing, ...others] = findCrossings(eiNetwork([line(1, 1)], [wall(2)]), 0);
    expect(others).toHaveLength(0);
    expect(crossing).toMatchObject({ yE: 2, yI: 3, slopeI: Infinity, stable: true });
  });

  it("stops at the wall of an excitatory neuron, which is not", () => {
    const ei = eiNetwork([wall(3), wall(2), line(0, 1)], [line(1, 1)]);
    const crossings = findCrossings(ei, 0);
    expect(crossings.map(({ yE, yI }) => [yE, yI])).toEqual([
      [0, 1],
      [2, 3],
    ]);
    expect(crossings[1]).toMatchObject({ excitatory: 1, slopeE: Infinity, reason: "slopes" });
  });

  it("does not let a boundary cross beyond a wall", () => {
    // The lines meet at yE = 4, behind the I wall at 2, where the E boundary is above the I line.
    const ei = eiNetwork([line(1, 5)], [line(2, 1), wall(2)]);
    expect(findCrossings(ei, 0).map(({ yE, yI }) => [yE, yI])).toEqual([[2, 7]]);
    // With the E line below the I line at the I wall nothing meets.
    expect(findCrossings(eiNetwork([line(0, 1)], [line(0, 2), wall(2)]), 0)).toEqual([]);
  });

  it("joins equal walls at the higher boundary", () => {
    const ei = eiNetwork([wall(2), line(0, 1)], [wall(2), line(1, 3)]);
    expect(findCrossings(ei, 0).map(({ yE, yI }) => [yE, yI])).toEqual([[2, 5]]);
  });

  it("finds none between walls alone, and none with a wall left of yE = 0", () => {
    expect(findCrossings(eiNetwork([wall(1)], [wall(2)]), 0)).toEqual([]);
    expect(findCrossings(eiNetwork([line(1, 1)], [wall(-1)]), 0)).toEqual([]);
  });

  it("ignores a neuron that reads nothing below threshold, and finds none with one above", () => {
    expect(findCrossings(eiNetwork([line(1, 1), never], [line(2, 0)]), 0)).toHaveLength(1);
    expect(findCrossings(eiNetwork([line(1, 1), always], [line(2, 0)]), 0)).toEqual([]);
    expect(findCrossings(eiNetwork([never], [line(2, 0)]), 0)).toEqual([]);
    expect(findCrossings(eiNetwork([line(1, 1)], [line(2, 0), always]), 0)).toEqual([]);
  });

  it("names the first of equal neurons", () => {
    const [crossing] = findCrossings(
      eiNetwork([line(1, 1), line(1, 1)], [line(2, 0), line(2, 0)]),
      0,
    );
    expect([crossing?.excitatory, crossing?.inhibitory]).toEqual([0, 2]);
  });

  it("takes several inputs", () => {
    const ei = eiNetwork(
      [{ F: [1, 2], readE: 1, readI: 1, T: 0 }],
      [{ F: [0, 1], readE: 2, readI: 1, T: 0 }],
    );
    expect(findCrossings(ei, Float64Array.of(3, 1))[0]).toMatchObject({ yE: 4, yI: 9 });
  });
});
