import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import type { SimulationSpec } from "#engines";
import { recordRun } from "../support/recordRun.ts";
import {
  createTestNetwork,
  createTestSpec,
  type TestPopulation,
} from "../support/simulationSpecs.ts";

const DURATION = 6;

const weights = (min: number, max: number, length: number): fc.Arbitrary<number[]> =>
  fc.array(fc.double({ min, max, noNaN: true }), { minLength: length, maxLength: length });

/** Never exactly at rest on a threshold: there the last bit decides, and the two engines add in different orders. */
const thresholds = (min: number, max: number, length: number): fc.Arbitrary<number[]> =>
  fc.array(
    fc.integer({ min: 100 * min, max: 100 * max }).map((value) => value / 100 + 0.003),
    { minLength: length, maxLength: length },
  );

const moments = fc.array(fc.integer({ min: 0, max: 100 * DURATION - 10 }), {
  minLength: 4,
  maxLength: 4,
});

const alone: fc.Arbitrary<readonly TestPopulation[]> = fc
  .integer({ min: 1, max: 5 })
  .chain((count) =>
    fc.tuple(
      fc.record({
        type: fc.constant("inhibitory" as const),
        feedforward: weights(-2, 2, count),
        encoders: fc.array(weights(0.5, 1.5, 1), { minLength: count, maxLength: count }),
        thresholds: thresholds(-1, 0.5, count),
        decoders: weights(-0.6, -0.1, count),
        selfReset: fc.constantFrom(0, 0.3),
      }),
    ),
  );

// Inhibition that catches every excursion: E^IE / E^II above E^EE / E^EI (eq. 2.41).
const pair: fc.Arbitrary<readonly TestPopulation[]> = fc
  .integer({ min: 1, max: 4 })
  .chain((count) =>
    fc.tuple(
      fc.record({
        type: fc.constant("excitatory" as const),
        feedforward: weights(0.5, 1.5, count),
        encoders: fc.array(fc.tuple(fc.double({ min: 0, max: 0.6, noNaN: true }), fc.constant(1)), {
          minLength: count,
          maxLength: count,
        }),
        thresholds: thresholds(-0.5, 0.4, count),
        decoders: weights(0.05, 0.3, count),
      }),
      fc.record({
        type: fc.constant("inhibitory" as const),
        feedforward: weights(0, 1, count),
        encoders: fc.array(
          fc.tuple(fc.double({ min: 0.9, max: 1.6, noNaN: true }), fc.constant(1)),
          { minLength: count, maxLength: count },
        ),
        thresholds: thresholds(0.2, 1, count),
        decoders: weights(-0.6, -0.3, count),
      }),
    ),
  );

const path: fc.Arbitrary<SimulationSpec["input"]> = fc
  .tuple(moments, weights(-1, 1.5, 4))
  .map(([times, values]) => {
    const sorted = times.toSorted((first, second) => first - second).map((time) => time / 100);
    return {
      kind: "piecewise-linear",
      times: Float64Array.of(...sorted, sorted[3] ?? 0),
      values: Float64Array.of(...values, 1),
    };
  });

describe("the bridge engine without noise", () => {
  test.prop([
    fc.oneof(alone, pair),
    path,
    fc.record({
      dt: fc.constantFrom(0.013, 0.05, 0.3, 1),
      // Not on the grid of the input corners: at a tie the last bit decides.
      waits: fc.constantFrom(
        { refractory: 0, delay: 0 },
        { refractory: 0.0713, delay: 0 },
        { refractory: 0.0713, delay: 0.0417 },
      ),
      start: fc.constantFrom<SimulationSpec["initial"]["kind"]>("rest", "voltages"),
    }),
  ])("has the spikes of the exact engine at any step", (populations, input, method) => {
    const network = createTestNetwork(...populations);
    const { dt, waits, start } = method;
    const spec = createTestSpec(network, {
      dt,
      steps: Math.ceil(DURATION / dt) + 1,
      duration: Math.ceil(DURATION / dt) * dt,
      input,
      refractory: populations.map(() => waits.refractory),
      delay: populations.map(() => waits.delay),
      initial:
        start === "voltages"
          ? {
              kind: start,
              voltages: new Float64Array(network.neurons).fill(-1),
              latents: new Float64Array(network.latents.length),
            }
          : { kind: "rest" },
    });
    // The exact engine has no spike at the end itself, the bridge engine still has.
    const run = (engine: "bridge" | "event") => {
      const { spikeNeuron, spikeTime } = recordRun({ ...spec, engine });
      const times = [...spikeTime].filter((time) => time < DURATION - 1e-6);
      return { neurons: spikeNeuron.slice(0, times.length), times };
    };
    const [bridge, exact] = [run("bridge"), run("event")];
    expect(bridge.neurons).toEqual(exact.neurons);
    for (const [spike, time] of exact.times.entries())
      expect(Math.abs((bridge.times[spike] ?? 0) - time)).toBeLessThan(1e-9);
  });
});
