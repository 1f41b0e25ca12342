import { describe, expect, it } from "vitest";
import {
  coefficientOfVariation,
  correlation,
  differences,
  dot,
  fanoFactor,
  histogram,
  localVariation,
  mean,
  rootMeanSquare,
  standardDeviation,
  variance,
} from "#math";

describe("statistics", () => {
  it("takes the mean and has none of nothing", () => {
    expect(mean([1, 2, 6])).toBe(3);
    expect(mean([])).toBeNaN();
  });

  it("divides the variance by n or by n - 1", () => {
    expect(variance([1, 3])).toBe(1);
    expect(variance([1, 3], 1)).toBe(2);
    expect(variance([1], 1)).toBeNaN();
    expect(standardDeviation([1, 5])).toBe(2);
  });

  it("takes the root of the mean square", () => {
    expect(rootMeanSquare([3, 4, 5, -6])).toBe(Math.sqrt(86 / 4));
    expect(rootMeanSquare([])).toBeNaN();
  });

  it("takes intervals between spikes", () => {
    expect([...differences([1, 2, 4, 8])]).toEqual([1, 2, 4]);
    expect(differences([1])).toHaveLength(0);
    expect(differences([])).toHaveLength(0);
  });

  it("measures the irregularity of intervals", () => {
    expect(coefficientOfVariation([1, 3])).toBe(0.5);
    expect(coefficientOfVariation([2, 2, 2])).toBe(0);
    expect(coefficientOfVariation([1])).toBeNaN();
  });

  it("measures local irregularity blind to a slow drift", () => {
    expect(localVariation([1, 3])).toBe(1);
    expect(localVariation([1, 1, 3])).toBe(0.5);
    expect(localVariation([0, 0])).toBe(0);
    expect(localVariation([1])).toBeNaN();
  });

  it("compares the variance of counts with their mean", () => {
    expect(fanoFactor([1, 3])).toBe(0.5);
    expect(fanoFactor([0, 0])).toBeNaN();
  });

  it("correlates series", () => {
    expect(correlation([1, 2, 3], [2, 4, 6])).toBeCloseTo(1, 12);
    expect(correlation([1, 2, 3], [3, 2, 1])).toBeCloseTo(-1, 12);
    expect(correlation([1, 2], [5, 5])).toBeNaN();
  });

  it("counts values in half-open bins and leaves out the rest", () => {
    const range = { from: 0, to: 3, bins: 3 };
    expect([...histogram([0, 0.5, 1, 2.999, 3, -0.1, Number.NaN], range)]).toEqual([2, 1, 1]);
  });

  it("keeps a value just below the upper end in the last bin", () => {
    const below = 0.29999999999999993;
    expect([...histogram([below], { from: 0, to: 0.3, bins: 3 })]).toEqual([0, 0, 1]);
  });

  it("sums products", () => {
    expect(dot([1, 2, 3], [4, 5, 6])).toBe(32);
    expect(dot([], [])).toBe(0);
  });
});
