import { describe, expect, it } from "vitest";
import { createEngine, createMemoryRecorder, type SimulationSpec } from "#engines";
import { createInlineService, simulate } from "#runtime/inline";
import { PROTOCOL_VERSION } from "#runtime/protocol";
import { createSimulationService } from "#runtime/service";
import { createScriptedEngine, scriptedSpec } from "../../support/scriptedEngine.ts";

const PLAN = { everySteps: 3, voltages: [3, 0], currents: [1] };

/** A network that really spikes: the excitatory pair is driven over its threshold. */
function spikingSpec(steps: number): SimulationSpec {
  return { ...scriptedSpec(steps), dt: 0.01 };
}

describe("the inline service", () => {
  it("has the engines of the registry and needs no clock", () => {
    const hello = createInlineService().hello();
    expect(hello.protocol).toBe(PROTOCOL_VERSION);
    expect(hello.engines).toContain("clock");
  });

  it("honours budgets when it is given a clock", () => {
    let reading = 0;
    const service = createInlineService(() => {
      reading += 5;
      return reading;
    });
    const spec = spikingSpec(Infinity);
    service.start({ runId: 1, spec, record: PLAN, frameSamples: 9999, frameSpikes: 9999 });
    const reply = service.next({ runId: 1, maxSteps: 9999, budgetMs: 12, recycled: null });
    expect(reply.ok).toBe(true);
    expect(reading).toBeLessThan(30);
  });
});

describe("simulate", () => {
  it("leaves through frames exactly what the engine records directly", () => {
    const spec = spikingSpec(30_001);
    const direct = createMemoryRecorder(spec, PLAN);
    createEngine(spec).advance(spec.steps, direct);
    const expected = direct.read();
    const result = simulate(spec, PLAN);
    if (!result.ok) throw new Error(result.error.message);
    const { traces } = result;
    expect(expected.spikeNeuron.length).toBeGreaterThan(1000);
    expect(traces.sampleEnd).toBe(expected.time.length);
    expect(traces.time.subarray(0, traces.sampleEnd)).toEqual(expected.time);
    expect(traces.latents.subarray(0, 2 * traces.sampleEnd)).toEqual(expected.latents);
    expect(traces.voltages.subarray(0, 2 * traces.sampleEnd)).toEqual(expected.voltages);
    expect(traces.currents.subarray(0, 4 * traces.sampleEnd)).toEqual(expected.currents);
    expect(traces.spikeNeuron.subarray(0, traces.spikeEnd)).toEqual(expected.spikeNeuron);
    expect(traces.spikeTime.subarray(0, traces.spikeEnd)).toEqual(expected.spikeTime);
    expect(traces).toMatchObject({ done: true, version: 1 });
  });

  it("answers with a sentence when the run cannot start", () => {
    const result = simulate({ ...spikingSpec(10), dt: 0 }, PLAN);
    expect(result).toMatchObject({ ok: false, error: { kind: "engine-failed" } });
    expect(result.ok ? "" : result.error.message).toContain("dt is 0");
  });

  it("answers with a sentence when the run breaks off", () => {
    const service = createSimulationService({
      createEngine: (spec) =>
        createScriptedEngine(spec, {
          onStep: () => {
            throw new Error("It broke.");
          },
        }),
      engines: ["clock"],
      now: () => 0,
    });
    const result = simulate(scriptedSpec(10), PLAN, service);
    expect(result).toMatchObject({ ok: false, error: { message: "It broke." } });
  });

  it("refuses a run without an end", () => {
    expect(() => simulate(spikingSpec(Infinity), PLAN)).toThrow(/end/);
  });
});
