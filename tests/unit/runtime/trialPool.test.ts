import { describe, expect, it } from "vitest";
import { connectInlineTrials } from "#runtime/inline";
import { createTrialPool } from "#runtime/trials";
import { CrankedClock, settled } from "../../support/handCrank.ts";
import {
  createCrankedPool,
  createInlinePool,
  FULL_PLAN,
  noisySpec,
  planOf,
  pointOf,
  SWEEP,
  summariesOf,
  sweepWith,
} from "../../support/trialPools.ts";

describe("a pool on the calling thread", () => {
  it("runs every trial of every point", async () => {
    const job = await sweepWith(createInlinePool(1));
    expect(job.summary(0)?.trials).toBe(7);
    expect(job.summary(1)?.trials).toBe(9);
    expect(job.progress).toMatchObject({ done: 16, total: 16, remainingMs: 0 });
    expect(job.outcome).toEqual({ kind: "done" });
  });

  it("finds the same bits with one, two, three and twenty services", async () => {
    const one = summariesOf(await sweepWith(createInlinePool(1)));
    for (const size of [2, 3, 20])
      expect(summariesOf(await sweepWith(createInlinePool(size)))).toEqual(one);
    expect(one[0]?.groups[0]?.count.mean).toBeGreaterThan(0);
    expect(one[0]?.raster.time.length).toBeGreaterThan(0);
  });

  it("runs a point without noise once and says that it is exact", async () => {
    const spec = noisySpec({ noise: { ...noisySpec().noise, sigma: [0] } });
    const job = createInlinePool(1).start({
      points: [{ label: "quiet", spec, trials: 500 }],
      plan: planOf(),
    });
    await job.finished;
    const summary = job.summary(0);
    expect(summary).toMatchObject({ trials: 1, wanted: 1, isExact: true });
    expect(summary?.groups[0]?.fano).toEqual({ value: 0, standardError: 0 });
  });

  it("is done at once with nothing to do", async () => {
    const job = createInlinePool(2).start({ points: [], plan: planOf() });
    await expect(job.finished).resolves.toEqual({ kind: "done" });
    expect(job.summary(0)).toBeNull();
  });

  it("has at least one place, whatever the machine says", () => {
    expect(createInlinePool(0).size).toBe(1);
    expect(createInlinePool(Number.NaN).size).toBe(1);
    expect(createInlinePool(2.9).size).toBe(2);
  });

  it("tells a fault in a sentence that names the point", async () => {
    const spec = noisySpec({ dt: 7 });
    const job = createInlinePool(2).start({
      points: [{ label: "dt 7", spec, trials: 3 }],
      plan: planOf(),
    });
    await expect(job.finished).resolves.toEqual({
      kind: "failed",
      sentence: "dt 7: dt is 7, it must be above 0 and at most 1 tau.",
    });
  });

  it("refuses to repeat an endless run", async () => {
    const job = createInlinePool(1).start({
      points: [pointOf(2, { steps: Infinity })],
      plan: planOf(),
    });
    await expect(job.finished).resolves.toMatchObject({
      kind: "failed",
      sentence: "a point: Only a run with an end can be repeated.",
    });
  });
});

describe("sharing the work", () => {
  it("reaches no service before there is work, and no more than it has places", async () => {
    const { pool, services } = createCrankedPool();
    expect(services).toHaveLength(0);
    pool.start({ points: [pointOf(100)], plan: planOf() });
    await settled();
    expect(services).toHaveLength(2);
  });

  it("advances the points side by side", async () => {
    const { pool, services } = createCrankedPool({ size: 1 });
    pool.start({ points: [pointOf(18), pointOf(9)], plan: planOf() });
    for (let turn = 0; turn < 7; turn += 1) await services[0]?.answer();
    // One to find out how long it takes, then twice as many each time.
    expect(services[0]?.calls.filter((call) => call.startsWith("run"))).toEqual([
      "run 1: 0 + 1",
      "run 2: 0 + 4",
      "run 1: 1 + 4",
      "run 2: 4 + 4",
      "run 1: 5 + 5",
      "run 2: 8 + 1",
      "run 1: 10 + 8",
    ]);
  });

  it("sets a point up once for a service and forgets it at the end", async () => {
    const { pool, services } = createCrankedPool({ size: 1 });
    pool.start({ points: [pointOf(5)], plan: planOf() });
    await services[0]?.answer();
    await services[0]?.answer();
    const { calls } = services[0] ?? { calls: [] };
    expect(calls.filter((call) => call.startsWith("prepare"))).toEqual(["prepare 1"]);
    expect(calls.at(-1)).toBe("forget 1");
  });

  it("shares out the last trials evenly", async () => {
    const { pool, services } = createCrankedPool({ size: 3 });
    pool.start({ points: [pointOf(9)], plan: planOf() });
    await settled();
    for (const service of services.slice(0, 3)) await service.answer();
    // Six were left when the first one was free again.
    expect(services.map(({ calls }) => calls.at(-1))).toEqual([
      "run 1: 3 + 2",
      "run 1: 5 + 2",
      "run 1: 7 + 1",
    ]);
  });

  it("lets jobs take turns, so that a short one need not wait for a long one", async () => {
    const { pool, services, asked } = createCrankedPool({ size: 2 });
    pool.start({ points: [pointOf(1000)], plan: planOf() });
    const short = pool.start({ points: [pointOf(1)], plan: planOf() });
    expect(short.progress.done).toBe(0);
    await asked()[0]?.answer();
    expect(services[0]?.calls.at(-1)).toBe("run 2: 0 + 1");
    await services[0]?.answer();
    await expect(short.finished).resolves.toEqual({ kind: "done" });
  });

  it("asks a service that ran out of time to go on where it was", async () => {
    let now = 0;
    const clock = () => {
      now += 30;
      return now;
    };
    const job = createTrialPool({
      connect: connectInlineTrials(clock),
      size: 1,
      budgetMs: 10,
      now: () => 0,
      schedule: () => () => undefined,
    }).start({ points: SWEEP, plan: FULL_PLAN });
    await job.finished;
    expect(summariesOf(job)).toEqual(summariesOf(await sweepWith(createInlinePool(1))));
  });
});

