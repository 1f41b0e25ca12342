import { describe, expect, it } from "vitest";
import { createEngine, createMemoryRecorder, type Engine, type SimulationSpec } from "#engines";
import { standardDeviation } from "#math";
import { recordRun } from "../../support/recordRun.ts";
import { createSilentRecorder } from "../../support/silentRecorder.ts";
import {
  createTestNetwork,
  createTestSpec,
  holdAt,
  type TestPopulation,
} from "../../support/simulationSpecs.ts";

const PLAN = { everySteps: 1, voltages: [], currents: [] };

const inhibitory: TestPopulation = {
  type: "inhibitory",
  feedforward: [0.5, 0.7],
  encoders: [[1], [1.2]],
  thresholds: [-0.5, -0.4],
  decoders: [-0.3, -0.4],
  selfReset: 0.05,
};
const network = createTestNetwork(inhibitory);

/** Neurons that never fire, beside each other. */
const silent = (count: number): TestPopulation => ({
  type: "inhibitory",
  feedforward: Array.from({ length: count }, () => 0),
  encoders: Array.from({ length: count }, () => [0]),
  thresholds: Array.from({ length: count }, () => 100),
  decoders: Array.from({ length: count }, () => 0),
});

const noiseOf = (sigma: number, changes: Partial<SimulationSpec["noise"]> = {}) =>
  ({ sigma: [sigma], generator: "fast", skip: 0, start: "zero", ...changes }) as const;

const specOf = (changes: Partial<SimulationSpec> = {}): SimulationSpec =>
  createTestSpec(network, {
    engine: "bridge",
    dt: 0.05,
    steps: 401,
    noise: noiseOf(0.1),
    ...changes,
  });

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

describe("a run of the bridge engine", () => {
  it("gives every spike a time of its own inside its step", () => {
    const { spikeTime, spikeStep } = recordRun(specOf());
    expect(spikeTime.some((time) => Math.abs(time / 0.05 - Math.round(time / 0.05)) > 0.1)).toBe(
      true,
    );
    for (const [spike, time] of spikeTime.entries()) {
      const step = spikeStep[spike] ?? -1;
      expect(time).toBeGreaterThan((step - 1) * 0.05);
      expect(time).toBeLessThanOrEqual(step * 0.05);
      expect(time).toBeGreaterThanOrEqual(spikeTime[spike - 1] ?? 0);
    }
  });

  it("samples the readout that its spikes make", () => {
    const { spikeTime, spikeNeuron, latents } = recordRun(specOf());
    const expected = Float64Array.from({ length: 401 }, (_, step) =>
      spikeTime.reduce((sum, time, spike) => {
        const decoder = inhibitory.decoders[spikeNeuron[spike] ?? 0] ?? 0;
        return time <= step * 0.05 ? sum + decoder * Math.exp(time - step * 0.05) : sum;
      }, 0),
    );
    for (const [step, value] of latents.entries())
      expect(value).toBeCloseTo(expected[step] ?? 0, 9);
  });

  it("keeps every voltage below threshold at the end of a step", () => {
    const { voltages } = recordRun(specOf(), { ...PLAN, voltages: [0, 1] });
    expect(Math.max(...voltages)).toBeLessThan(1);
    expect(Math.max(...voltages)).toBeGreaterThan(0.9);
  });

  it("is the same however it is cut into pieces, and with pauses before spikes", () => {
    const spec = specOf();
    const recorder = createMemoryRecorder(spec, PLAN);
    const engine = createEngine(spec);
    let asked = 0;
    const hasRoom = (): boolean => {
      asked += 1;
      return asked % 3 !== 0;
    };
    const hesitant = { ...bind(recorder), hasRoom };
    for (let piece = 0; engine.step < 400; piece += 1) engine.advance(piece % 11, hesitant);
    expect(recorder.read()).toEqual(recordRun(spec));
  });

  it("ends with its last step and says how many it took", () => {
    const engine = createEngine(specOf());
    expect(engine.advance(300, createSilentRecorder())).toBe(300);
    expect(engine.isOver).toBe(false);
    expect(engine.advance(300, createSilentRecorder())).toBe(100);
    expect(engine.isOver).toBe(true);
    expect(engine.advance(1, createSilentRecorder())).toBe(0);
    expect(engine.verdict).toBeNull();
  });

  it("gives up an instant that does not end and calls it explosive", () => {
    const excitatory: TestPopulation = {
      type: "excitatory",
      feedforward: [1],
      encoders: [[1]],
      thresholds: [0.5],
      decoders: [0.1],
    };
    const spec = specOf({ network: createTestNetwork(excitatory), input: holdAt(1) });
    const recorder = createMemoryRecorder(spec, PLAN);
    const engine = createEngine(spec);
    engine.advance(10, recorder);
    expect(engine.verdict).toEqual({ kind: "explosive", time: 0, spikes: 10_000 });
    expect(engine.isOver).toBe(true);
    engine.advance(10, recorder);
    expect(recorder.read().spikeNeuron).toHaveLength(10_000);
  });
});

