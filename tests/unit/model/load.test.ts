import { describe, expect, it } from "vitest";
import {
  createCrossingLookup,
  crossingCurve,
  findCrossings,
  judgeLoad,
  loadFactor,
  worstLoad,
} from "#model";
import { eiNetwork, figure4de } from "../../support/eiNetworks.ts";

const ei = figure4de();
const [crossing] = findCrossings(ei, 1);
if (crossing === undefined) throw new Error("Figure 4d has a crossing.");
const lookup = createCrossingLookup(crossingCurve(ei, { x: [0, 9], E: [0, 1e3], I: [0, 1e3] }));
const atRest = 2 / 0.62 + 3;

describe("loadFactor", () => {
  it("is the share of steps that must carry a spike", () => {
    const { load, verdict } = loadFactor({ ei, crossing, dt: 0.005 });
    expect(load).toBeCloseTo(0.005 * atRest, 12);
    expect(verdict).toBe("green");
  });

  it("counts y + y' while the input moves, and no spikes for a readout that falls by itself", () => {
    const moving = loadFactor({ ei, crossing, dt: 0.01, velocity: { yE: 1, yI: -5 } });
    expect(moving.load).toBeCloseTo((0.01 * 3) / 0.62, 12);
  });

  it("is infinite and red for an owner that writes nothing", () => {
    const mute = eiNetwork(
      [{ F: 2, readE: 1, readI: 1, T: 1, D: 0 }],
      [{ F: 1, readE: 1.5, readI: 1, T: 1 }],
    );
    expect(loadFactor({ ei: mute, crossing, dt: 0.01 })).toEqual({
      load: Number.POSITIVE_INFINITY,
      verdict: "red",
    });
  });

  it("turns amber at 0.2 and red above 0.9", () => {
    expect([0, 0.19, 0.2, 0.9, 0.91].map(judgeLoad)).toEqual([
      "green",
      "green",
      "amber",
      "amber",
      "red",
    ]);
  });
});

describe("worstLoad", () => {
  const course = { ei, lookup, dt: 0.005, interval: 0.1 };

  it("is the load at rest for a constant input", () => {
    const worst = worstLoad({ ...course, input: [1, 1, 1] });
    expect(worst?.load).toBeCloseTo(0.005 * atRest, 9);
  });

  it("takes the worst place of a ramp, moving", () => {
    const input = Array.from({ length: 101 }, (_, k) => 1 + k / 100);
    // At the end yE = 4 and |yI| = 7, rising by 2 and 4 for each x at 0.1 x per tau.
    const worst = worstLoad({ ...course, input });
    expect(worst?.load).toBeCloseTo(0.005 * ((4 + 0.2) / 0.62 + 7.4), 9);
  });

  it("counts a jump with its spikes and not with an infinite speed", () => {
    const input = Array.from({ length: 60 }, (_, k) => (k < 30 ? 1 : 2));
    const worst = worstLoad({ ...course, input });
    expect(worst?.load).toBeLessThan(0.005 * (6 / 0.62 + 11) * 1.05);
  });

  it("leaves out samples without a crossing and is null when all are", () => {
    expect(worstLoad({ ...course, input: [0, 1, 0] })?.load).toBeCloseTo(0.005 * atRest, 9);
    expect(worstLoad({ ...course, input: [0, 0] })).toBeNull();
    expect(worstLoad({ ...course, input: [] })).toBeNull();
    expect(worstLoad({ ...course, input: [1], interval: 5 })?.load).toBeCloseTo(0.005 * atRest, 9);
  });
});
