import { describe, expect, it } from "vitest";
import {
  bootstrapInterval,
  createRng,
  cvOfMoments,
  describeSpread,
  fanoOfMoments,
  jackknife,
  mean,
  quantileOfSorted,
} from "#math";

const meanOfMoments = (n: number, sum: number): number => sum / n;

describe("jackknife", () => {
  it("gives a mean its usual standard error", () => {
    const values = [3, 1, 4, 1, 5, 9, 2, 6];
    const { value, standardError } = jackknife(values, meanOfMoments);
    const usual = describeSpread(values);
    expect(value).toBe(usual.mean);
    expect(standardError).toBeCloseTo(usual.standardError, 12);
  });

  it("is what leaving out each value by hand gives", () => {
    const values = [2, 3, 7, 4];
    const without = values.map((_, left) => {
      const rest = values.filter((__, at) => at !== left);
      const centre = mean(rest);
      const square = mean(rest.map((value) => (value - centre) ** 2));
      return square / centre;
    });
    const middle = mean(without);
    const byHand = Math.sqrt((3 / 4) * without.reduce((sum, v) => sum + (v - middle) ** 2, 0));
    expect(jackknife(values, fanoOfMoments).standardError).toBeCloseTo(byHand, 12);
  });

  it("is certain of values that never change", () => {
    expect(jackknife([5, 5, 5], cvOfMoments)).toEqual({ value: 0, standardError: 0 });
  });

  it("knows no error of one value", () => {
    expect(jackknife([5], fanoOfMoments)).toEqual({ value: 0, standardError: Number.NaN });
  });

  it("is not a number of no spikes and of nothing", () => {
    expect(jackknife([0, 0], fanoOfMoments).value).toBeNaN();
    expect(jackknife([], cvOfMoments).value).toBeNaN();
  });
});

describe("CV and Fano factor of moments", () => {
  it("divide by the number of values, as the published figures do", () => {
    // Values 1 and 3: mean 2, population variance 1.
    expect(cvOfMoments(2, 4, 10)).toBe(0.5);
    expect(fanoOfMoments(2, 4, 10)).toBe(0.5);
  });

  it("are not below zero by rounding", () => {
    const value = 0.1 + 0.2;
    expect(cvOfMoments(3, 3 * value, 3 * value * value * (1 - 1e-16))).toBeGreaterThanOrEqual(0);
  });
});

describe("bootstrapInterval", () => {
  const median = (values: Float64Array): number => quantileOfSorted(values.toSorted(), 0.5);

  it("has the statistic of the sample inside", () => {
    const values = Array.from({ length: 40 }, (_, k) => (k * 17) % 40);
    const [low, high] = bootstrapInterval(values, {
      statistic: median,
      resamples: 400,
      level: 0.99,
      rng: createRng("fast", 1),
    });
    expect(low).toBeLessThan(19.5);
    expect(high).toBeGreaterThan(19.5);
    expect(low).toBeGreaterThanOrEqual(0);
    expect(high).toBeLessThanOrEqual(39);
  });

  it("is as wide as normal theory says for a mean", () => {
    const rng = createRng("fast", 2);
    const values = Array.from({ length: 400 }, () => rng.normal());
    const [low, high] = bootstrapInterval(values, {
      statistic: mean,
      resamples: 2000,
      level: 0.95,
      rng,
    });
    const width = 2 * 1.96 * describeSpread(values).standardError;
    expect((high - low) / width).toBeGreaterThan(0.9);
    expect((high - low) / width).toBeLessThan(1.1);
  });

  it("is a point for a constant and nothing for nothing", () => {
    const options = { statistic: mean, resamples: 10, level: 0.9, rng: createRng("fast", 3) };
    expect(bootstrapInterval([2, 2, 2], options)).toEqual([2, 2]);
    expect(bootstrapInterval([], options)).toEqual([Number.NaN, Number.NaN]);
  });
});
