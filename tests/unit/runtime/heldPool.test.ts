import { describe, expect, it } from "vitest";
import { availableEngines, createEngine } from "#engines";
import { createTrialService } from "#runtime/service";
import {
  createCrankedPool,
  createInlinePool,
  FULL_PLAN,
  pointOf,
  SWEEP,
  summariesOf,
  sweepWith,
} from "../../support/trialPools.ts";

/** So long that a late clock stops it on its way. */
const LONG = [pointOf(2, { steps: 20_001, duration: 200 })];

describe("a pool that is held", () => {
  it("asks for nothing until it is let go, and then finds the same", async () => {
    const { pool, asked } = createCrankedPool();
    const job = pool.start({ points: SWEEP, plan: FULL_PLAN });
    pool.hold(true);
    for (const service of asked()) await service.answer();
    expect(asked()).toEqual([]);
    const done = job.progress.done;
    expect(done).toBeGreaterThan(0);
    expect(job.outcome).toBeNull();
    pool.hold(false);
    while (asked().length > 0) await asked()[0]?.answer();
    expect(job.outcome).toEqual({ kind: "done" });
    const free = await sweepWith(createInlinePool(1));
    expect(summariesOf(job)).toEqual(summariesOf(free));
  });

  it("takes up a trial that was under way where its service stands", async () => {
    let time = 0;
    const createService = () =>
      createTrialService({
        createEngine,
        engines: availableEngines,
        // Every look at the clock is late: each answer ends in the middle of a trial.
        now: () => {
          time += 40;
          return time;
        },
      });
    const { pool, asked, services } = createCrankedPool({ size: 1, createService });
    const job = pool.start({ points: LONG, plan: FULL_PLAN });
    pool.hold(true);
    await asked()[0]?.answer();
    expect(job.progress.done).toBe(0);
    pool.hold(false);
    while (asked().length > 0) await asked()[0]?.answer();
    expect(job.outcome).toEqual({ kind: "done" });
    expect(services).toHaveLength(1);
    const whole = createInlinePool(1).start({ points: LONG, plan: FULL_PLAN });
    await whole.finished;
    expect(summariesOf(job)).toEqual(summariesOf(whole));
  });

  it("lets a cancelled job go", async () => {
    const { pool, asked } = createCrankedPool();
    const job = pool.start({ points: SWEEP, plan: FULL_PLAN });
    pool.hold(true);
    job.cancel();
    for (const service of asked()) await service.answer();
    pool.hold(false);
    expect(asked()).toEqual([]);
    expect(job.outcome).toEqual({ kind: "cancelled" });
  });
});
