import { describe, expect, it } from "vitest";
import type { SimulationSpec } from "#engines";
import { recordRun } from "../../support/recordRun.ts";
import {
  createTestNetwork,
  createTestSpec,
  holdAt,
  type TestPopulation,
} from "../../support/simulationSpecs.ts";

const single: TestPopulation = {
  type: "inhibitory",
  feedforward: [1],
  encoders: [[1]],
  thresholds: [1],
  decoders: [-0.5],
};
const twins: TestPopulation = {
  type: "inhibitory",
  feedforward: [1, 1],
  encoders: [[1], [1]],
  thresholds: [1, 1],
  decoders: [-0.5, -0.5],
};

function meanInterval(changes: Partial<SimulationSpec>): number {
  const spec = createTestSpec(createTestNetwork(single), { input: holdAt(3), ...changes });
  const { spikeTime } = recordRun({ ...spec, steps: Math.round(40 / spec.dt) });
  const late = spikeTime.filter((time) => time > 10);
  return ((late.at(-1) ?? 0) - (late[0] ?? 0)) / (late.length - 1);
}

describe("one neuron at a constant input", () => {
  // V = x + y reaches T = 1 at y = b = -2; a spike takes y to b + D.
  const exact = Math.log((-2 - 0.5) / -2);

  it.each(["clamp", "keep"] as const)(
    "fires at intervals of ln((b + D) / b) as dt goes to 0 (%s)",
    (overshoot) => {
      expect(meanInterval({ dt: 0.0001, overshoot })).toBeCloseTo(exact, 3);
    },
  );

  it("errs in proportion to dt", () => {
    // Averaged over inputs, since an interval is a whole number of steps.
    const errorAt = (dt: number): number => {
      const errors = Array.from({ length: 20 }, (_, index) => {
        const boundary = -2 - 0.05 * index;
        const interval = Math.log((boundary - 0.5) / boundary);
        return meanInterval({ dt, input: holdAt(1 - boundary) }) - interval;
      });
      return errors.reduce((sum, error) => sum + error, 0) / errors.length;
    };
    const ratio = errorAt(0.02) / errorAt(0.005);
    expect(ratio).toBeGreaterThan(2.5);
    expect(ratio).toBeLessThan(6);
  });

  it("fires at exact equality with the threshold", () => {
    const spec = createTestSpec(createTestNetwork(single), {
      dt: 0.5,
      steps: 2,
      initial: { kind: "voltages", voltages: new Float64Array([2]), latents: new Float64Array(1) },
    });
    expect([...recordRun(spec).spikeStep]).toEqual([1]);
  });

  it("stays silent just below the threshold", () => {
    const spec = createTestSpec(createTestNetwork(single), {
      dt: 0.5,
      steps: 2,
      initial: {
        kind: "voltages",
        voltages: new Float64Array([2 - 1e-15]),
        latents: new Float64Array(1),
      },
    });
    expect([...recordRun(spec).spikeStep]).toEqual([]);
  });
});

describe("overshoot", () => {
  const voltagesAtSpikes = (overshoot: "clamp" | "keep"): readonly number[] => {
    const spec = createTestSpec(createTestNetwork(single), { input: holdAt(3), overshoot });
    const run = recordRun(spec, { everySteps: 1, voltages: [0], currents: [] });
    return Array.from(run.spikeStep, (step) => run.voltages[step] ?? 0);
  };

  it("is discarded by clamp", () => {
    for (const voltage of voltagesAtSpikes("clamp")) expect(voltage).toBe(1);
  });

  it("is kept by keep", () => {
    expect(Math.max(...voltagesAtSpikes("keep"))).toBeGreaterThan(1);
  });
});

describe("one spike a step", () => {
  const start = (voltages: readonly number[], latents: number): Partial<SimulationSpec> => ({
    steps: 2,
    initial: {
      kind: "voltages",
      voltages: Float64Array.from(voltages),
      latents: new Float64Array(latents),
    },
  });

  it("takes the lowest index of equals", () => {
    const run = recordRun(createTestSpec(createTestNetwork(twins), start([1.5, 1.5], 1)));
    expect([...run.spikeNeuron]).toEqual([0]);
  });

  it("takes the one farthest above threshold", () => {
    const run = recordRun(createTestSpec(createTestNetwork(twins), start([1.5, 1.6], 1)));
    expect([...run.spikeNeuron]).toEqual([1]);
  });

  it("lets inhibition go first, however far excitation is ahead and wherever it stands", () => {
    const excitatory: TestPopulation = {
      ...single,
      type: "excitatory",
      encoders: [[0, 0]],
      decoders: [0.5],
    };
    const inhibitory: TestPopulation = { ...single, encoders: [[0, 0]] };
    const fired = (...populations: readonly TestPopulation[]): readonly number[] => {
      const first = populations[0] === excitatory ? [3, 1.1] : [1.1, 3];
      return [
        ...recordRun(createTestSpec(createTestNetwork(...populations), start(first, 2)))
          .spikeNeuron,
      ];
    };
    expect(fired(excitatory, inhibitory)).toEqual([1]);
    expect(fired(inhibitory, excitatory)).toEqual([0]);
  });

  it("lets excitation go before an unconstrained population", () => {
    const loose: TestPopulation = { ...single, type: "unconstrained", encoders: [[0, 0]] };
    const excitatory: TestPopulation = { ...loose, type: "excitatory", decoders: [0.5] };
    const network = createTestNetwork(loose, excitatory);
    expect([...recordRun(createTestSpec(network, start([3, 1.1], 2))).spikeNeuron]).toEqual([1]);
  });
});

