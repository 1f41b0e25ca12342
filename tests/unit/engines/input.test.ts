import { describe, expect, it } from "vitest";
import { createEngine, createMemoryRecorder, type InputCourse, sampleInput } from "#engines";
import { createTestNetwork, createTestSpec } from "../../support/simulationSpecs.ts";

const read = (course: InputCourse, time: number, step = 0, inputs = 1): number[] => {
  const out = new Float64Array(inputs);
  sampleInput(course, time, step, out);
  return [...out];
};

const lines = (times: readonly number[], values: readonly number[]): InputCourse => ({
  kind: "piecewise-linear",
  times: Float64Array.from(times),
  values: Float64Array.from(values),
});

describe("a piecewise-linear course", () => {
  it("runs along straight lines and stays constant outside", () => {
    const course = lines([1, 3], [10, 20]);
    expect([0, 1, 2, 3, 9].map((time) => read(course, time)[0])).toEqual([10, 10, 15, 20, 20]);
  });

  it("takes the later value from the moment of a jump on", () => {
    const course = lines([0, 5, 5, 9], [1, 1, 7, 7]);
    expect([4.999, 5, 5.001].map((time) => read(course, time)[0])).toEqual([1, 7, 7]);
  });

  it("counts a jump as reached when rounding puts the step just before it", () => {
    const time = 3 * 0.3;
    expect(time).toBeLessThan(0.9);
    expect(read(lines([0, 0.9, 0.9], [0, 0, 1]), time)).toEqual([1]);
  });

  it("keeps several inputs apart", () => {
    expect(read(lines([0, 2], [0, 10, 4, 30]), 1, 0, 2)).toEqual([2, 20]);
  });

  it("is one value when it has one point", () => {
    expect([-1, 0, 1].map((time) => read(lines([0], [3]), time)[0])).toEqual([3, 3, 3]);
  });
});

describe("a sampled course", () => {
  const course: InputCourse = { kind: "samples", values: Float64Array.from([0, 10, 1, 30, 4, 50]) };

  it("has a row a step", () => {
    expect(read(course, 0, 1, 2)).toEqual([1, 30]);
  });

  it("is straight between two steps and stays at its last row", () => {
    expect(read(course, 0, 0.5, 2)).toEqual([0.5, 20]);
    expect(read(course, 0, 2.5, 2)).toEqual([4, 50]);
    expect(read(course, 0, 99, 2)).toEqual([4, 50]);
  });
});

it("reads a sine with its offset, amplitude, period and phase", () => {
  const course: InputCourse = {
    kind: "sine",
    offset: Float64Array.from([1]),
    amplitude: Float64Array.from([2]),
    period: 8,
    phase: 0.25,
  };
  expect(read(course, 0)[0]).toBeCloseTo(3, 12);
  expect(read(course, 2)[0]).toBeCloseTo(1, 12);
  expect(read(course, 4)[0]).toBeCloseTo(-1, 12);
});

it("gives a run x(k dt) at every step, whatever lines and jumps it crosses", () => {
  const input = lines([0.05, 0.1, 0.1, 0.4, 0.8], [0, 1, -1, 2, 0]);
  const network = createTestNetwork({
    type: "inhibitory",
    feedforward: [0],
    encoders: [[1]],
    thresholds: [1],
    decoders: [-1],
  });
  const spec = createTestSpec(network, { input });
  const recorder = createMemoryRecorder(spec, { everySteps: 1, voltages: [], currents: [] });
  createEngine(spec).advance(spec.steps, recorder);
  const expected = Array.from({ length: 101 }, (_, step) => read(input, step * 0.01)[0]);
  expect([...recorder.read().input]).toEqual(expected);
});
