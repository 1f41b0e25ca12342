import { describe, expect, it } from "vitest";
import type { Noise, SimulationSpec } from "#engines";
import { createMt19937 } from "#math";
import { recordRun } from "../../support/recordRun.ts";
import {
  createTestNetwork,
  createTestSpec,
  type TestPopulation,
} from "../../support/simulationSpecs.ts";

const quiet = (count: number, type: TestPopulation["type"], reads: number): TestPopulation => ({
  type,
  feedforward: Array.from({ length: count }, () => 0),
  encoders: Array.from({ length: count }, () => Array.from({ length: reads }, () => 0)),
  thresholds: Array.from({ length: count }, () => 1),
  decoders: Array.from({ length: count }, () => 0),
});

const noiseOf = (changes: Partial<Noise>): Noise => ({
  sigma: [0.1],
  generator: "fast",
  skip: 0,
  start: "zero",
  ...changes,
});

const voltagesOf = (spec: SimulationSpec, ...neurons: readonly number[]): Float64Array =>
  recordRun(spec, { everySteps: 1, voltages: neurons, currents: [] }).voltages;

const variance = (values: Float64Array): number => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
};

describe("voltage noise", () => {
  it.each(["fast", "mt19937"] as const)(
    "has the standard deviation sigma / sqrt(1 - dt / 2) in the long run (%s)",
    (generator) => {
      const network = createTestNetwork(quiet(1, "inhibitory", 1));
      const noise = noiseOf({ generator });
      const spec = createTestSpec(network, { dt: 0.1, steps: 200_001, noise });
      const spread = Math.sqrt(variance(voltagesOf(spec, 0).subarray(1000)));
      expect(Math.abs(spread / (0.1 / Math.sqrt(0.95)) - 1)).toBeLessThan(0.03);
    },
  );

  it("forgets by 1 - dt a step", () => {
    const network = createTestNetwork(quiet(1, "inhibitory", 1));
    const spec = createTestSpec(network, { dt: 0.1, steps: 100_001, noise: noiseOf({}) });
    const voltages = voltagesOf(spec, 0).subarray(1000);
    const later = voltages.subarray(1);
    const product = later.reduce((sum, value, index) => sum + value * (voltages[index] ?? 0), 0);
    expect(product / later.length / variance(voltages)).toBeCloseTo(0.9, 1.5);
  });

  it("starts at zero unless told to start stationary", () => {
    const network = createTestNetwork(quiet(20_000, "inhibitory", 1));
    const all = Array.from({ length: 20_000 }, (_, index) => index);
    const begin = (start: Noise["start"]): Float64Array =>
      voltagesOf(createTestSpec(network, { dt: 0.1, steps: 1, noise: noiseOf({ start }) }), ...all);
    expect(variance(begin("zero"))).toBe(0);
    expect(Math.sqrt(variance(begin("stationary")))).toBeCloseTo(0.1 / Math.sqrt(0.95), 2.5);
  });

  it("draws for excitatory neurons first, even where sigma is 0 and wherever they stand", () => {
    const rng = createMt19937(5);
    const draws = Float64Array.from({ length: 5 }, () => rng.normal());
    const network = createTestNetwork(quiet(2, "inhibitory", 2), quiet(3, "excitatory", 2));
    const noise = noiseOf({ generator: "mt19937", sigma: [0.1, 0] });
    const spec = createTestSpec(network, { steps: 2, seed: 5, noise });
    const scale = Math.sqrt(2 * 0.01) * 0.1;
    expect(voltagesOf(spec, 0, 1, 2).subarray(3)).toEqual(
      Float64Array.from([scale * (draws[3] ?? 0), scale * (draws[4] ?? 0), 0]),
    );
  });

  it("throws the skipped normals away first", () => {
    const network = createTestNetwork(quiet(1, "inhibitory", 1));
    const run = (skip: number): Float64Array =>
      voltagesOf(createTestSpec(network, { noise: noiseOf({ generator: "mt19937", skip }) }), 0);
    expect(run(1)).not.toEqual(run(0));
    const rng = createMt19937(1);
    rng.normal();
    expect(run(1)[1]).toBe(Math.sqrt(2 * 0.01) * 0.1 * rng.normal());
  });

  it("repeats itself for the same seed and differs for another", () => {
    const network = createTestNetwork(quiet(1, "inhibitory", 1));
    const run = (seed: number): Float64Array =>
      voltagesOf(createTestSpec(network, { seed, noise: noiseOf({}) }), 0);
    expect(run(4)).toEqual(run(4));
    expect(run(4)).not.toEqual(run(5));
  });

  it("joins a moving input and arriving spikes", () => {
    const population: TestPopulation = {
      type: "inhibitory",
      feedforward: [1],
      encoders: [[1]],
      thresholds: [0.5],
      decoders: [-0.2],
    };
    const input: SimulationSpec["input"] = {
      kind: "piecewise-linear",
      times: Float64Array.from([0, 10]),
      values: Float64Array.from([0, 2]),
    };
    const run = (sigma: number): ReturnType<typeof recordRun> =>
      recordRun(
        createTestSpec(createTestNetwork(population), {
          steps: 1001,
          input,
          noise: noiseOf({ sigma: [sigma] }),
        }),
      );
    const [quietRun, noisyRun] = [run(0), run(0.01)];
    expect(noisyRun.spikeStep).not.toEqual(quietRun.spikeStep);
    expect(Math.abs(noisyRun.spikeStep.length - quietRun.spikeStep.length)).toBeLessThan(5);
  });
});
