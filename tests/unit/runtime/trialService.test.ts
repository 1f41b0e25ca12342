import { describe, expect, it } from "vitest";
import { createEngine, type SimulationSpec } from "#engines";
import { fanoFactor, mean, rootMeanSquare, standardDeviation, trialSeed } from "#math";
import { measureSpikes } from "#model";
import {
  createTrialLayout,
  GROUP_COLUMNS,
  type GroupColumn,
  groupStart,
  LATENT_COLUMNS,
  type LatentColumn,
  latentStart,
  nullspaceStart,
  TRIAL_VERDICTS,
  type TrialBlock,
  type TrialPlan,
  type TrialService,
} from "#runtime/protocol";
import { createTrialService } from "#runtime/service";
import { recordRun } from "../../support/recordRun.ts";
import { createScriptedEngine, scriptedSpec } from "../../support/scriptedEngine.ts";
import { holdAt } from "../../support/simulationSpecs.ts";
import { createPlainService, FULL_PLAN, noisySpec, planOf } from "../../support/trialPools.ts";

const WHOLE = 1e9;

/** Run trials of one point in one go. */
function runTrials(
  service: TrialService,
  {
    spec,
    plan,
    from = 0,
    count = 1,
  }: {
    readonly spec: SimulationSpec;
    readonly plan: TrialPlan;
    readonly from?: number;
    readonly count?: number;
  },
): TrialBlock {
  service.prepare({ setupId: 1, spec, plan });
  const reply = service.run({ setupId: 1, firstTrial: from, count, budgetMs: WHOLE });
  if (!reply.ok) throw new Error(reply.error.message);
  return reply.block;
}

