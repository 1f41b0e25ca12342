import { describe, expect, it } from "vitest";
import {
  busiestTau,
  compareOrder,
  findCrossings,
  meanReadouts,
  noisyStepBias,
  rateStiffness,
  type SpikeList,
} from "#model";
import { eiNetwork, figure4de } from "../../support/eiNetworks.ts";

const ei = figure4de();
const [crossing] = findCrossings(ei, 1);
if (crossing === undefined) throw new Error("Figure 4d has a crossing.");

function spikesOf(...spikes: readonly (readonly [number, number])[]): SpikeList {
  return {
    neuron: spikes.map(([neuron]) => neuron),
    time: spikes.map(([, time]) => time),
    start: 0,
    end: spikes.length,
  };
}

describe("noisyStepBias", () => {
  it("is the late answer of 2.5 steps and the shift of the crossing", () => {
    // T_E up by s: yE - yI = -1 + s, 1.5 yE - yI = 0: yE falls by 2 s, |yI| by 3 s, of 2 and 3.
    const shift = 0.5826 * 0.1 * Math.sqrt(0.02);
    const bias = noisyStepBias({ ei, crossing, dt: 0.01, sigma: { E: 0.1, I: 0 } });
    expect(bias).toBeCloseTo(shift + 0.025, 12);
  });

  it("lets both thresholds move the crossing", () => {
    const shift = 0.5826 * 0.1 * Math.sqrt(0.02);
    const bias = noisyStepBias({ ei, crossing, dt: 0.01, sigma: { E: 0.1, I: 0.1 } });
    // Both lines move alike: yE stays, |yI| moves by s of 3.
    expect(bias).toBeCloseTo(shift / 3 + 0.025, 12);
  });

  it("is 0 without noise and unbounded for parallel lines", () => {
    expect(noisyStepBias({ ei, crossing, dt: 0.5, sigma: { E: 0, I: 0 } })).toBe(0);
    const parallel = eiNetwork(
      [{ F: 2, readE: 1, readI: 1, T: 1 }],
      [{ F: 1, readE: 1, readI: 1, T: 1 }],
    );
    const bias = noisyStepBias({ ei: parallel, crossing, dt: 0.01, sigma: { E: 0.1, I: 0 } });
    expect(bias).toBe(Number.POSITIVE_INFINITY);
  });

  it("leaves out a readout of nothing and an owner that is not there", () => {
    const sigma = { E: 0.1, I: 0.1 };
    const atZero = { ...crossing, yE: 0, yI: 0 };
    expect(noisyStepBias({ ei, crossing: atZero, dt: 0.01, sigma })).toBeCloseTo(0.025, 12);
    const nobody = { ...crossing, excitatory: 7 };
    expect(noisyStepBias({ ei, crossing: nobody, dt: 0.01, sigma })).toBe(0);
  });
});

describe("meanReadouts", () => {
  const { network } = ei;

  it("is the integral of every trace that spikes leave in the window", () => {
    // E at 1 (before the window) and at 3, I at 2.5; window 2 to 4.
    const spikes = spikesOf([0, 1], [1, 2.5], [0, 3], [0, 5]);
    const means = meanReadouts({ network, spikes, initial: [] }, { from: 2, to: 4 });
    const e = Math.exp;
    expect(means[0]).toBeCloseTo((0.62 * (e(-1) - e(-3)) + 0.62 * (1 - e(-1))) / 2, 12);
    expect(means[1]).toBeCloseTo(-(1 - e(-1.5)) / 2, 12);
  });

  it("counts what the readouts began with", () => {
    const means = meanReadouts(
      { network, spikes: spikesOf(), initial: [2, -3] },
      { from: 0, to: 1 },
    );
    expect(means[0]).toBeCloseTo(2 * (1 - Math.exp(-1)), 12);
    expect(means[1]).toBeCloseTo(-3 * (1 - Math.exp(-1)), 12);
  });
});

describe("compareOrder", () => {
  it("counts the leading spikes of the same neurons and how far apart they are", () => {
    const first = spikesOf([0, 1], [1, 2], [0, 3]);
    const second = spikesOf([0, 1.1], [1, 2.3], [1, 3.5]);
    const { spikes, timeError, partsAt } = compareOrder(first, second);
    expect(spikes).toBe(2);
    expect(timeError).toBeCloseTo(0.3, 12);
    expect(partsAt).toBe(3.5);
  });

  it("never parts where both are the same, and parts where one goes on alone", () => {
    const both = spikesOf([0, 1], [1, 2]);
    expect(compareOrder(both, both)).toEqual({ spikes: 2, timeError: 0, partsAt: null });
    expect(compareOrder(both, spikesOf([0, 1])).partsAt).toBe(2);
    expect(compareOrder(spikesOf([0, 1]), both).partsAt).toBe(2);
    expect(compareOrder(spikesOf(), spikesOf())).toEqual({
      spikes: 0,
      timeError: 0,
      partsAt: null,
    });
  });
});

describe("busiestTau", () => {
  it("is the fullest tau of the window", () => {
    const spikes = spikesOf([0, 0.1], [0, 3.15], [0, 3.5], [1, 4.05], [0, 4.45], [0, 9]);
    expect(busiestTau(spikes, { from: 0, to: 10 })).toBe(3);
    expect(busiestTau(spikes, { from: 4, to: 5 })).toBe(2);
  });

  it("is the whole window where that is shorter, and 0 without spikes", () => {
    expect(busiestTau(spikesOf([0, 0.1], [0, 0.2]), { from: 0, to: 0.3 })).toBe(2);
    expect(busiestTau(spikesOf(), { from: 0, to: 10 })).toBe(0);
  });
});

describe("rateStiffness", () => {
  const units = { network: ei.network, beta: [4, 4], tauS: [1, 1] };

  it("is 1, the leak, where all sigmoids are flat", () => {
    const stiffness = rateStiffness(units, { input: [-1000], latents: [0, 0] });
    expect(stiffness).toBeCloseTo(1, 12);
  });

  it("is the largest eigenvalue of the Jacobian where they are steep", () => {
    // Both neurons at threshold: slope 1 each. J = -1 + D E': rows 0.62 (1, 1) and -1 (1.5, 1).
    const stiffness = rateStiffness(units, { input: [1], latents: [2, -3] });
    const [a, b, c, d] = [-1 + 0.62, 0.62, -1.5, -2];
    const half = (a + d) / 2;
    const root = half * half - (a * d - b * c);
    const expected =
      root >= 0
        ? Math.max(Math.abs(half + Math.sqrt(root)), Math.abs(half - Math.sqrt(root)))
        : Math.sqrt(a * d - b * c);
    // Gelfand's formula is right to a few parts in ten thousand.
    expect(stiffness).toBeCloseTo(expected, 2);
  });

  it("grows with a faster synapse", () => {
    const moment = { input: [1], latents: [2, -3] };
    const slow = rateStiffness(units, moment);
    expect(rateStiffness({ ...units, tauS: [0.1, 0.1] }, moment)).toBeGreaterThan(4 * slow);
  });
});
