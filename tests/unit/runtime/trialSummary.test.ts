import { describe, expect, it } from "vitest";
import {
  createTrialLayout,
  GROUP_COLUMNS,
  type GroupColumn,
  groupStart,
  LATENT_COLUMNS,
  type LatentColumn,
  latentStart,
  nullspaceStart,
  type TrialBlock,
} from "#runtime/protocol";
import type { PointSummary } from "#runtime/trials";
import { PointStore } from "../../../src/runtime/trials/pointStore.ts";
import { summarisePoint } from "../../../src/runtime/trials/summarisePoint.ts";
import { createTestNetwork } from "../../support/simulationSpecs.ts";
import { planOf } from "../../support/trialPools.ts";

const network = createTestNetwork({
  type: "inhibitory",
  feedforward: [1, 1],
  encoders: [[1], [1]],
  thresholds: [1, 1],
  decoders: [-1, -1],
});
const plan = planOf({
  window: { from: 2, to: 6 },
  watch: [1, 0],
  psthBins: 2,
  correlogram: { reach: 1, bins: 1 },
  rasterTrials: 2,
  latentSteps: 1,
  nullspace: true,
  neuronCounts: true,
});
const layout = createTrialLayout(network, plan);

/** What one trial says; columns that are left out are not a number. */
interface HandMade {
  /** Spikes of neurons 0 and 1. */
  readonly counts: readonly [number, number];
  readonly verdict?: number;
  readonly all?: Partial<Record<GroupColumn, number>>;
  readonly latent?: Partial<Record<LatentColumn, number>>;
  readonly space?: readonly [number, number];
}

function rowOf({ counts: [first, second], verdict = 0, all, latent, space }: HandMade) {
  const row = new Float64Array(layout.columns).fill(Number.NaN);
  row[0] = verdict;
  row[groupStart(0)] = first + second;
  row[groupStart(1)] = second;
  row[groupStart(2)] = first;
  for (const [at, name] of GROUP_COLUMNS.entries()) {
    const value = all?.[name];
    if (value !== undefined) row[groupStart(0) + at] = value;
  }
  for (const [at, name] of LATENT_COLUMNS.entries())
    row[latentStart(layout, 0) + at] = latent?.[name] ?? Number.NaN;
  row.set(space ?? [Number.NaN, Number.NaN], nullspaceStart(layout, 0));
  return row;
}

function blockOf(trial: number, made: HandMade, changes: Partial<TrialBlock> = {}): TrialBlock {
  const counts = Float64Array.from(made.counts);
  return {
    firstTrial: trial,
    trials: 1,
    rows: rowOf(made),
    psth: new Float64Array(6),
    pairs: new Float64Array(1),
    countSums: counts,
    countSquares: counts.map((count) => count ** 2),
    rasterTrial: new Uint32Array(0),
    rasterNeuron: new Uint32Array(0),
    rasterTime: new Float64Array(0),
    elapsedMs: 1,
    ...changes,
  };
}

function summarise(blocks: readonly TrialBlock[], isExact = false): PointSummary {
  const store = new PointStore(layout, 10);
  for (const block of blocks) store.add(block);
  return summarisePoint({ network, plan, store, wanted: 10, isExact });
}

