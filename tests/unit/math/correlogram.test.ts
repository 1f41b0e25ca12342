import { describe, expect, it } from "vitest";
import { addPairs, createRng, normalisePairs } from "#math";

function pairsOf(first: readonly number[], second: readonly number[]): number[] {
  const counts = new Float64Array(5);
  addPairs(first, second, { reach: 2.5, bins: 5, counts });
  return [...counts];
}

describe("addPairs", () => {
  it("counts pairs by the time from the first train to the second", () => {
    expect(pairsOf([10], [8, 9, 10, 10.2, 12, 13])).toEqual([1, 1, 2, 0, 1]);
  });

  it("turns round when the trains change places, away from the edges of bins", () => {
    const first = [1, 2.3, 5];
    const second = [1.7, 3, 4.1];
    expect(pairsOf(second, first)).toEqual(pairsOf(first, second).reverse());
  });

  it("finds every pair that a plain double loop finds", () => {
    const rng = createRng("fast", 1);
    const train = (): number[] =>
      Array.from({ length: 60 }, () => 20 * rng.uniform()).sort((a, b) => a - b);
    const first = train();
    const second = train();
    const plain = [0, 0, 0, 0, 0];
    for (const a of first)
      for (const b of second) {
        const bin = Math.floor(b - a + 2.5);
        if (Math.abs(b - a) <= 2.5) plain[bin] = (plain[bin] ?? 0) + 1;
      }
    expect(pairsOf(first, second)).toEqual(plain);
  });

  it("leaves a spike with itself out of a train's own correlogram", () => {
    const train = [1, 2, 3];
    expect(pairsOf(train, train)).toEqual([1, 2, 0, 2, 1]);
  });

  it("adds to what is there and takes empty trains", () => {
    const counts = Float64Array.of(1, 1, 1);
    addPairs([], [1, 2], { reach: 1, bins: 3, counts });
    addPairs([1, 2], [], { reach: 1, bins: 3, counts });
    expect([...counts]).toEqual([1, 1, 1]);
  });
});

describe("normalisePairs", () => {
  it("is 1 everywhere for trains that know nothing of each other", () => {
    const rng = createRng("fast", 2);
    const lags = { reach: 2, bins: 5 };
    const counts = new Float64Array(5);
    let products = 0;
    for (let trial = 0; trial < 300; trial += 1) {
      const train = (): number[] =>
        Array.from({ length: 20 }, () => 10 * rng.uniform()).sort((a, b) => a - b);
      addPairs(train(), train(), { ...lags, counts });
      products += 400;
    }
    // Some 19,000 pairs a bin.
    for (const value of normalisePairs(counts, lags, { products, length: 10 }))
      expect(Math.abs(value - 1)).toBeLessThan(0.04);
  });

  it("counts a coincidence in each trial by hand", () => {
    // One pair at lag 0; chance 1 * 1 / 4 spikes^2 a tau, bin of 1 tau.
    const result = normalisePairs([0, 1, 0], { reach: 1.5, bins: 3 }, { products: 1, length: 4 });
    expect(result[1]).toBeCloseTo(4, 12);
    expect(result[0]).toBe(0);
  });

  it("is not a number without spikes", () => {
    const result = normalisePairs([0], { reach: 1, bins: 1 }, { products: 0, length: 4 });
    expect(result[0]).toBeNaN();
  });
});
