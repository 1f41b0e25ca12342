import { describe, expect, it } from "vitest";
import { createRng, mean } from "#math";
import { bend, drawCrossing, hasCrossed } from "../../../src/engines/bridge/noisyCrossing.ts";

const DRAWS = 40_000;

/** Means of independent draws, each a number of standard errors from what they should be. */
function offBy(values: readonly number[], expected: number, deviation: number): number {
  return Math.abs(mean(values) - expected) / (deviation / Math.sqrt(values.length));
}

describe("a path between two ends", () => {
  it("that ends at or above threshold has crossed it", () => {
    const rng = createRng("fast", 1);
    for (const after of [0, -0.1, -100])
      expect(hasCrossed({ before: 1, after, spread: 1e-9 }, rng)).toBe(true);
  });

  it("that ends below has touched it with probability exp(-before after / spread)", () => {
    const rng = createRng("fast", 1);
    for (const exponent of [0.1, 1, 3]) {
      const stretch = { before: 0.5, after: 0.2, spread: 0.1 / exponent };
      const touches = Array.from({ length: DRAWS }, () => (hasCrossed(stretch, rng) ? 1 : 0));
      const share = Math.exp(-exponent);
      expect(offBy(touches, share, Math.sqrt(share * (1 - share)))).toBeLessThan(4);
    }
  });

  it("far below threshold costs no random number", () => {
    const [used, fresh] = [createRng("fast", 1), createRng("fast", 1)];
    expect(hasCrossed({ before: 1, after: 1, spread: 1 / 28 }, used)).toBe(false);
    expect(used.uniform()).toBe(fresh.uniform());
  });

  it.each([0.3, -0.3])("touches first at t with t / (1 - t) inverse Gaussian (end %s)", (after) => {
    const rng = createRng("fast", 1);
    const stretch = { before: 0.4, after, spread: 0.05 };
    const ratios = Array.from({ length: DRAWS }, () => {
      const part = drawCrossing(stretch, rng);
      return part / (1 - part);
    });
    const average = 0.4 / 0.3;
    const shape = 0.4 ** 2 / (2 * 0.05);
    expect(offBy(ratios, average, Math.sqrt(average ** 3 / shape))).toBeLessThan(4);
    // The mean of the inverse is 1 / mean + 1 / shape, its variance 1 / (mean shape) + 2 / shape^2.
    const inverses = ratios.map((ratio) => 1 / ratio);
    const spread = Math.sqrt(1 / (average * shape) + 2 / shape ** 2);
    expect(offBy(inverses, 1 / average + 1 / shape, spread)).toBeLessThan(4);
  });

  it("touches inside the stretch when it ends on the threshold", () => {
    const rng = createRng("fast", 1);
    for (let draw = 0; draw < 1000; draw += 1) {
      const part = drawCrossing({ before: 0.4, after: 0, spread: 0.05 }, rng);
      expect(part > 0 && part <= 1).toBe(true);
    }
  });

  it("touches where the straight line does when noise is faint", () => {
    const part = drawCrossing({ before: 0.3, after: -0.1, spread: 1e-14 }, createRng("fast", 1));
    expect(part).toBeCloseTo(0.75, 5);
  });
});

describe("the bend of the mean path", () => {
  it("moves an end above threshold along and keeps ends below threshold below", () => {
    const stretch = { before: 0.001, after: 0.001, spread: 1 };
    bend(stretch, -1);
    expect(stretch.before).toBeGreaterThan(0);
    expect(stretch.before).toBeLessThan(0.001);
    expect(stretch.after).toBe(stretch.before);
    const crossing = { before: 0.2, after: -0.1, spread: 1 };
    bend(crossing, -0.01);
    expect(crossing.after).toBeLessThan(-0.1);
  });

  it("moves the crossing of a quiet path to where exp(-t) has it", () => {
    // u from -1 to the level -0.99 in a stretch of 0.05, with next to no noise.
    const length = 0.05;
    const stretch = { before: 0.01, after: Math.exp(-length) - 0.99, spread: 1e-16 };
    bend(stretch, 0.5 * -0.99 * length * length);
    const time = length * drawCrossing(stretch, createRng("fast", 1));
    expect(time).toBeCloseTo(-Math.log(0.99), 5);
    const straight = (length * 0.01) / (1 - Math.exp(-length));
    expect(Math.abs(straight + Math.log(0.99))).toBeGreaterThan(1e-4);
  });

  it("moves both ends away when the path bends away", () => {
    const stretch = { before: 0.2, after: 0.1, spread: 1 };
    bend(stretch, 0.01);
    expect(stretch.before).toBeGreaterThan(0.2);
    expect(stretch.after).toBeGreaterThan(0.1);
  });
});
