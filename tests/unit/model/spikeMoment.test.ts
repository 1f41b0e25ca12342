import { describe, expect, it } from "vitest";
import { countPushes, explainSpike, type MomentRun, nearestNeurons } from "#model";
import { eiNetwork, figure4de, type TestNeuron } from "../../support/eiNetworks.ts";
import { momentRun } from "../../support/momentRuns.ts";

const pair = figure4de().network;

/** A run of the pair of figure 4d with its own time for every spike. */
function pairRun(spikes: readonly (readonly [number, number])[], change: Partial<MomentRun> = {}) {
  return momentRun(pair, spikes, { input: () => [1], ...change });
}

const near = (values: ArrayLike<number>) => Array.from(values, (one) => Number(one.toFixed(9)));

describe("the moment of a spike", () => {
  it("has the state that the neuron felt, the jump and both margins", () => {
    const latents = [2, -1];
    const moment = explainSpike(pairRun([[Math.LN2, 0]], { latents }), 0);
    expect(moment).toMatchObject({ spike: 0, neuron: 0, time: Math.LN2, input: [1], extra: 0 });
    expect(near(moment.latentsBefore)).toEqual([1, -0.5]);
    expect(near(moment.latentsAfter)).toEqual([1.62, -0.5]);
    // E: 1 - (2 + 1 - 0.5), I: 1 - (1 + 1.5 - 0.5).
    expect(near(moment.marginsBefore)).toEqual([-1.5, -1]);
    expect(near(moment.marginsAfter)).toEqual([-2.12, -1.93]);
  });

  it("adds up the spikes before it as they fade", () => {
    const moment = explainSpike(
      pairRun([
        [0, 0],
        [0, 1],
        [Math.LN2, 0],
      ]),
      2,
    );
    expect(near(moment.latentsBefore)).toEqual([0.31, -0.5]);
  });

  it("does not see its own spike or later ones of the same instant", () => {
    const run = pairRun([
      [1, 0],
      [1, 1],
      [1, 0],
    ]);
    expect([0, 1, 2].map((spike) => near(explainSpike(run, spike).latentsBefore))).toEqual(
      [
        [0, 0],
        [0.62, 0],
        [0.62, -1],
      ].map((row) => near(row)),
    );
  });

  it("counts steps of the clock: felt one step later, undecayed, and fading by dt a step", () => {
    const clock = { kind: "steps", dt: 0.1 } as const;
    const run = pairRun(
      [
        [0.1, 0],
        [0.2, 1],
        [0.4, 0],
      ],
      { clock },
    );
    expect(near(explainSpike(run, 1).latentsBefore)).toEqual([0.62, 0]);
    expect(near(explainSpike(run, 2).latentsBefore)).toEqual([0.62 * 0.81, -0.9]);
  });

  it("gives back a neuron's own reset and lets it fade", () => {
    const resetting = { ...pair, selfResets: Float64Array.of(0.5, 0) };
    const run = momentRun(
      resetting,
      [
        [0, 0],
        [Math.LN2, 0],
      ],
      { input: () => [1] },
    );
    const [first, second] = [explainSpike(run, 0), explainSpike(run, 1)];
    expect(first.extra).toBe(0);
    expect(near(first.marginsAfter)).toEqual([-1 - 0.62 + 0.5, 0 - 0.93]);
    expect(second.extra).toBeCloseTo(-0.25, 12);
    expect(second.marginsBefore[0]).toBeCloseTo(1 - (2 + 0.31 - 0.25), 12);
  });

  it("loses the overshoot of a neuron that is put on its threshold", () => {
    const run = pairRun(
      [
        [0, 0],
        [0, 0],
      ],
      { clamps: true },
    );
    const [first, second] = [explainSpike(run, 0), explainSpike(run, 1)];
    expect(first.marginsBefore[0]).toBe(-1);
    expect(first.marginsAfter[0]).toBeCloseTo(-0.62, 12);
    expect(second.marginsBefore[0]).toBeCloseTo(-0.62, 12);
    expect(second.extra).toBeCloseTo(-1, 12);
  });

  it("delays a spike for all but the neuron itself, and counts nothing twice", () => {
    const run = pairRun(
      [
        [0, 0],
        [0.5, 1],
        [1.5, 0],
      ],
      { delay: [1, 0] },
    );
    const during = explainSpike(run, 1);
    expect(near(during.latentsBefore)).toEqual([0, 0]);
    const after = explainSpike(run, 2);
    expect(after.latentsBefore[0]).toBeCloseTo(0.62 * Math.exp(-0.5), 12);
    // What the neuron felt since 0 is what is left of its own jump.
    const own = 0.62 * Math.exp(-1.5);
    expect((after.latentsBefore[0] ?? 0) + after.extra).toBeCloseTo(own, 12);
  });

  it("knows the start of the run and the currents", () => {
    const currents = [{ neurons: [1], from: 1, to: 2, amplitude: 4 }];
    const run = pairRun(
      [
        [0.5, 0],
        [1.5, 0],
        [3, 1],
      ],
      { offsets: [1, 2], currents },
    );
    expect(explainSpike(run, 0).extra).toBeCloseTo(Math.exp(-0.5), 12);
    const charged = 4 * (Math.exp(-1) - Math.exp(-2)) + 2 * Math.exp(-3);
    expect(explainSpike(run, 2).extra).toBeCloseTo(charged, 12);
    expect(explainSpike(run, 0).marginsBefore[1]).toBeCloseTo(-2 * Math.exp(-0.5), 12);
  });

  it("reads the record where synapses take time", () => {
    const run = pairRun(
      [
        [1, 0],
        [1, 1],
        [2, 0],
      ],
      { recorded: (time) => [time, -time] },
    );
    const moment = explainSpike(run, 1);
    expect(near(moment.latentsBefore)).toEqual([1, -1]);
    expect(moment.avalanche).toEqual({ first: 0, last: 1 });
    expect(explainSpike(run, 2).avalanche).toEqual({ first: 2, last: 2 });
  });

  it("refuses a spike that is not there", () => {
    expect(() => explainSpike(pairRun([[1, 0]]), 1)).toThrow("There is no spike 1 in 0..0.");
    expect(() => explainSpike(pairRun([]), 0)).toThrow("There is no spike");
  });
});