describe("a live run of the bridge engine", () => {
  const live = (changes: Partial<SimulationSpec> = {}): Engine =>
    createEngine(specOf({ steps: Number.POSITIVE_INFINITY, ...changes }));
  const moved = createTestNetwork({
    ...inhibitory,
    encoders: [[1.1], [1.3]],
    feedforward: [0.6, 0.7],
    thresholds: [-0.3, -0.4],
  });

  it("is not disturbed by a change to the same network", () => {
    const [touched, free] = [live(), live()];
    for (let round = 0; round < 20; round += 1) {
      touched.advance(7, createSilentRecorder());
      touched.retune(network);
    }
    free.advance(140, createSilentRecorder());
    expect(touched.state.voltages).toEqual(free.state.voltages);
  });

  it("moves every voltage along with F x + E y - T when the network changes", () => {
    const engine = live({ input: holdAt(0.4), noise: noiseOf(0) });
    engine.advance(50, createSilentRecorder());
    const before = engine.state.voltages.slice();
    const y = engine.state.latents[0] ?? 0;
    engine.retune(moved);
    expect(y).toBeLessThan(-0.1);
    expect(engine.state.voltages[0]).toBeCloseTo((before[0] ?? 0) + 0.04 + 0.1 * y - 0.2, 12);
    expect(engine.state.voltages[1]).toBeCloseTo((before[1] ?? 0) + 0.1 * y, 12);
  });

  it("follows a held input at once, with spikes if it must", () => {
    const engine = live({ noise: noiseOf(0), initial: start(-3) });
    engine.advance(1, createSilentRecorder());
    const spikes: number[] = [];
    engine.holdInput(Float64Array.of(8));
    engine.advance(1, { ...createSilentRecorder(), spike: (_, __, time) => spikes.push(time) });
    expect(engine.state.input[0]).toBe(8);
    expect(spikes.filter((time) => time === 0.05).length).toBeGreaterThan(1);
  });

  it("relaxes to a held current, which replaces the pulses", () => {
    const pulse = { neurons: Uint32Array.of(0), from: 0, to: 1000, amplitude: -9 };
    const engine = live({ noise: noiseOf(0), currents: [pulse], initial: start(-3) });
    engine.advance(1, createSilentRecorder());
    const [first = 0] = engine.state.voltages;
    engine.holdCurrent(Float64Array.of(-1, 0));
    engine.advance(1, createSilentRecorder());
    expect(engine.state.injected).toEqual(Float64Array.of(-1, 0));
    const rest = 1.5 - 1;
    expect(engine.state.voltages[0]).toBeCloseTo(rest + (first - rest) * Math.exp(-0.05), 12);
  });

  it("takes the present only", () => {
    expect(() => live().holdInput(new Float64Array(2))).toThrow(
      "The held input has 2 numbers, needs 1.",
    );
    expect(() => live().holdCurrent(new Float64Array(1))).toThrow("needs 2");
    const sentence = "A running network can change its numbers, not its populations or sizes.";
    expect(() => live().retune(createTestNetwork(silent(1)))).toThrow(sentence);
  });
});

function start(latent: number): SimulationSpec["initial"] {
  return { kind: "latents", latents: Float64Array.of(latent) };
}

function bind(recorder: ReturnType<typeof createMemoryRecorder>) {
  return {
    everySteps: recorder.everySteps,
    spike: recorder.spike.bind(recorder),
    sample: recorder.sample.bind(recorder),
  };
}