describe("progress", () => {
  it("shows partial results of the trials that are in", async () => {
    const { pool, services } = createCrankedPool({ size: 1 });
    let changes = 0;
    const job = pool.start({
      points: [pointOf(5)],
      plan: planOf(),
      onChange: () => {
        changes += 1;
      },
    });
    expect(job.summary(0)).toBeNull();
    await services[0]?.answer();
    expect(job.summary(0)?.trials).toBe(1);
    expect(job.summary(0)).toBe(job.summary(0));
    expect(job.progress).toMatchObject({ done: 1, total: 5 });
    expect(changes).toBe(1);
    await services[0]?.answer();
    expect(job.summary(0)?.trials).toBe(5);
    expect(changes).toBe(2);
  });

  it("estimates what is left from the pace after the first answer", async () => {
    const clock = new CrankedClock();
    const { pool, services } = createCrankedPool({ size: 1, now: clock.now });
    const job = pool.start({ points: [pointOf(16)], plan: planOf() });
    expect(job.progress.remainingMs).toBeNull();
    clock.pass(1000);
    await services[0]?.answer();
    expect(job.progress).toMatchObject({ done: 1, elapsedMs: 1000, remainingMs: 15_000 });
    clock.pass(10);
    await services[0]?.answer();
    const { done, total, remainingMs } = job.progress;
    expect(remainingMs).toBeCloseTo((10 * (total - done)) / (done - 1), 9);
  });

  it("stands still when the job is over", async () => {
    const clock = new CrankedClock();
    const { pool, services } = createCrankedPool({ size: 1, now: clock.now });
    const job = pool.start({ points: [pointOf(1)], plan: planOf() });
    clock.pass(20);
    await services[0]?.answer();
    clock.pass(1000);
    expect(job.progress).toEqual({ done: 1, total: 1, elapsedMs: 20, remainingMs: 0 });
  });
});

describe("cancelling", () => {
  it("ends the job at once and keeps what is done", async () => {
    const { pool, services } = createCrankedPool({ size: 1 });
    const job = pool.start({ points: [pointOf(100)], plan: planOf() });
    await services[0]?.answer();
    job.cancel();
    await expect(job.finished).resolves.toEqual({ kind: "cancelled" });
    const { done } = job.progress;
    await services[0]?.answer();
    expect(job.progress.done).toBe(done);
    expect(job.summary(0)?.trials).toBe(done);
    expect(services[0]?.isAsked).toBe(false);
  });

  it("lets the next job have the service when its answer is in", async () => {
    const { pool, services } = createCrankedPool({ size: 1 });
    pool.start({ points: [pointOf(100)], plan: planOf() }).cancel();
    const next = pool.start({ points: [pointOf(1)], plan: planOf() });
    await services[0]?.answer();
    await services[0]?.answer();
    await expect(next.finished).resolves.toEqual({ kind: "done" });
    expect(services).toHaveLength(1);
  });

  it("may be asked again without effect", async () => {
    const job = await sweepWith(createInlinePool(1));
    job.cancel();
    expect(job.outcome).toEqual({ kind: "done" });
  });

  it("happens to every job when the pool is disposed of, and services are let go", async () => {
    const { pool, services } = createCrankedPool();
    const job = pool.start({ points: [pointOf(100)], plan: planOf() });
    await settled();
    pool.dispose();
    await expect(job.finished).resolves.toEqual({ kind: "cancelled" });
    expect(services.every(({ isDisposed }) => isDisposed)).toBe(true);
  });
});
