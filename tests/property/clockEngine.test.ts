import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import type { SimulationSpec, Synapse } from "#engines";
import { type DenseCase, type Spike, simulateDensely } from "../support/denseSimulation.ts";
import { recordRun } from "../support/recordRun.ts";
import {
  createTestNetwork,
  createTestSpec,
  holdAt,
  type TestPopulation,
} from "../support/simulationSpecs.ts";

const STEPS = 300;
const DT = 0.02;

const weights = (min: number, max: number, length: number): fc.Arbitrary<number[]> =>
  fc.array(fc.double({ min, max, noNaN: true }), { minLength: length, maxLength: length });

function populationOf(
  type: "excitatory" | "inhibitory",
  reads: number,
): fc.Arbitrary<TestPopulation> {
  return fc.integer({ min: 1, max: 4 }).chain((count) =>
    fc.record({
      type: fc.constant(type),
      feedforward: weights(0.2, 2, count),
      encoders: fc.array(weights(0, 1.5, reads), { minLength: count, maxLength: count }),
      thresholds: weights(0.2, 1.5, count),
      decoders: type === "excitatory" ? weights(0.05, 0.3, count) : weights(-0.6, -0.1, count),
      selfReset: fc.constantFrom(0, 0.3),
    }),
  );
}

const alone = fc.tuple(populationOf("inhibitory", 1));
const pair = fc.tuple(populationOf("excitatory", 2), populationOf("inhibitory", 2));

const synapses: Readonly<Record<Synapse["kind"], (count: number) => Synapse>> = {
  delta: () => ({ kind: "delta" }),
  pulse: (count) => ({ kind: "pulse", widths: Array.from({ length: count }, () => 7 * DT) }),
  exponential: (count) => ({ kind: "exponential", taus: Array.from({ length: count }, () => 0.2) }),
};

function spikesOf(spec: SimulationSpec): readonly Spike[] {
  const { spikeNeuron, spikeStep } = recordRun(spec);
  return Array.from(spikeNeuron, (neuron, index): Spike => [neuron, spikeStep[index] ?? -1]);
}

describe("the clock engine against the update rules written with full matrices", () => {
  test.prop([
    fc.oneof(alone, pair),
    fc.constantFrom<Synapse["kind"]>("delta", "pulse", "exponential"),
    fc.integer({ min: 0, max: 5 }),
    fc.boolean(),
  ])("has the same spikes on any small network", (populations, kind, refractory, clamp) => {
    const network = createTestNetwork(...populations);
    const x = (step: number): number => Math.min(1.5, 0.01 * step);
    const dense: DenseCase = {
      network,
      dt: DT,
      steps: STEPS,
      kind,
      spread: kind === "pulse" ? 7 : 0.2,
      refractory,
      clamp: clamp && kind === "delta",
      x,
    };
    const spec = createTestSpec(network, {
      dt: DT,
      steps: STEPS,
      input: {
        kind: "samples",
        values: Float64Array.from({ length: STEPS }, (_, step) => x(step)),
      },
      synapse: synapses[kind](populations.length),
      overshoot: clamp ? "clamp" : "keep",
      refractory: populations.map(() => refractory * DT),
    });
    expect(spikesOf(spec)).toEqual(simulateDensely(dense));
  });

  test.prop([pair, fc.integer({ min: 0, max: 3 })])(
    "does not care in which order neurons stand",
    ([excitatory, inhibitory], turn) => {
      const rotate = <T>(values: readonly T[]): T[] => {
        const by = turn % values.length;
        return [...values.slice(by), ...values.slice(0, by)];
      };
      const turned: TestPopulation = {
        ...inhibitory,
        feedforward: rotate(inhibitory.feedforward),
        encoders: rotate(inhibitory.encoders),
        thresholds: rotate(inhibitory.thresholds),
        decoders: rotate(inhibitory.decoders),
      };
      const run = (population: TestPopulation): readonly number[] => [
        ...recordRun(
          createTestSpec(createTestNetwork(excitatory, population), {
            dt: DT,
            steps: STEPS,
            input: holdAt(1),
          }),
        ).latents,
      ];
      expect(run(turned)).toEqual(run(inhibitory));
    },
  );
});
