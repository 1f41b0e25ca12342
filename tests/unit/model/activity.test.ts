import { describe, expect, it } from "vitest";
import { createSpikeMeter, meanOfNumbers, measureSpikes, type SpikeList } from "#model";

/** Spikes as pairs of time and neuron, with stale entries before and after. */
function listOf(spikes: readonly (readonly [number, number])[]): SpikeList {
  return {
    time: [-1, ...spikes.map(([time]) => time), 1],
    neuron: [0, ...spikes.map(([, neuron]) => neuron), 0],
    start: 1,
    end: spikes.length + 1,
  };
}

/** SD over mean of the intervals between times, the plain way. */
function plainCv(times: readonly number[]): number {
  const intervals = times.slice(1).map((time, index) => time - (times[index] ?? 0));
  const mean = intervals.reduce((sum, interval) => sum + interval, 0) / intervals.length;
  const variance =
    intervals.reduce((sum, interval) => sum + (interval - mean) ** 2, 0) / intervals.length;
  return Math.sqrt(variance) / mean;
}

const always = { from: 0, to: 100 };

describe("measureSpikes", () => {
  it("counts the spikes of each neuron", () => {
    const spikes = listOf([
      [1, 0],
      [2, 2],
      [3, 2],
    ]);
    expect([...measureSpikes(spikes, 4, always).counts]).toEqual([1, 0, 2, 0]);
  });

  it("counts in the window alone, ends included", () => {
    const spikes = listOf([
      [1, 0],
      [2, 0],
      [3, 0],
      [4, 0],
    ]);
    expect([...measureSpikes(spikes, 1, { from: 2, to: 3 }).counts]).toEqual([2]);
    expect([...measureSpikes(spikes, 1, { from: 2.5, to: 2.6 }).counts]).toEqual([0]);
  });

  it("measures the irregularity of each neuron's own intervals", () => {
    const first = [0.5, 1, 3, 3.25, 7];
    const second = [0.75, 2, 2.5, 6];
    const spikes = [
      ...first.map((time) => [time, 0] as const),
      ...second.map((time) => [time, 1] as const),
    ].sort(([left], [right]) => left - right);
    const { intervalCv } = measureSpikes(listOf(spikes), 2, always);
    expect(intervalCv[0]).toBeCloseTo(plainCv(first), 12);
    expect(intervalCv[1]).toBeCloseTo(plainCv(second), 12);
  });

  it("takes no interval that begins before the window", () => {
    const times = [1, 10, 12, 15, 16];
    const spikes = listOf(times.map((time) => [time, 0]));
    const { intervalCv } = measureSpikes(spikes, 1, { from: 5, to: 20 });
    expect(intervalCv[0]).toBeCloseTo(plainCv(times.slice(1)), 12);
  });

  it("finds a clock perfectly regular, however the sums were rounded", () => {
    const spikes = listOf(Array.from({ length: 400 }, (_, k) => [0.1 * k, 0]));
    expect(measureSpikes(spikes, 1, always).intervalCv[0]).toBeCloseTo(0, 6);
  });

  it("knows no irregularity below two intervals, nor of spikes that are all at one time", () => {
    const spikes = listOf([
      [1, 0],
      [1, 1],
      [1, 1],
      [1, 1],
      [2, 0],
    ]);
    expect([...measureSpikes(spikes, 3, always).intervalCv]).toEqual([
      Number.NaN,
      Number.NaN,
      Number.NaN,
    ]);
  });

  it("is empty without neurons or spikes", () => {
    expect(measureSpikes(listOf([]), 0, always).counts).toHaveLength(0);
    expect([...measureSpikes(listOf([]), 2, always).counts]).toEqual([0, 0]);
  });
});

describe("meanOfNumbers", () => {
  it("averages a part of the values", () => {
    expect(meanOfNumbers([9, 1, 2, 6, 9], 1, 4)).toBe(3);
  });

  it("leaves out what is no number", () => {
    expect(meanOfNumbers([Number.NaN, 4, Number.NaN, 8], 0, 4)).toBe(6);
  });

  it("is null without any number", () => {
    expect(meanOfNumbers([Number.NaN], 0, 1)).toBeNull();
    expect(meanOfNumbers([1, 2], 1, 1)).toBeNull();
    expect(meanOfNumbers([], 0, 3)).toBeNull();
  });
});

describe("createSpikeMeter", () => {
  it("measures each time as if it were the first, into the same arrays", () => {
    const measure = createSpikeMeter(2);
    const busy = listOf([
      [1, 0],
      [2, 0],
      [4, 0],
      [5, 1],
    ]);
    const first = measure(busy, always);
    expect([...first.counts]).toEqual([3, 1]);
    expect(first.intervalCv[0]).toBeCloseTo(plainCv([1, 2, 4]), 12);
    const second = measure(listOf([[7, 1]]), always);
    expect(second.counts).toBe(first.counts);
    expect([...second.counts]).toEqual([0, 1]);
    expect([...second.intervalCv]).toEqual([Number.NaN, Number.NaN]);
    expect([...measure(busy, always).intervalCv]).toEqual([
      ...measureSpikes(busy, 2, always).intervalCv,
    ]);
  });
});

describe("local irregularity", () => {
  it("is CV2 by hand: mean of 2 |b - a| / (a + b) over neighbouring intervals", () => {
    // Intervals 1, 3, 1: changes 2 * 2 / 4 = 1 and 1.
    const spikes = listOf([0, 1, 4, 5].map((time) => [time, 0] as const));
    expect(measureSpikes(spikes, 1, always).localVariation[0]).toBe(1);
  });

  it("keeps the intervals of neurons apart", () => {
    const spikes = listOf([
      [0, 0],
      [0.5, 1],
      [1, 0],
      [1.5, 1],
      [2, 0],
      [4.5, 1],
    ]);
    const { localVariation, intervalSum, intervalSquares } = measureSpikes(spikes, 2, always);
    expect([...localVariation]).toEqual([0, 1]);
    expect([...intervalSum]).toEqual([2, 4]);
    expect([...intervalSquares]).toEqual([2, 10]);
  });

  it("is blind to a rate that drifts slowly, unlike CV", () => {
    const times = Array.from({ length: 200 }, (_, k) => 1.02 ** k);
    const spikes = listOf(times.map((time) => [time, 0]));
    const { localVariation, intervalCv } = measureSpikes(spikes, 1, { from: 0, to: 100 });
    expect(localVariation[0]).toBeCloseTo((2 * 0.02) / 2.02, 10);
    expect(intervalCv[0]).toBeGreaterThan(0.5);
  });

  it("is not a number below two intervals and 0 between spikes of one instant", () => {
    const pair = listOf([
      [1, 0],
      [2, 0],
    ]);
    expect(measureSpikes(pair, 1, always).localVariation[0]).toBeNaN();
    const instant = listOf([1, 1, 1].map((time) => [time, 0] as const));
    expect(measureSpikes(instant, 1, always).localVariation[0]).toBe(0);
  });

  it("remembers nothing of the list before", () => {
    const measure = createSpikeMeter(1);
    measure(listOf([0, 1, 4, 5].map((time) => [time, 0] as const)), always);
    const regular = listOf([0, 1, 2, 3].map((time) => [time, 0] as const));
    expect(measure(regular, always).localVariation[0]).toBe(0);
    expect(measure(regular, always).intervalSum[0]).toBe(3);
  });
});
