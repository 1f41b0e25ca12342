import { describe, expect, it } from "vitest";
import { describeSpread, quantileOfSorted } from "#math";

describe("describeSpread", () => {
  it("gives mean, sample deviation, standard error and quartiles", () => {
    const spread = describeSpread([4, 1, 3, 2, 10]);
    expect(spread).toMatchObject({ n: 5, mean: 4, lower: 2, median: 3, upper: 4 });
    expect(spread.deviation).toBeCloseTo(Math.sqrt(50 / 4), 12);
    expect(spread.standardError).toBeCloseTo(Math.sqrt(50 / 4 / 5), 12);
  });

  it("leaves out what is not a number", () => {
    expect(describeSpread([Number.NaN, 1, Number.NaN, 3])).toMatchObject({ n: 2, mean: 2 });
  });

  it("has no deviation of one value and nothing of none", () => {
    expect(describeSpread([7])).toEqual({
      n: 1,
      mean: 7,
      deviation: Number.NaN,
      standardError: Number.NaN,
      lower: 7,
      median: 7,
      upper: 7,
    });
    expect(describeSpread([])).toMatchObject({ n: 0, mean: Number.NaN, median: Number.NaN });
  });

  it("does not touch what it is given", () => {
    const values = Float64Array.of(3, 1, 2);
    describeSpread(values);
    expect([...values]).toEqual([3, 1, 2]);
  });

  it("does not lose a small deviation on a large mean", () => {
    expect(describeSpread([1e9, 1e9 + 1, 1e9 + 2]).deviation).toBeCloseTo(1, 9);
  });
});

describe("quantileOfSorted", () => {
  it("lies on straight lines between order statistics", () => {
    expect(quantileOfSorted([1, 2, 4, 8], 0.5)).toBe(3);
    expect(quantileOfSorted([1, 2, 4, 8], 0.25)).toBe(1.75);
    expect(quantileOfSorted([1, 2, 4, 8], 0)).toBe(1);
    expect(quantileOfSorted([1, 2, 4, 8], 1)).toBe(8);
  });

  it("stays finite between equal infinities", () => {
    expect(quantileOfSorted([1, Infinity, Infinity], 0.75)).toBe(Infinity);
  });

  it("is not a number of nothing", () => {
    expect(quantileOfSorted([], 0.5)).toBeNaN();
  });
});
