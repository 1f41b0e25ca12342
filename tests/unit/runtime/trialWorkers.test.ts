import { describe, expect, it } from "vitest";
import { connectTrialWorker } from "#runtime/client";
import type { TrialService } from "#runtime/protocol";
import { createTrialPool, type TrialPool } from "#runtime/trials";
import { CrankedClock, settled } from "../../support/handCrank.ts";
import { InProcessWorker } from "../../support/inProcessWorker.ts";
import {
  createCrankedPool,
  createInlinePool,
  createPlainService,
  FULL_PLAN,
  planOf,
  pointOf,
  SWEEP,
  summariesOf,
  sweepWith,
} from "../../support/trialPools.ts";

describe("losing services", () => {
  it("runs the trials of a lost service again, elsewhere, with the same result", async () => {
    const { pool, services, asked } = createCrankedPool({ size: 2 });
    const job = pool.start({ points: SWEEP, plan: FULL_PLAN });
    await services[0]?.answer();
    await services[1]?.die();
    expect(services[1]?.isDisposed).toBe(true);
    while (job.outcome === null) await asked()[0]?.answer();
    expect(job.outcome).toEqual({ kind: "done" });
    expect(summariesOf(job)).toEqual(summariesOf(await sweepWith(createInlinePool(1))));
  });

  it("gives a job up whose trials end three services", async () => {
    const { pool, services, asked } = createCrankedPool({ size: 1 });
    const job = pool.start({ points: [pointOf(10)], plan: planOf() });
    for (let life = 0; life < 3; life += 1) await asked()[0]?.die();
    await expect(job.finished).resolves.toEqual({ kind: "failed", sentence: "It died." });
    expect(services).toHaveLength(3);
  });

  it("says so when no service can be reached", async () => {
    const pool = createTrialPool({
      connect: () => {
        throw new Error("no workers here");
      },
      size: 4,
      now: () => 0,
      schedule: () => () => undefined,
    });
    const job = pool.start({ points: [pointOf(10)], plan: planOf() });
    await expect(job.finished).resolves.toEqual({
      kind: "failed",
      sentence: "A trial worker could not be started.",
    });
  });

  it("replaces a service that does not answer", async () => {
    const clock = new CrankedClock();
    const { pool, services } = createCrankedPool({
      size: 1,
      silenceMs: 1000,
      schedule: clock.schedule,
    });
    pool.start({ points: [pointOf(10)], plan: planOf() });
    await settled();
    clock.pass(500);
    clock.pass(500);
    await settled();
    expect(services).toHaveLength(2);
    expect(services[0]?.isDisposed).toBe(true);
    expect(services[1]?.calls.at(-1)).toBe("run 1: 0 + 1");
  });

  it("asks for a reload when the worker is of another version", async () => {
    const createService = (): TrialService => ({
      ...createPlainService(),
      hello: () => ({ protocol: -1, engines: [] }),
    });
    const { pool } = createCrankedPool({ size: 1, createService });
    const job = pool.start({ points: [pointOf(10)], plan: planOf() });
    await expect(job.finished).resolves.toEqual({
      kind: "failed",
      sentence: "The page and its trial workers are of different versions; reload the page.",
    });
  });
});

describe("resting", () => {
  it("lets services go after a while without work and reaches them again", async () => {
    const clock = new CrankedClock();
    const { pool, services } = createCrankedPool({
      size: 1,
      idleMs: 100,
      schedule: clock.schedule,
    });
    pool.start({ points: [pointOf(1)], plan: planOf() });
    await services[0]?.answer();
    clock.pass(99);
    expect(services[0]?.isDisposed).toBe(false);
    clock.pass(1);
    expect(services[0]?.isDisposed).toBe(true);
    const next = pool.start({ points: [pointOf(1)], plan: planOf() });
    await services[1]?.answer();
    await expect(next.finished).resolves.toEqual({ kind: "done" });
  });

  it("keeps them while a job runs", async () => {
    const clock = new CrankedClock();
    const { pool, services } = createCrankedPool({
      size: 1,
      idleMs: 100,
      schedule: clock.schedule,
    });
    pool.start({ points: [pointOf(1)], plan: planOf() });
    await services[0]?.answer();
    pool.start({ points: [pointOf(1)], plan: planOf() });
    clock.pass(200);
    expect(services[0]?.isDisposed).toBe(false);
  });
});

/** A pool of workers that only pretend to be threads, in the order in which they were made. */
function createWorkerPool(size: number): {
  readonly pool: TrialPool;
  readonly workers: readonly InProcessWorker[];
} {
  const workers: InProcessWorker[] = [];
  const pool = createTrialPool({
    connect: connectTrialWorker(() => {
      const worker = new InProcessWorker(createPlainService());
      workers.push(worker);
      return worker;
    }),
    size,
    now: () => 0,
    schedule: () => () => undefined,
  });
  return { pool, workers };
}

describe("workers behind comlink", () => {
  it("find what the calling thread finds, with buffers that really move", async () => {
    const { pool, workers } = createWorkerPool(3);
    const job = await sweepWith(pool);
    expect(summariesOf(job)).toEqual(summariesOf(await sweepWith(createInlinePool(1))));
    expect(workers).toHaveLength(3);
    pool.dispose();
    expect(workers.every(({ terminated }) => terminated)).toBe(true);
  });

  it.each(["error", "messageerror"])("are replaced after an event %s", async (type) => {
    const { pool, workers } = createWorkerPool(2);
    const job = pool.start({ points: SWEEP, plan: FULL_PLAN });
    workers[0]?.crash(type);
    await job.finished;
    expect(workers).toHaveLength(3);
    expect(workers[0]?.terminated).toBe(true);
    expect(summariesOf(job)).toEqual(summariesOf(await sweepWith(createInlinePool(1))));
    pool.dispose();
  });
});
