import { describe, expect, it } from "vitest";
import type { Synapse } from "#engines";
import { recordRun } from "../../support/recordRun.ts";
import {
  createTestNetwork,
  createTestSpec,
  holdAt,
  type TestPopulation,
} from "../../support/simulationSpecs.ts";

const DT = 0.01;
const pair: TestPopulation = {
  type: "inhibitory",
  feedforward: [0, 0],
  encoders: [[1], [1]],
  thresholds: [1, 1],
  decoders: [-0.5, -0.25],
};
const SYNAPSES: readonly Synapse[] = [
  { kind: "pulse", widths: [0.05] },
  { kind: "exponential", taus: [0.05] },
];

/** Charge that the readout received in each step. */
function chargesOf(latents: Float64Array): Float64Array {
  return latents.map((value, step) => value - (latents[step - 1] ?? 0) * Math.exp(-DT));
}

const startAt = (...voltages: readonly number[]) =>
  ({
    kind: "voltages",
    voltages: Float64Array.from(voltages),
    latents: new Float64Array(1),
  }) as const;

describe.each(SYNAPSES)("spread synapses of kind $kind", (synapse) => {
  it("let every neuron above threshold fire, but none in step 1", () => {
    const spec = createTestSpec(createTestNetwork(pair), { synapse, initial: startAt(2, 2) });
    const run = recordRun(spec);
    expect([...run.spikeNeuron].slice(0, 2)).toEqual([0, 1]);
    expect([...run.spikeStep].slice(0, 2)).toEqual([2, 2]);
  });

  it("leave the overshoot alone, even when told to clamp", () => {
    const spec = createTestSpec(createTestNetwork(pair), {
      synapse,
      overshoot: "clamp",
      initial: startAt(2, 0),
    });
    const run = recordRun(spec, { everySteps: 1, voltages: [0], currents: [] });
    expect(run.voltages[2]).toBeCloseTo(2 * 0.99 ** 2, 12);
  });

  it("deliver each spike's decoder in full", () => {
    const spec = createTestSpec(createTestNetwork(pair), {
      synapse,
      steps: 300,
      refractory: [10],
      initial: startAt(2, 2),
    });
    const run = recordRun(spec);
    expect(run.spikeNeuron).toHaveLength(2);
    expect(chargesOf(run.latents).reduce((sum, charge) => sum + charge, 0)).toBeCloseTo(-0.75, 9);
  });

  it("reset the firing neuron at once and reach others slowly", () => {
    const spec = createTestSpec(createTestNetwork(pair), {
      synapse,
      refractory: [10],
      initial: startAt(2, 0),
    });
    const run = recordRun(spec, { everySteps: 1, voltages: [0, 1], currents: [] });
    const fired = 2 * 0.99 ** 2;
    expect(run.voltages[6]).toBeCloseTo(fired * 0.99 - 0.5, 12);
    expect(run.voltages[7]).toBeCloseTo(-0.1, 12);
    expect(run.voltages[8]).toBeCloseTo((fired * 0.99 - 0.5) * 0.99, 12);
  });

  it("hold a refractory neuron back", () => {
    const spec = createTestSpec(createTestNetwork({ ...pair, decoders: [0, 0] }), {
      synapse,
      input: holdAt(0),
      refractory: [0.04],
      initial: startAt(40, 0),
    });
    expect([...recordRun(spec).spikeStep].slice(0, 3)).toEqual([2, 6, 10]);
  });

  it("arrive after the axonal delay", () => {
    const spec = createTestSpec(createTestNetwork(pair), {
      synapse,
      refractory: [10],
      delay: [0.02],
      initial: startAt(2, 0),
    });
    const run = recordRun(spec, { everySteps: 1, voltages: [1], currents: [] });
    expect([...run.voltages].slice(0, 5)).toEqual([0, 0, 0, 0, 0]);
    expect(run.voltages[5]).toBeCloseTo(-0.1, 12);
    expect(chargesOf(run.latents)[2]).toBeCloseTo(-0.1, 12);
  });
});

