import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import {
  createRng,
  cvOfMoments,
  describeSpread,
  fanoOfMoments,
  jackknife,
  type Rng,
  smoothGaussian,
} from "#math";
import { createWindowFano, measureSpikes, type SpikeList } from "#model";

/** Spikes of one neuron whose intervals come from `next`. */
function trainOf(next: () => number, length: number): SpikeList {
  const time: number[] = [];
  for (let now = next(); now < length; now += next()) time.push(now);
  return { time, neuron: time.map(() => 0), start: 0, end: time.length };
}

const exponential = (rng: Rng, rate: number) => (): number => -Math.log(1 - rng.uniform()) / rate;

const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const rates = fc.double({ min: 1, max: 20, noNaN: true });

describe("a Poisson train", () => {
  test.prop({ seed: seeds, rate: rates }, { numRuns: 30 })(
    "has CV, CV2 and Fano factor 1",
    ({ seed, rate }) => {
      const length = 4000 / rate;
      const window = { from: 0, to: length };
      const spikes = trainOf(exponential(createRng("fast", seed), rate), length);
      const { intervalCv, localVariation } = measureSpikes(spikes, 1, window);
      // Standard errors at 4,000 intervals: 0.016, 0.012 and, of 1,000 windows, 0.045.
      expect(Math.abs((intervalCv[0] ?? 0) - 1)).toBeLessThan(5 * 0.016);
      expect(Math.abs((localVariation[0] ?? 0) - 1)).toBeLessThan(5 * 0.012);
      const fano = createWindowFano(1, length / 1000)(spikes, window);
      expect(Math.abs((fano[0] ?? 0) - 1)).toBeLessThan(5 * 0.045);
    },
  );

  test.prop({ seed: seeds, mean: fc.double({ min: 2, max: 30, noNaN: true }) }, { numRuns: 30 })(
    "has counts whose Fano factor is 1 and whose CV is 1 / sqrt(mean), as far as the jackknife says",
    ({ seed, mean }) => {
      const rng = createRng("fast", seed);
      const counts = Array.from({ length: 400 }, () => trainOf(exponential(rng, mean), 1).end);
      const fano = jackknife(counts, fanoOfMoments);
      expect(Math.abs(fano.value - 1)).toBeLessThan(5 * fano.standardError);
      expect(fano.standardError / Math.sqrt(2 / 400)).toBeGreaterThan(0.6);
      expect(fano.standardError / Math.sqrt(2 / 400)).toBeLessThan(1.7);
      const cv = jackknife(counts, cvOfMoments);
      expect(Math.abs(cv.value - 1 / Math.sqrt(mean))).toBeLessThan(5.5 * cv.standardError);
    },
  );
});

describe("a regular train", () => {
  test.prop({ interval: fc.double({ min: 0.01, max: 3, noNaN: true }) })(
    "has CV and CV2 of 0",
    ({ interval }) => {
      const spikes = trainOf(() => interval, 50 * interval);
      const { intervalCv, localVariation } = measureSpikes(spikes, 1, { from: 0, to: 1e3 });
      expect(intervalCv[0]).toBeLessThan(1e-6);
      expect(localVariation[0]).toBeLessThan(1e-9);
    },
  );
});

describe("time and counts", () => {
  test.prop({ seed: seeds, scale: fc.double({ min: 0.01, max: 100, noNaN: true }) })(
    "a slower clock changes no CV and no CV2",
    ({ seed, scale }) => {
      const spikes = trainOf(exponential(createRng("fast", seed), 1), 30);
      const slow = { ...spikes, time: Array.from(spikes.time, (time) => time * scale) };
      const plain = measureSpikes(spikes, 1, { from: 0, to: 30 });
      const scaled = measureSpikes(slow, 1, { from: 0, to: 31 * scale });
      expect(scaled.intervalCv[0]).toBeCloseTo(plain.intervalCv[0] ?? 0, 9);
      expect(scaled.localVariation[0]).toBeCloseTo(plain.localVariation[0] ?? 0, 9);
    },
  );

  test.prop({ counts: fc.array(fc.nat(1000), { minLength: 2, maxLength: 50 }) })(
    "the order of trials changes nothing",
    ({ counts }) => {
      const turned = counts.toReversed();
      expect(jackknife(turned, fanoOfMoments).value).toEqual(
        jackknife(counts, fanoOfMoments).value,
      );
      const [spread, other] = [describeSpread(counts), describeSpread(turned)];
      expect(other).toMatchObject({ n: spread.n, mean: spread.mean, median: spread.median });
      expect(spread.lower).toBeLessThanOrEqual(spread.median);
      expect(spread.median).toBeLessThanOrEqual(spread.upper);
    },
  );

  test.prop({
    values: fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 1, maxLength: 40 }),
    deviation: fc.double({ min: 0, max: 30, noNaN: true }),
  })("smoothing keeps the sum and stays between the extremes", ({ values, deviation }) => {
    const smooth = smoothGaussian(values, deviation);
    const sum = values.reduce((total, value) => total + value, 0);
    expect(smooth.reduce((total, value) => total + value, 0)).toBeCloseTo(sum, 6);
    for (const value of smooth) {
      expect(value).toBeGreaterThanOrEqual(Math.min(...values) - 1e-9);
      expect(value).toBeLessThanOrEqual(Math.max(...values) + 1e-9);
    }
  });
});
