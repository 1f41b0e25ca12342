import { describe, expect, it } from "vitest";
import { largestRowSum, spectralRadius } from "#math";

describe("the spectral radius", () => {
  it("is the largest magnitude on a diagonal, to rounding", () => {
    expect(spectralRadius(new Float64Array([-3, 0, 0, 2]), 2)).toBeCloseTo(3, 10);
  });

  it("is the modulus of a complex pair, which no power iteration settles on", () => {
    const quarterTurn = new Float64Array([0, -2, 2, 0]);
    expect(spectralRadius(quarterTurn, 2)).toBeCloseTo(2, 10);
  });

  it("is found within a thousandth for a matrix far from normal, from above", () => {
    const radius = spectralRadius(new Float64Array([-1, 1000, 0, -1.5]), 2);
    expect(radius).toBeGreaterThanOrEqual(1.5);
    expect(radius).toBeLessThan(1.5 * 1.005);
  });

  it("takes three latents", () => {
    // Companion matrix of (z - 1)(z + 2)(z - 4) = z^3 - 3 z^2 - 6 z + 8.
    const companion = new Float64Array([3, 6, -8, 1, 0, 0, 0, 1, 0]);
    expect(Math.abs(spectralRadius(companion, 3) / 4 - 1)).toBeLessThan(2e-3);
  });

  it("is 0 for nothing but zeros and for a nilpotent matrix", () => {
    expect(spectralRadius(new Float64Array(4), 2)).toBe(0);
    expect(spectralRadius(new Float64Array([0, 5, 0, 0]), 2)).toBe(0);
  });

  it("does not overflow", () => {
    expect(spectralRadius(new Float64Array([1e200, 0, 0, 1]), 2) / 1e200).toBeCloseTo(1, 10);
  });

  it("is no number where the matrix has one that is none", () => {
    expect(spectralRadius(new Float64Array([Number.NaN, 0, 0, 1]), 2)).toBeNaN();
  });

  it("leaves the matrix as it is", () => {
    const matrix = new Float64Array([1, 2, 3, 4]);
    spectralRadius(matrix, 2);
    expect(matrix).toEqual(new Float64Array([1, 2, 3, 4]));
  });
});

describe("the largest row sum", () => {
  it("adds magnitudes and takes the greatest row", () => {
    expect(largestRowSum(new Float64Array([1, -2, 0, 2.5]), 2)).toBe(3);
  });

  it("keeps a number that is none", () => {
    expect(largestRowSum(new Float64Array([Number.NaN, 0, 0, 1]), 2)).toBeNaN();
  });
});