it("adds overlapping pulses and ends them exactly", () => {
  const spec = createTestSpec(createTestNetwork({ ...pair, encoders: [[0], [0]] }), {
    synapse: { kind: "pulse", widths: [0.04] },
    steps: 200,
    refractory: [0.02],
    initial: startAt(1.05, 0),
  });
  const run = recordRun(spec);
  expect([...run.spikeStep]).toEqual([2, 4]);
  const charges = Array.from(
    chargesOf(run.latents).slice(2, 9),
    (charge) => Math.round(charge * 1e6) / 1e6,
  );
  expect(charges).toEqual([-0.125, -0.125, -0.25, -0.25, -0.125, -0.125, 0]);
});

it("keeps count of hundreds of pulses at once", () => {
  const count = 150;
  const crowd: TestPopulation = {
    type: "inhibitory",
    feedforward: Array.from({ length: count }, () => 0),
    encoders: Array.from({ length: count }, () => [0]),
    thresholds: Array.from({ length: count }, () => 1),
    decoders: Array.from({ length: count }, () => -0.01),
  };
  const spec = createTestSpec(createTestNetwork(crowd), {
    synapse: { kind: "pulse", widths: [0.1] },
    steps: 40,
    refractory: [10],
    delay: [0.05],
    initial: startAt(...crowd.thresholds.map((_, index) => 1.5 + 0.001 * index)),
  });
  const run = recordRun(spec);
  expect(run.spikeNeuron).toHaveLength(count);
  const charges = chargesOf(run.latents);
  for (const charge of charges.subarray(2, 12)) expect(charge).toBeCloseTo(-0.15, 12);
  for (const charge of charges.subarray(12)) expect(charge).toBeCloseTo(0, 12);
});

it("rounds a pulse narrower than a step up to one step", () => {
  const spec = createTestSpec(createTestNetwork(pair), {
    synapse: { kind: "pulse", widths: [0.001] },
    refractory: [10],
    initial: startAt(2, 0),
  });
  const charges = chargesOf(recordRun(spec).latents);
  expect(charges[2]).toBeCloseTo(-0.5, 12);
  expect(charges[3]).toBeCloseTo(0, 12);
});

it("goes back to a charge of exactly 0 long after an exponential spike", () => {
  const spec = createTestSpec(createTestNetwork(pair), {
    synapse: { kind: "exponential", taus: [0.011] },
    steps: 2000,
    refractory: [1000],
    initial: startAt(2, 0),
  });
  const run = recordRun(spec, { everySteps: 1, voltages: [1], currents: [] });
  const last = run.voltages.at(-1) ?? 0;
  expect(last).toBeCloseTo((run.voltages.at(-2) ?? 0) * 0.99, 15);
});

describe("an excitatory neuron's excitation of itself", () => {
  const excitatory: TestPopulation = {
    type: "excitatory",
    feedforward: [0],
    encoders: [[1, 0]],
    thresholds: [1],
    decoders: [0.5],
    selfReset: 0.2,
  };
  const inhibitory: TestPopulation = {
    ...pair,
    encoders: [
      [0, 0],
      [0, 0],
    ],
  };
  const jump = (synapse: Synapse, ...populations: readonly TestPopulation[]): number => {
    const network = createTestNetwork(...populations);
    const voltages = new Float64Array(network.neurons).fill(-1);
    voltages[0] = 2;
    const spec = createTestSpec(network, {
      synapse,
      refractory: populations.map(() => 10),
      initial: { kind: "voltages", voltages, latents: new Float64Array(network.latents.length) },
    });
    const run = recordRun(spec, { everySteps: 1, voltages: [0], currents: [] });
    return (run.voltages[3] ?? 0) - 0.99 * (run.voltages[2] ?? 0);
  };

  it("goes through square pulses when there are other populations", () => {
    expect(jump({ kind: "pulse", widths: [0.05, 0.05] }, excitatory, inhibitory)).toBeCloseTo(
      0.5 / 5 - 0.2,
      12,
    );
  });

  it("is instantaneous in a population alone", () => {
    const alone = { ...excitatory, encoders: [[1]] };
    expect(jump({ kind: "pulse", widths: [0.05] }, alone)).toBeCloseTo(0.5 - 0.2, 12);
  });

  it("is instantaneous with exponential synapses", () => {
    expect(jump({ kind: "exponential", taus: [0.05, 0.05] }, excitatory, inhibitory)).toBeCloseTo(
      0.5 - 0.2,
      12,
    );
  });
});
