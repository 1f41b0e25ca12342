import { describe, expect, it } from "vitest";
import {
  countCurrentColumns,
  createEngine,
  createMemoryRecorder,
  readNeuronCurrent,
  type SimulationSpec,
  SPIKE_LIMIT,
} from "#engines";
import { recordRun } from "../../support/recordRun.ts";
import { createSilentRecorder } from "../../support/silentRecorder.ts";
import { createTestNetwork, createTestSpec, holdAt } from "../../support/simulationSpecs.ts";

const network = createTestNetwork(
  {
    type: "excitatory",
    feedforward: [1],
    encoders: [[0.4, 1]],
    thresholds: [0.5],
    decoders: [0.3],
  },
  {
    type: "inhibitory",
    feedforward: [0.5],
    encoders: [[1.5, 1]],
    thresholds: [0.6],
    decoders: [-0.5],
  },
);
const spec = createTestSpec(network, { steps: 501, input: holdAt(1) });
const PLAN = { everySteps: 1, voltages: [], currents: [] };

describe("a run", () => {
  it("records step 0 with the first advance, then every n-th step", () => {
    const run = recordRun(spec, { ...PLAN, everySteps: 150 });
    expect([...run.steps]).toEqual([0, 150, 300, 450]);
    expect(run.time[1]).toBe(150 * 0.01);
  });

  it("records the same however it is cut into pieces", () => {
    const recorder = createMemoryRecorder(spec, { everySteps: 4, voltages: [0, 1], currents: [] });
    const engine = createEngine(spec);
    for (let piece = 0; engine.step < 500; piece += 1) engine.advance(piece % 11, recorder);
    expect(recorder.read()).toEqual(
      recordRun(spec, { everySteps: 4, voltages: [0, 1], currents: [] }),
    );
  });

  it("stops at its last step and says how many it took", () => {
    const engine = createEngine(spec);
    expect(engine.advance(400, createSilentRecorder())).toBe(400);
    expect(engine.advance(400, createSilentRecorder())).toBe(100);
    expect(engine.advance(1, createSilentRecorder())).toBe(0);
    expect(engine.step).toBe(500);
  });

  it("of one step is its initial state", () => {
    const run = recordRun({ ...spec, steps: 1 });
    expect([...run.steps]).toEqual([0]);
    expect(run.spikeNeuron).toHaveLength(0);
  });

  it("waits while the recorder has no room", () => {
    let asked = 0;
    const engine = createEngine(spec);
    const recorder = {
      ...createSilentRecorder(),
      hasRoom: () => {
        asked += 1;
        return asked <= 3;
      },
    };
    expect(engine.advance(100, recorder)).toBe(3);
  });
});

describe("the memory recorder", () => {
  it("stops a run at its spike limit and says so", () => {
    const recorder = createMemoryRecorder(spec, PLAN, 5);
    const engine = createEngine(spec);
    engine.advance(500, recorder);
    expect(engine.step).toBeLessThan(500);
    expect(recorder.read().spikeNeuron).toHaveLength(5);
    expect(recorder.read().isCut).toBe(true);
    expect(recordRun(spec).isCut).toBe(false);
    expect(SPIKE_LIMIT).toBe(1e8);
  });

  it("keeps what it had when it grows", () => {
    const longer: SimulationSpec = { ...spec, steps: 20_001 };
    const run = recordRun(longer);
    const start = recordRun(spec);
    expect(run.spikeNeuron.length).toBeGreaterThan(512);
    expect(run.spikeStep.subarray(0, start.spikeStep.length)).toEqual(start.spikeStep);
    expect(run.latents.subarray(0, start.latents.length)).toEqual(start.latents);
    expect(run.spikeTime[7]).toBe((run.spikeStep[7] ?? 0) * 0.01);
  });
});

describe("input currents", () => {
  it("are F x, E y for each latent and what is injected, and make up the voltage", () => {
    const pulse = { neurons: new Uint32Array([0]), from: 1, to: 2, amplitude: 0.25 };
    const run = recordRun(
      {
        ...spec,
        currents: [pulse],
        initial: { kind: "latents", latents: new Float64Array([1, -2]) },
      },
      { everySteps: 50, voltages: [], currents: [0, 1] },
    );
    const columns = countCurrentColumns(network);
    expect(columns).toBe(4);
    const row = (sample: number, neuron: number): readonly number[] => [
      ...run.currents.subarray(
        (2 * sample + neuron) * columns,
        (2 * sample + neuron + 1) * columns,
      ),
    ];
    expect(row(0, 0)).toEqual([1, 0.4, -2, 0]);
    expect(row(0, 1)).toEqual([0.5, 1.5, -2, 0]);
    expect([1, 2, 3, 4].map((sample) => row(sample, 0)[3])).toEqual([0, 0.25, 0.25, 0]);
    expect(row(3, 0)[1]).toBe(0.4 * (run.latents[6] ?? 0));
  });

  it("can be read one by one from a live state", () => {
    const engine = createEngine({
      ...spec,
      initial: { kind: "latents", latents: new Float64Array([1, -2]) },
    });
    engine.advance(0, createSilentRecorder());
    const source = { network, state: engine.state };
    expect([0, 1, 2, 3].map((column) => readNeuronCurrent(source, 1, column))).toEqual([
      0.5, 1.5, -2, 0,
    ]);
  });
});

describe("injected currents", () => {
  it("act in the update after their sample and add where they overlap", () => {
    const silent = createTestNetwork({
      type: "inhibitory",
      feedforward: [0, 0],
      encoders: [[1], [1]],
      thresholds: [9, 9],
      decoders: [-1, -1],
    });
    const pulse = (neurons: readonly number[], from: number, to: number, amplitude: number) => ({
      neurons: Uint32Array.from(neurons),
      from,
      to,
      amplitude,
    });
    const currents = [pulse([0, 1], 0.01, 0.03, 100), pulse([1], 0.02, 0.04, 50)];
    const initial = {
      kind: "voltages",
      voltages: new Float64Array([-8, -8]),
      latents: new Float64Array(1),
    } as const;
    const run = recordRun(
      createTestSpec(silent, { steps: 6, currents, initial, overshoot: "keep" }),
      {
        everySteps: 1,
        voltages: [1],
        currents: [1],
      },
    );
    const kicks = [...run.voltages].slice(1).map((voltage, index) => {
      const before = run.voltages[index] ?? 0;
      return Math.abs(Math.round((voltage - before) * 100 + before + 8));
    });
    expect(kicks).toEqual([0, 100, 150, 50, 0]);
    const injected = Array.from({ length: 6 }, (_, step) => run.currents[3 * step + 2]);
    expect(injected).toEqual([0, 100, 150, 50, 0, 0]);
  });
});