describe("a spike", () => {
  it("moves the readout at once and the voltages one step later, its own with the self-reset", () => {
    const spec = createTestSpec(createTestNetwork({ ...twins, selfReset: 0.25 }), {
      steps: 3,
      initial: {
        kind: "voltages",
        voltages: new Float64Array([1.5, 0]),
        latents: new Float64Array(1),
      },
    });
    const run = recordRun(spec, { everySteps: 1, voltages: [0, 1], currents: [] });
    expect([...run.spikeStep]).toEqual([1]);
    expect([...run.latents].slice(0, 2)).toEqual([0, -0.5]);
    expect(run.latents[2]).toBeCloseTo(-0.5 * Math.exp(-0.01), 15);
    const [, , fired = 0, other, firedNext, otherNext] = run.voltages;
    expect(fired).toBeCloseTo(1.485, 12);
    expect(other).toBe(0);
    expect(firedNext).toBeCloseTo(fired * 0.99 - 0.75, 12);
    expect(otherNext).toBeCloseTo(-0.5, 12);
  });
});

describe("a refractory time", () => {
  it("keeps a neuron that stays above threshold silent until it has passed", () => {
    const spec = createTestSpec(createTestNetwork({ ...single, decoders: [0] }), {
      input: holdAt(3),
      refractory: [0.05],
    });
    const { spikeStep } = recordRun(spec);
    const intervals = spikeStep.slice(1).map((step, index) => step - (spikeStep[index] ?? 0));
    expect(new Set(intervals)).toEqual(new Set([5]));
  });

  it("lets a lower neuron fire meanwhile", () => {
    const spec = createTestSpec(createTestNetwork({ ...twins, decoders: [0, 0] }), {
      steps: 4,
      refractory: [1],
      initial: {
        kind: "voltages",
        voltages: new Float64Array([3, 2]),
        latents: new Float64Array(1),
      },
    });
    expect([...recordRun(spec).spikeNeuron]).toEqual([0, 1]);
  });
});

describe("an axonal delay", () => {
  it("holds a spike back from other neurons, not from the readout or its own reset", () => {
    const spec = createTestSpec(createTestNetwork(twins), {
      steps: 7,
      delay: [0.03],
      initial: {
        kind: "voltages",
        voltages: new Float64Array([2, 0]),
        latents: new Float64Array(1),
      },
    });
    const run = recordRun(spec, { everySteps: 1, voltages: [0, 1], currents: [] });
    const ofOther = Array.from({ length: 7 }, (_, step) => run.voltages[2 * step + 1] ?? 0);
    expect(run.latents[1]).toBe(-0.5);
    expect(run.voltages[4]).toBeCloseTo(1.98 * 0.99 - 0.5, 12);
    expect(ofOther.slice(0, 5)).toEqual([0, 0, 0, 0, 0]);
    expect(ofOther[5]).toBeCloseTo(-0.5, 12);
  });

  it("may differ between populations", () => {
    const quiet = { feedforward: [0], thresholds: [1] };
    const network = createTestNetwork(
      { ...quiet, type: "excitatory", encoders: [[0, 1]], decoders: [0.5] },
      { ...quiet, type: "inhibitory", encoders: [[1, 0]], decoders: [-0.5] },
    );
    const spec = createTestSpec(network, {
      steps: 6,
      delay: [0.02, 0],
      initial: {
        kind: "voltages",
        voltages: new Float64Array([1.05, 1.05]),
        latents: new Float64Array(2),
      },
    });
    const run = recordRun(spec, { everySteps: 1, voltages: [0, 1], currents: [] });
    // I fires in step 1 and silences E in step 2, before it could fire.
    expect([...run.spikeNeuron].slice(0, 1)).toEqual([1]);
    expect(run.voltages[4]).toBeCloseTo(1.05 * 0.99 ** 2 - 0.5, 12);
  });
});

it("sums several latents and inputs (an unconstrained network keeps its error small)", () => {
  const angles = Array.from({ length: 8 }, (_, index) => (Math.PI * index) / 4);
  const size = 0.1;
  const rows = (scale: number): Float64Array =>
    Float64Array.from(
      angles.flatMap((angle) => [scale * Math.cos(angle), scale * Math.sin(angle)]),
    );
  const network = {
    ...createTestNetwork({
      type: "unconstrained",
      feedforward: angles.map(() => 0),
      encoders: angles.map(() => [0]),
      thresholds: angles.map(() => (size * size) / 2),
      decoders: angles.map(() => 0),
    }),
    inputs: 2,
    latents: [
      { name: "a", writer: 0, kind: "readout" as const },
      { name: "b", writer: 0, kind: "readout" as const },
    ],
    feedforward: rows(size),
    encoders: rows(-size),
    decoders: rows(size),
  };
  const spec = createTestSpec(network, {
    dt: 0.001,
    steps: 5001,
    input: holdAt(0.7, -0.4),
    initial: { kind: "latents", latents: new Float64Array([0.7, -0.4]) },
  });
  const { latents } = recordRun(spec);
  const errors = Array.from({ length: 5001 }, (_, step) =>
    Math.hypot((latents[2 * step] ?? 0) - 0.7, (latents[2 * step + 1] ?? 0) + 0.4),
  );
  expect(Math.max(...errors)).toBeLessThan(size);
});

it("runs a network without inputs", () => {
  const network = {
    ...createTestNetwork({ ...single, thresholds: [-1] }),
    inputs: 0,
    feedforward: new Float64Array(0),
  };
  expect(
    recordRun(createTestSpec(network, { input: holdAt() })).spikeNeuron.length,
  ).toBeGreaterThan(0);
});