describe("one trial", () => {
  const spec = noisySpec();
  const plan = FULL_PLAN;
  const layout = createTrialLayout(spec.network, plan);
  const trial = 2;
  const { rows, psth, countSums, countSquares, ...block } = runTrials(createPlainService(), {
    spec,
    plan,
    from: trial,
  });
  const recording = recordRun(
    { ...spec, seed: trialSeed(spec.seed, trial) },
    { everySteps: 5, voltages: [], currents: [] },
  );
  const { spikeNeuron, spikeTime } = recording;
  const spikes = { neuron: spikeNeuron, time: spikeTime, start: 0, end: spikeTime.length };
  const measured = measureSpikes(spikes, 3, plan.window);
  const inWindow = [...spikeTime.keys()].filter((k) => (spikeTime[k] ?? 0) >= 1);
  const group = (index: number, name: GroupColumn): number =>
    rows[groupStart(index) + GROUP_COLUMNS.indexOf(name)] ?? Number.NaN;
  const latent = (name: LatentColumn): number =>
    rows[latentStart(layout, 0) + LATENT_COLUMNS.indexOf(name)] ?? Number.NaN;

  it("is the run of its own seed, measured in the window", () => {
    expect(inWindow.length).toBeGreaterThan(10);
    expect(group(0, "count")).toBe(inWindow.length);
    expect(group(1, "count")).toBe(measured.counts[0]);
    expect(group(2, "count")).toBe(measured.counts[2]);
    expect(group(0, "active")).toBe(measured.counts.filter((count) => count > 0).length);
  });

  it("has the irregularity of each group", () => {
    expect(group(0, "intervalCv")).toBeCloseTo(
      mean(measured.intervalCv.filter((cv) => !Number.isNaN(cv))),
      12,
    );
    expect(group(2, "localVariation")).toBeCloseTo(measured.localVariation[2] ?? 0, 12);
    expect(group(0, "intervals")).toBe(
      measured.counts.reduce((sum, count) => sum + Math.max(0, count - 1), 0),
    );
    expect(group(1, "intervalSum")).toBeCloseTo(measured.intervalSum[0] ?? 0, 12);
    expect(group(1, "intervalSquares")).toBeCloseTo(measured.intervalSquares[0] ?? 0, 12);
  });

  it("has the Fano factor of counts in windows of 1 tau", () => {
    const counts = [0, 0, 0, 0];
    for (const k of inWindow)
      if (spikeNeuron[k] === 2) {
        const at = Math.floor((spikeTime[k] ?? 0) - 1 + 1e-9);
        if (at < 4) counts[at] = (counts[at] ?? 0) + 1;
      }
    expect(group(2, "windowFano")).toBeCloseTo(fanoFactor(counts), 12);
  });

  it("has mean, deviation and error of the readout over its samples", () => {
    const values = [...recording.time.keys()]
      .filter((sample) => (recording.time[sample] ?? 0) >= 1)
      .map((sample) => recording.latents[sample] ?? 0);
    // Lowest line at x = 1: y = 0.2 - 1.
    const errors = values.map((value) => value + 0.8);
    expect(latent("mean")).toBeCloseTo(mean(values), 12);
    expect(latent("deviation")).toBeCloseTo(standardDeviation(values), 10);
    expect(latent("bias")).toBeCloseTo(mean(errors), 12);
    expect(latent("rms")).toBeCloseTo(rootMeanSquare(errors), 12);
    expect(latent("worst")).toBeCloseTo(Math.max(...errors.map(Math.abs)), 12);
  });

  it("has a readout whose rates scatter as it does itself", () => {
    // y = D.r: its SD is |D| times the SD of the rates along D.
    const start = nullspaceStart(layout, 0);
    const size = Math.hypot(0.3, 0.3, 0.3);
    expect((rows[start] ?? 0) * size).toBeCloseTo(latent("deviation"), 6);
    expect(rows[start + 1]).toBeGreaterThan(rows[start] ?? Infinity);
  });

  it("adds its spikes to the PSTH of its groups", () => {
    expect(psth.subarray(0, 8).reduce((sum, count) => sum + count, 0)).toBe(inWindow.length);
    expect(psth.subarray(8, 16).reduce((sum, count) => sum + count, 0)).toBe(measured.counts[0]);
    const early = inWindow.filter((k) => (spikeTime[k] ?? 0) < 1.5 - 1e-9);
    expect(psth[0]).toBe(early.length);
  });

  it("keeps the counts of all neurons and the spikes of those that are watched", () => {
    expect([...countSums]).toEqual([...measured.counts]);
    expect([...countSquares]).toEqual([...measured.counts].map((count) => count ** 2));
    const kept = inWindow.filter((k) => spikeNeuron[k] !== 1);
    expect([...block.rasterTime]).toEqual(kept.map((k) => spikeTime[k]));
    expect([...block.rasterNeuron]).toEqual(kept.map((k) => spikeNeuron[k]));
    expect(new Set(block.rasterTrial)).toEqual(new Set([trial]));
  });

  it("keeps no spikes of later trials", () => {
    const later = runTrials(createPlainService(), { spec, plan, from: 3 });
    expect(later.rasterTime).toHaveLength(0);
  });

  it("draws from the fast generator whatever the run on screen draws from", () => {
    const seeded = { ...spec, noise: { ...spec.noise, generator: "mt19937", skip: 5 } } as const;
    const again = runTrials(createPlainService(), { spec: seeded, plan, from: trial });
    expect(again.rows).toEqual(rows);
  });
});