describe("a summary", () => {
  it("has counts and rates of populations, then of watched neurons in the order of the plan", () => {
    const { groups, trials, wanted } = summarise([
      blockOf(0, { counts: [1, 3] }),
      blockOf(1, { counts: [3, 5] }),
    ]);
    expect([trials, wanted]).toEqual([2, 10]);
    expect(groups.map(({ kind, index, neurons }) => [kind, index, neurons])).toEqual([
      ["population", 0, 2],
      ["neuron", 1, 1],
      ["neuron", 0, 1],
    ]);
    // Counts 4 and 8 in 4 tau, two neurons.
    expect(groups[0]?.count).toMatchObject({ mean: 6, median: 6, lower: 5, upper: 7 });
    expect(groups[0]?.rate.mean).toBe(0.75);
    expect(groups[0]?.countCv.value).toBeCloseTo(2 / 6, 12);
    expect(groups[0]?.fano.value).toBeCloseTo(4 / 6, 12);
    expect(groups[1]?.count.mean).toBe(4);
    expect(groups[2]?.rate.mean).toBe(0.5);
  });

  it("leaves out trials in which a statistic has no meaning", () => {
    const { groups } = summarise([
      blockOf(0, { counts: [1, 0] }),
      blockOf(1, { counts: [9, 0], all: { intervalCv: 0.5, localVariation: 0.25 } }),
    ]);
    expect(groups[0]?.intervalCv).toMatchObject({ n: 1, mean: 0.5 });
    expect(groups[0]?.localVariation).toMatchObject({ n: 1, mean: 0.25 });
    expect(groups[0]?.windowFano.n).toBe(0);
  });

  it("pools the intervals of all trials", () => {
    // Intervals 1, 3 in one trial and 2 in the other: mean 2, population variance 2 / 3.
    const { groups } = summarise([
      blockOf(0, {
        counts: [3, 0],
        all: { intervals: 2, intervalSum: 4, intervalSquares: 10 },
      }),
      blockOf(1, {
        counts: [2, 0],
        all: { intervals: 1, intervalSum: 2, intervalSquares: 4 },
      }),
    ]);
    expect(groups[0]?.pooledIntervalCv).toBeCloseTo(Math.sqrt(2 / 3) / 2, 12);
  });

  it("turns the histogram into a rate of one neuron", () => {
    const { groups } = summarise([
      blockOf(0, { counts: [1, 2] }, { psth: Float64Array.of(2, 1, 1, 1, 1, 0) }),
      blockOf(1, { counts: [3, 2] }, { psth: Float64Array.of(2, 3, 0, 2, 2, 1) }),
    ]);
    // Bins of 2 tau, two trials, two neurons: 4 / 8 and 4 / 8.
    expect([...(groups[0]?.psth ?? [])]).toEqual([0.5, 0.5]);
    expect([...(groups[1]?.psth ?? [])]).toEqual([0.25, 0.75]);
    expect(groups[0]?.rate.mean).toBe(0.5);
  });

  it("describes readouts, with errors where there is a target", () => {
    const latent = { mean: -1, deviation: 0.1, bias: 0.2, rms: 0.3, worst: 0.5 };
    const { latents } = summarise([
      blockOf(0, { counts: [0, 0], latent }),
      blockOf(1, { counts: [0, 0], latent: { ...latent, mean: -3 } }),
    ]);
    expect(latents[0]?.mean.mean).toBe(-2);
    expect(latents[0]?.error?.bias.mean).toBeCloseTo(0.2, 12);
    expect(latents[0]?.error?.worst.median).toBe(0.5);
    const without = summarise([blockOf(0, { counts: [0, 0], latent: { mean: -1, deviation: 0 } })]);
    expect(without.latents[0]?.error).toBeNull();
  });

  it("takes the ratio of hidden to readout noise trial by trial", () => {
    const { nullspace } = summarise([
      blockOf(0, { counts: [1, 1], space: [1, 4] }),
      blockOf(1, { counts: [1, 1], space: [2, 4] }),
    ]);
    expect(nullspace[0]?.ratio.mean).toBe(3);
    expect(nullspace[0]?.readout.mean).toBe(1.5);
    expect(nullspace[0]?.hidden.mean).toBe(4);
  });

  it("correlates the counts of watched pairs and holds coincidences against chance", () => {
    const { pairs } = summarise([
      blockOf(0, { counts: [1, 5] }, { pairs: Float64Array.of(3) }),
      blockOf(1, { counts: [2, 4] }, { pairs: Float64Array.of(4) }),
      blockOf(2, { counts: [4, 2] }, { pairs: Float64Array.of(5) }),
    ]);
    expect(pairs).toHaveLength(1);
    expect(pairs[0]).toMatchObject({ first: 1, second: 0 });
    expect(pairs[0]?.countCorrelation).toBeCloseTo(-1, 12);
    // 5 + 8 + 8 products over 4 tau, one bin of 2 tau: 21 * 2 / 4 = 10.5 by chance; 12 found.
    expect(pairs[0]?.correlogram[0]).toBeCloseTo(12 / 10.5, 12);
  });

  it("has mean and variance of every neuron's count", () => {
    const { neurons } = summarise([blockOf(0, { counts: [1, 5] }), blockOf(1, { counts: [3, 5] })]);
    expect([...(neurons?.mean ?? [])]).toEqual([2, 5]);
    expect([...(neurons?.variance ?? [])]).toEqual([1, 0]);
  });

  it("joins kept spikes in the order of trials, not of arrival", () => {
    const spikes = (trial: number) => ({
      rasterTrial: Uint32Array.of(trial, trial),
      rasterNeuron: Uint32Array.of(0, 1),
      rasterTime: Float64Array.of(2 + trial, 3 + trial),
    });
    const { raster } = summarise([
      blockOf(1, { counts: [1, 1] }, spikes(1)),
      blockOf(0, { counts: [1, 1] }, spikes(0)),
    ]);
    expect([...raster.trial]).toEqual([0, 0, 1, 1]);
    expect([...raster.time]).toEqual([2, 3, 3, 4]);
    expect([...raster.neuron]).toEqual([0, 1, 0, 1]);
  });

  it("counts the verdicts", () => {
    const { verdicts } = summarise(
      [0, 1, 1, 2, 3].map((verdict, trial) => blockOf(trial, { counts: [1, 1], verdict })),
    );
    expect(verdicts).toEqual({ explosive: 2, silent: 1, periodic: 1 });
  });

  it("has no error where one trial says everything", () => {
    const { groups, isExact } = summarise([blockOf(0, { counts: [2, 2] })], true);
    expect(isExact).toBe(true);
    expect(groups[0]?.countCv).toEqual({ value: 0, standardError: 0 });
  });

  it("ignores an answer without a complete trial", () => {
    const store = new PointStore(layout, 10);
    store.add(blockOf(0, { counts: [9, 9] }, { trials: 0, rows: new Float64Array(0) }));
    expect(store.done).toBe(0);
    expect([...store.countSums]).toEqual([0, 0]);
  });
});
