import type { Rng } from "./random/rng.ts";
import { quantileOfSorted } from "./spread.ts";

/** A statistic of a sample and how far it may be off; NaN where it is not defined. */
export interface Estimate {
  readonly value: number;
  readonly standardError: number;
}

/** A statistic of the number of values, their sum and the sum of their squares. */
export type MomentStatistic = (n: number, sum: number, squares: number) => number;

/** Population SD / mean: the CV of counts. */
export function cvOfMoments(n: number, sum: number, squares: number): number {
  const centre = sum / n;
  return Math.sqrt(Math.max(0, squares / n - centre * centre)) / centre;
}

/** Population variance / mean: the Fano factor of counts. */
export function fanoOfMoments(n: number, sum: number, squares: number): number {
  const centre = sum / n;
  return Math.max(0, squares / n - centre * centre) / centre;
}

/**
 * A statistic with its jackknife standard error: the scatter of its values with one left out each time (Efron &
 * Tibshirani 1993, eq. 11.5). No random numbers; O(n). Exact for counts, whose sums are whole numbers.
 */
export function jackknife(values: ArrayLike<number>, statistic: MomentStatistic): Estimate {
  const n = values.length;
  let sum = 0;
  let squares = 0;
  for (let k = 0; k < n; k += 1) {
    sum += values[k]!;
    squares += values[k]! ** 2;
  }
  let left = 0;
  let leftSquares = 0;
  const whole = statistic(n, sum, squares);
  for (let k = 0; k < n; k += 1) {
    // Measured from the whole: the differences are small and their squares must not cancel.
    const off = statistic(n - 1, sum - values[k]!, squares - values[k]! ** 2) - whole;
    left += off;
    leftSquares += off * off;
  }
  const scatter = Math.max(0, leftSquares - (left * left) / n);
  return {
    value: whole,
    standardError: n > 1 ? Math.sqrt(((n - 1) / n) * scatter) : Number.NaN,
  };
}

/** How a bootstrap is made. */
export interface BootstrapOptions {
  readonly statistic: (values: Float64Array) => number;
  /** Samples drawn, >= 1. */
  readonly resamples: number;
  /** Part of them inside the interval, 0..1. */
  readonly level: number;
  readonly rng: Rng;
}

/**
 * Percentile bootstrap interval of a statistic (Efron & Tibshirani 1993, section 13.3): its values on samples of
 * the same size, drawn with replacement.
 *
 * @returns lower and upper end; NaN of nothing.
 */
export function bootstrapInterval(
  values: ArrayLike<number>,
  { statistic, resamples, level, rng }: BootstrapOptions,
): readonly [number, number] {
  if (values.length === 0) return [Number.NaN, Number.NaN];
  const sample = new Float64Array(values.length);
  const found = new Float64Array(resamples);
  for (let draw = 0; draw < resamples; draw += 1) {
    for (let k = 0; k < sample.length; k += 1) sample[k] = values[rng.integer(values.length)]!;
    found[draw] = statistic(sample);
  }
  found.sort();
  const tail = (1 - level) / 2;
  return [quantileOfSorted(found, tail), quantileOfSorted(found, 1 - tail)];
}