describe("a block", () => {
  it("is the same in one piece and in many", () => {
    const spec = noisySpec();
    const whole = runTrials(createPlainService(), { spec, plan: FULL_PLAN, count: 5 });
    const { columns } = createTrialLayout(spec.network, FULL_PLAN);
    for (const trial of [4, 0, 2]) {
      const { rows } = runTrials(createPlainService(), { spec, plan: FULL_PLAN, from: trial });
      expect(rows).toEqual(whole.rows.slice(trial * columns, (trial + 1) * columns));
    }
    expect(whole.trials).toBe(5);
  });

  it("leaves when the time is used up, in the middle of a trial, and goes on there", () => {
    let now = 0;
    let made = 0;
    const service = createTrialService({
      createEngine: (asked) => {
        made += 1;
        return createEngine(asked);
      },
      engines: ["clock"],
      now: () => {
        now += 20;
        return now;
      },
    });
    const spec = noisySpec({ steps: 20_001, duration: 200 });
    const plan = planOf({ window: { from: 0, to: 200 } });
    service.prepare({ setupId: 1, spec, plan });
    const blocks: TrialBlock[] = [];
    while (blocks.at(-1)?.trials !== 1) {
      const reply = service.run({ setupId: 1, firstTrial: 0, count: 1, budgetMs: 10 });
      if (!reply.ok) throw new Error(reply.error.message);
      blocks.push(reply.block);
    }
    expect(blocks.length).toBeGreaterThan(3);
    expect(made).toBe(1);
    const whole = runTrials(createPlainService(), { spec, plan });
    expect(blocks.at(-1)?.rows).toEqual(whole.rows);
  });

  it("holds complete trials alone", () => {
    let now = 0;
    const service = createTrialService({
      createEngine,
      engines: ["clock"],
      now: () => {
        now += 1;
        return now;
      },
    });
    service.prepare({ setupId: 1, spec: noisySpec(), plan: FULL_PLAN });
    const reply = service.run({ setupId: 1, firstTrial: 0, count: 100, budgetMs: 4 });
    if (!reply.ok) throw new Error(reply.error.message);
    const { trials, rows, psth } = reply.block;
    expect(trials).toBeGreaterThan(0);
    expect(trials).toBeLessThan(100);
    const { columns } = createTrialLayout(noisySpec().network, FULL_PLAN);
    expect(rows).toHaveLength(trials * columns);
    const whole = runTrials(createPlainService(), {
      spec: noisySpec(),
      plan: FULL_PLAN,
      count: trials,
    });
    expect(psth).toEqual(whole.psth);
  });
});

describe("verdicts and faults", () => {
  it("carries what the engine knows of a trial's end", () => {
    const spec = noisySpec({
      engine: "event",
      noise: { ...noisySpec().noise, sigma: [0] },
      input: holdAt(-9),
    });
    const { rows } = runTrials(createPlainService(), { spec, plan: planOf() });
    expect(TRIAL_VERDICTS[rows[0] ?? 0]).toBe("silent");
  });

  it("answers for a point that it does not know", () => {
    const request = { setupId: 9, firstTrial: 0, count: 1, budgetMs: 1 };
    const service = createPlainService();
    expect(service.run(request)).toMatchObject({ ok: false, error: { kind: "unknown-run" } });
    service.prepare({ setupId: 9, spec: noisySpec(), plan: planOf() });
    expect(service.run(request)).toMatchObject({ ok: true });
    service.forget(9);
    expect(service.run(request)).toMatchObject({ ok: false, setupId: 9 });
  });

  it("answers with the sentence of an engine that breaks off, and can go on with others", () => {
    let breaks = true;
    const service = createTrialService({
      createEngine: (spec) =>
        createScriptedEngine(spec, {
          onStep: (step) => {
            if (breaks && step === 3) throw new Error("It burst.");
          },
        }),
      engines: ["clock"],
      now: () => 0,
    });
    const plan = planOf();
    service.prepare({ setupId: 1, spec: scriptedSpec(10), plan });
    const request = { setupId: 1, firstTrial: 0, count: 1, budgetMs: WHOLE };
    expect(service.run(request)).toMatchObject({
      ok: false,
      error: { kind: "engine-failed", message: "It burst." },
    });
    breaks = false;
    expect(service.run(request)).toMatchObject({ ok: true, block: { trials: 1 } });
  });

  it("does not wait for an engine that stands still", () => {
    const service = createTrialService({
      createEngine: (spec) => ({ ...createScriptedEngine(spec), advance: () => 0 }),
      engines: ["clock"],
      now: () => 0,
    });
    service.prepare({ setupId: 1, spec: scriptedSpec(10), plan: planOf() });
    expect(service.run({ setupId: 1, firstTrial: 0, count: 1, budgetMs: WHOLE })).toMatchObject({
      ok: false,
      error: { message: "No step was taken at step 0." },
    });
  });
});
