import { fc, test } from "@fast-check/vitest";
import { beforeAll, describe, expect, vi } from "vitest";
import type { PointSummary } from "#runtime/trials";
import {
  createCrankedPool,
  createInlinePool,
  FULL_PLAN,
  SWEEP,
  summariesOf,
  sweepWith,
} from "../support/trialPools.ts";

// Each run is a whole sweep, a message at a time.
vi.setConfig({ testTimeout: 60_000 });

let expected: readonly (PointSummary | null)[] = [];
beforeAll(async () => {
  expected = summariesOf(await sweepWith(createInlinePool(1)));
});

describe("a pool of services that answer and die as they like", () => {
  test.prop(
    {
      size: fc.integer({ min: 1, max: 5 }),
      // Which of the services that owe an answer is next, and whether it dies instead.
      fates: fc.array(fc.record({ who: fc.nat(), dies: fc.integer({ min: 0, max: 9 }) }), {
        minLength: 5,
        maxLength: 30,
      }),
    },
    { numRuns: 25 },
  )("finds the same bits", async ({ size, fates }) => {
    const { pool, asked } = createCrankedPool({ size });
    const job = pool.start({ points: SWEEP, plan: FULL_PLAN });
    let turn = 0;
    let deaths = 0;
    while (job.outcome === null) {
      const fate = fates[turn % fates.length];
      const waiting = asked();
      const chosen = waiting[(fate?.who ?? 0) % waiting.length];
      // Fewer deaths than end a job.
      if (fate?.dies === 0 && deaths < 2) {
        deaths += 1;
        await chosen?.die();
      } else await chosen?.answer();
      turn += 1;
    }
    expect(job.outcome).toEqual({ kind: "done" });
    expect(summariesOf(job)).toEqual(expected);
  });

  test.prop({ after: fc.integer({ min: 0, max: 8 }), who: fc.nat() }, { numRuns: 20 })(
    "keeps complete trials alone when it is stopped on the way",
    async ({ after, who }) => {
      const { pool, asked } = createCrankedPool({ size: 3 });
      const job = pool.start({ points: SWEEP, plan: FULL_PLAN });
      for (let turn = 0; turn < after; turn += 1) await asked()[who % 3]?.answer();
      job.cancel();
      while (asked().length > 0) await asked()[0]?.answer();
      const done = summariesOf(job).reduce((sum, summary) => sum + (summary?.trials ?? 0), 0);
      expect(done).toBe(job.progress.done);
    },
  );
});
