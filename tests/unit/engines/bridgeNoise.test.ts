import { describe, expect, it } from "vitest";
import type { SimulationSpec } from "#engines";
import { standardDeviation } from "#math";
import { noiseOf, silent, specOf } from "../../support/bridgeSpecs.ts";
import { recordRun } from "../../support/recordRun.ts";
import {
  createTestNetwork,
  createTestSpec,
  holdAt,
  type TestPopulation,
} from "../../support/simulationSpecs.ts";

const PLAN = { everySteps: 1, voltages: [], currents: [] };

/** Normalised voltages of neurons that never fire, less what they rest at; one row a step. */
function noiseRows(count: number, changes: Partial<SimulationSpec>): readonly Float64Array[] {
  const spec = specOf({ ...changes, network: createTestNetwork(silent(count)) });
  const all = Array.from({ length: count }, (_, neuron) => neuron);
  const { voltages } = recordRun(spec, { ...PLAN, voltages: all });
  return Array.from({ length: spec.steps }, (_, step) =>
    voltages.subarray(step * count, (step + 1) * count).map((voltage) => voltage + 99),
  );
}

describe("the noise of the bridge engine", () => {
  it("starts at zero and grows to sigma as an Ornstein-Uhlenbeck process does, whatever the step", () => {
    for (const dt of [0.05, 0.5]) {
      const rows = noiseRows(20_000, { dt, steps: 3, noise: noiseOf(0.2) });
      expect(standardDeviation(rows[0] ?? [])).toBe(0);
      for (const step of [1, 2]) {
        const expected = 0.2 * Math.sqrt(1 - Math.exp(-2 * step * dt));
        expect(standardDeviation(rows[step] ?? []) / expected - 1).toBeCloseTo(0, 1.5);
      }
    }
  });

  it("can start stationary", () => {
    const rows = noiseRows(20_000, { steps: 20, noise: noiseOf(0.2, { start: "stationary" }) });
    for (const row of [rows[0], rows[19]])
      expect(Math.abs(standardDeviation(row ?? []) / 0.2 - 1)).toBeLessThan(0.02);
  });

  it("repeats itself for the same seed, differs for another and when normals are skipped", () => {
    const run = (changes: Partial<SimulationSpec>) => recordRun(specOf(changes)).spikeTime;
    expect(run({ seed: 4 }).length).toBeGreaterThan(20);
    expect(run({ seed: 4 })).toEqual(run({ seed: 4 }));
    expect(run({ seed: 5 })).not.toEqual(run({ seed: 4 }));
    expect(run({ seed: 4, noise: noiseOf(0.1, { skip: 1 }) })).not.toEqual(run({ seed: 4 }));
  });

  it("does not care in which order populations stand", () => {
    const excitatory: TestPopulation = {
      type: "excitatory",
      feedforward: [1],
      encoders: [[0.2, 1]],
      thresholds: [0.2],
      decoders: [0.3],
    };
    const other: TestPopulation = {
      type: "inhibitory",
      feedforward: [0.5],
      encoders: [[1.5, 0.8]],
      thresholds: [0.5],
      decoders: [-0.6],
    };
    const swapped = (population: TestPopulation): TestPopulation => ({
      ...population,
      encoders: population.encoders.map((row) => row.toReversed()),
    });
    const run = (...populations: readonly TestPopulation[]) =>
      recordRun(
        specOf({
          ...createTestSpec(createTestNetwork(...populations), { input: holdAt(1) }),
          engine: "bridge",
          noise: { ...noiseOf(0), sigma: [0.05, 0.05] },
          dt: 0.05,
          steps: 201,
        }),
      );
    const [first, second] = [run(excitatory, other), run(swapped(other), swapped(excitatory))];
    expect(first.spikeTime.length).toBeGreaterThan(20);
    expect(second.spikeTime.length).toBe(first.spikeTime.length);
    expect(Array.from(second.spikeNeuron, (neuron) => 1 - neuron)).toEqual([...first.spikeNeuron]);
  });
});
