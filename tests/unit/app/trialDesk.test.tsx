import { describe, expect, it } from "vitest";
import { type NeuronRef, type TrialSettings, usualTrials } from "#document";
import { tableCsv } from "#exporters";
import { createTrialDesk } from "../../../src/app/trialDesk.ts";
import { isUpToDate } from "../../../src/ui/trials/trialRun.ts";
import { fullTable } from "../../../src/ui/trials/trialTable.ts";
import { eiDocument, tangentDocument } from "../../support/documents.ts";
import { settled } from "../../support/handCrank.ts";
import { runOf, storeOf } from "../../support/labStore.ts";
import { createInlinePool } from "../../support/trialPools.ts";

const experiment = eiDocument({ duration: 3, window: { from: 1, to: 3 } });
const usual: TrialSettings = {
  ...usualTrials(experiment, [0, 1]),
  range: { from: 0, to: 0.2, points: 3, spacing: "linear" },
  trials: 4,
};

function begin(opened = experiment, selection: readonly NeuronRef[] = []) {
  const store = storeOf(opened, { selection });
  const data = { traces: runOf(opened), ghost: null, time: 0, timeRange: [0, 3] as const };
  const desk = createTrialDesk({ store, data, pool: createInlinePool(2) });
  const finish = async (settings: TrialSettings) => {
    const problem = desk.start(settings);
    if (problem !== null) throw new Error(problem);
    const run = desk.current();
    if (run === null) throw new Error("Trials have begun.");
    await run.job.finished;
    return run;
  };
  return { store, desk, finish };
}

describe("the trials of a page", () => {
  it("are those of the open document, with the busiest neurons watched", async () => {
    const { desk, finish } = begin();
    expect(desk.current()).toBeNull();
    const run = await finish(usual);
    expect(run.job.outcome).toEqual({ kind: "done" });
    expect(run.points.map(({ value }) => value)).toEqual([0, 0.1, 0.2]);
    expect(run.job.plan.window).toEqual({ from: 1, to: 3 });
    expect(run.watched).toHaveLength(2);
    expect(run.watched[0]).toBeLessThan(2);
    expect(run.watched[1]).toBeGreaterThanOrEqual(2);
  });

  it("watch the selected neurons", async () => {
    const selection = [2, 0].map((index) => ({ population: "I", index }));
    const run = await begin(experiment, selection).finish(usual);
    expect(run.watched).toEqual([4, 2]);
  });

  it("watch nobody where the points have different neurons", async () => {
    const recipe = tangentDocument({ duration: 1 });
    const { finish } = begin(recipe, [{ population: "I", index: 3 }]);
    const run = await finish({
      ...usual,
      vary: { parameter: "neurons", population: null },
      range: { from: 4, to: 8, points: 3, spacing: "linear" },
    });
    expect(run.watched).toEqual([]);
    expect(run.job.outcome).toEqual({ kind: "done" });
  });

  it("tell listeners of every change until they leave", async () => {
    const { desk, finish } = begin();
    let told = 0;
    const leave = desk.subscribe(() => {
      told += 1;
    });
    await finish(usual);
    expect(told).toBeGreaterThan(2);
    expect(desk.revision()).toBe(told);
    leave();
    await finish(usual);
    expect(desk.revision()).toBeGreaterThan(told);
  });

  it("give way to the next ones, and are given up on request", () => {
    const { desk } = begin();
    desk.start(usual);
    const first = desk.current();
    desk.start(usual);
    expect(first?.job.outcome).toEqual({ kind: "cancelled" });
    expect(desk.current()?.id).toBe(2);
    desk.cancel();
    expect(desk.current()?.job.outcome).toEqual({ kind: "cancelled" });
  });

  it("stay as they were when an order is refused", () => {
    const { desk } = begin();
    desk.start(usual);
    const kept = desk.current();
    expect(desk.start({ ...usual, range: { ...usual.range, to: 0 } })).toMatch(/must differ\.$/);
    expect(desk.start({ ...usual, vary: { parameter: "tauS", population: null } })).toBe(
      "The synaptic time constant of the rate rule has no meaning in the open experiment; vary something else.",
    );
    expect(desk.current()).toBe(kept);
  });

  it("keep spikes and correlograms only of trials of one network", async () => {
    const { finish } = begin();
    const sweep = await finish(usual);
    expect(sweep.job.plan).toMatchObject({ psthBins: 0, correlogram: null, rasterTrials: 0 });
    const many = await finish({ ...usual, vary: null });
    expect(many.job.plan).toMatchObject({ rasterTrials: 4, correlogram: { reach: 0.5 } });
    expect(many.job.summary(0)?.raster.time.length).toBeGreaterThan(0);
  });

  it("wait while a hand is on the network", async () => {
    const { store, desk } = begin();
    const { actions } = store.getState();
    actions.beginGesture("drag");
    desk.start(usual);
    const job = desk.current()?.job;
    await settled();
    expect(job?.progress.done).toBe(0);
    actions.commitGesture();
    await job?.finished;
    expect(job?.outcome).toEqual({ kind: "done" });
  });

  it("are up to date while only what they vary is another", async () => {
    const { store, finish } = begin();
    const run = await finish(usual);
    const { actions } = store.getState();
    const isFresh = (): boolean => isUpToDate(run, store.getState().experiment);
    expect(isFresh()).toBe(true);
    actions.edit("noise", (open) => ({
      ...open,
      dynamics: { ...open.dynamics, noise: { ...open.dynamics.noise, sigma: { E: 0.3, I: 0.1 } } },
    }));
    expect(isFresh()).toBe(true);
    actions.edit("seed", (open) => ({ ...open, seed: 5 }));
    expect(isFresh()).toBe(false);
    actions.undo();
    expect(isFresh()).toBe(true);
  });

  it("are written as a table of a row for each point, population and neuron", async () => {
    const run = await begin().finish(usual);
    const lines = tableCsv(fullTable(run)).trim().split("\n");
    expect(lines).toHaveLength(1 + 3 * 4);
    const columns = lines[0]?.split(",") ?? [];
    expect(columns.slice(0, 5)).toEqual([
      "noise.sigma",
      "of",
      "trials",
      "rate",
      "rate_standard_error",
    ]);
    for (const line of lines) expect(line.split(",")).toHaveLength(columns.length);
    const ofE = lines[1]?.split(",") ?? [];
    expect(ofE.slice(0, 3)).toEqual(["0", "E", "1"]);
    const rate = run.job.summary(0)?.groups[0]?.rate.mean;
    expect(Number(ofE[3])).toBe(rate);
    // Single neurons have no readout, and counts over trials no quartiles.
    expect(lines[3]?.split(",")[columns.indexOf("readout")]).toBe("");
    expect(columns).not.toContain("fano_median");
  });
});
