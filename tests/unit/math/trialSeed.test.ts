import { describe, expect, it } from "vitest";
import { createRng, trialSeed } from "#math";

describe("trialSeed", () => {
  it("is a whole number that a generator takes, for every run seed", () => {
    for (const seed of [0, 1, 2 ** 31, 2 ** 32 - 1])
      for (let trial = 0; trial < 100; trial += 1) {
        const found = trialSeed(seed, trial);
        expect(Number.isInteger(found)).toBe(true);
        expect(found).toBeGreaterThanOrEqual(0);
        expect(found).toBeLessThan(2 ** 32);
      }
  });

  it("is not shared by two trials of a run", () => {
    const seeds = new Set(Array.from({ length: 100_000 }, (_, trial) => trialSeed(5, trial)));
    expect(seeds.size).toBe(100_000);
  });

  it("is not shared by trials of neighbouring runs, early or late", () => {
    const seeds = new Set<number>();
    for (let seed = 0; seed < 100; seed += 1)
      for (let trial = 0; trial < 100; trial += 1) seeds.add(trialSeed(seed, trial));
    expect(seeds.size).toBe(10_000);
  });

  it("gives trials noise that has nothing to do with that of the next trial", () => {
    let sum = 0;
    const pairs = 4000;
    for (let trial = 0; trial < pairs; trial += 1) {
      const here = createRng("fast", trialSeed(1, trial)).normal();
      sum += here * createRng("fast", trialSeed(1, trial + 1)).normal();
    }
    expect(Math.abs(sum / pairs)).toBeLessThan(4 / Math.sqrt(pairs));
  });

  // Computed apart, in whole numbers of any size.
  it("never changes: results that were published can be found again", () => {
    expect([trialSeed(0, 0), trialSeed(1, 0), trialSeed(1, 1), trialSeed(4294967295, 499)]).toEqual(
      [1684164658, 4114278092, 2788919815, 1550812098],
    );
  });
});