describe("the avalanche of a spike", () => {
  const one = (readE: number, readI: number, T: number): TestNeuron => ({ F: 0, readE, readI, T });
  const extentOf = (run: MomentRun) =>
    Array.from({ length: run.spikes.end }, (_, spike) => {
      const { first, last } = explainSpike(run, spike).avalanche;
      return `${first}-${last}`;
    });

  it("is the spikes of one instant where every spike has its own time", () => {
    const run = pairRun([
      [1, 0],
      [1, 1],
      [1 + 1e-7, 0],
      [2, 0],
      [2, 1],
    ]);
    expect(extentOf(run)).toEqual(["0-1", "0-1", "2-2", "3-4", "3-4"]);
  });

  it("is consecutive steps of the clock, each provoked by the one before", () => {
    const clock = { kind: "steps", dt: 0.1 } as const;
    // E reaches 0.5, I reads E alone at 0.8: the first spike of E is not enough, the second is.
    const { network } = eiNetwork([one(1, 1, 0.5)], [one(1, 0, 0.8)]);
    const run = momentRun(
      network,
      [
        [0.1, 0],
        [0.2, 1],
        [0.5, 0],
        [0.7, 1],
        [0.8, 1],
      ],
      { clock },
    );
    expect(extentOf(run)).toEqual(["0-1", "0-1", "2-2", "3-4", "3-4"]);
    const far = eiNetwork([one(1, 1, 0.5)], [one(1, 0, 1.2)]).network;
    const apart = momentRun(
      far,
      [
        [0.1, 0],
        [0.2, 1],
      ],
      { clock },
    );
    expect(extentOf(apart)).toEqual(["0-0", "1-1"]);
  });

  it("asks only who was pushed where noise hides the voltages", () => {
    const clock = { kind: "steps", dt: 0.1 } as const;
    const far = eiNetwork([one(1, 1, 9)], [one(1, 1, 9)]).network;
    const spikes = [
      [0.1, 0],
      [0.2, 1],
      [0.3, 0],
    ] as const;
    expect(extentOf(momentRun(far, spikes, { clock, isNoisy: true }))).toEqual([
      "0-1",
      "0-1",
      "2-2",
    ]);
  });

  it("goes over the least gap between two spikes", () => {
    const clock = { kind: "exact", minGap: 0.25 } as const;
    const { network } = eiNetwork([one(1, 1, 0.5)], [one(1, 0, 0.8)]);
    const run = momentRun(
      network,
      [
        [1, 0],
        [1.25, 1],
        [1.6, 1],
      ],
      { clock },
    );
    expect(extentOf(run)).toEqual(["0-1", "0-1", "2-2"]);
  });

  it("is not provoked by a spike that is still on its way", () => {
    const clock = { kind: "steps", dt: 0.1 } as const;
    const { network } = eiNetwork([one(1, 1, 0.5)], [one(1, 0, 0.8)]);
    const run = momentRun(
      network,
      [
        [0.1, 0],
        [0.2, 1],
      ],
      { clock, delay: [0.5, 0] },
    );
    expect(extentOf(run)).toEqual(["0-0", "1-1"]);
  });
});

describe("whom a spike pushed", () => {
  it("counts nearer and away for each population, the neuron itself and the unmoved left out", () => {
    const { network } = eiNetwork(
      [
        { F: 0, readE: 1, readI: 1, T: 1 },
        { F: 0, readE: 1, readI: 1, T: 1 },
        { F: 0, readE: 0, readI: 1, T: 1 },
      ],
      [
        { F: 0, readE: 2, readI: 1, T: 1 },
        { F: 0, readE: 0, readI: 0, T: 1 },
      ],
    );
    const run = momentRun(network, [
      [1, 0],
      [2, 3],
    ]);
    expect(countPushes(network, explainSpike(run, 0))).toEqual([
      { population: 0, nearer: 1, away: 0 },
      { population: 1, nearer: 1, away: 0 },
    ]);
    expect(countPushes(network, explainSpike(run, 1))).toEqual([
      { population: 0, nearer: 0, away: 3 },
      { population: 1, nearer: 0, away: 0 },
    ]);
  });

  it("names the nearest, of equally near ones the first", () => {
    const margins = Float64Array.of(3, 1, -2, 1, 5);
    expect(nearestNeurons(margins, 3)).toEqual([2, 1, 3]);
    expect(nearestNeurons(margins, 2)).toEqual([2, 1]);
    expect(nearestNeurons(margins, 99)).toEqual([2, 1, 3, 0, 4]);
    expect(nearestNeurons(new Float64Array(0), 3)).toEqual([]);
  });
});
