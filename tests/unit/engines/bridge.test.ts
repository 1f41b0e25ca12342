import { describe, expect, it } from "vitest";
import { createEngine, createMemoryRecorder } from "#engines";
import { inhibitory, noiseOf, silent, specOf } from "../../support/bridgeSpecs.ts";
import { recordRun } from "../../support/recordRun.ts";
import { createSilentRecorder } from "../../support/silentRecorder.ts";
import { createTestNetwork, holdAt, type TestPopulation } from "../../support/simulationSpecs.ts";

const PLAN = { everySteps: 1, voltages: [], currents: [] };

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

  it("follows sampled inputs along lines and sines along chords", () => {
    const values = Float64Array.from({ length: 401 }, (_, step) => Math.sin(step / 20));
    const sine = {
      kind: "sine",
      offset: Float64Array.of(0.2),
      amplitude: Float64Array.of(1),
      period: 5,
      phase: 0.1,
    } as const;
    for (const [input, tolerance] of [
      [{ kind: "samples", values }, 1e-9],
      [sine, 2e-3],
    ] as const) {
      const spec = specOf({ input, noise: noiseOf(0), duration: 20 });
      const [bridge, exact] = [recordRun(spec), recordRun({ ...spec, engine: "event" })];
      expect(exact.spikeTime.length).toBeGreaterThan(10);
      expect(bridge.spikeNeuron).toEqual(exact.spikeNeuron);
      for (const [spike, time] of exact.spikeTime.entries())
        expect(Math.abs((bridge.spikeTime[spike] ?? 0) - time)).toBeLessThan(tolerance);
    }
  });

  it("reads several inputs", () => {
    const two = createTestNetwork(silent(1));
    const spec = specOf({
      network: { ...two, inputs: 2, feedforward: Float64Array.of(2, 3) },
      input: {
        kind: "piecewise-linear",
        times: Float64Array.of(0, 1),
        values: Float64Array.of(0, 1, 2, 5),
      },
      noise: noiseOf(0),
    });
    const { voltages } = recordRun(spec, { ...PLAN, voltages: [0] });
    expect((voltages[10] ?? 0) + 99).toBeCloseTo(2 * 1 + 3 * 3, 12);
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

  it.each([1e100, 1e300])("does not hang on noise of %s thresholds", (sigma) => {
    const engine = createEngine(specOf({ noise: noiseOf(sigma) }));
    engine.advance(400, createSilentRecorder());
    expect(engine.verdict?.kind).toBe("explosive");
  });
});

function bind(recorder: ReturnType<typeof createMemoryRecorder>) {
  return {
    everySteps: recorder.everySteps,
    spike: recorder.spike.bind(recorder),
    sample: recorder.sample.bind(recorder),
  };
}
