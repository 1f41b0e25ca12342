import { describe, expect, it } from "vitest";
import { createFrameLayout, frameBytes, type RunRequest, readFrame } from "#runtime/protocol";
import { createFrameWriter } from "#runtime/service";
import { createScriptedEngine, scriptedSpec } from "../../support/scriptedEngine.ts";

function request(change: Partial<RunRequest> = {}): RunRequest {
  return {
    runId: 3,
    spec: scriptedSpec(100),
    record: { everySteps: 2, voltages: [3, 1], currents: [2] },
    frameSamples: 8,
    frameSpikes: 12,
    ...change,
  };
}

describe("frame layout", () => {
  it("counts every column once and the neuron column in four bytes", () => {
    const layout = createFrameLayout(request());
    expect(layout).toEqual({
      inputs: 1,
      latents: 2,
      voltages: 2,
      currents: 4,
      frameSamples: 8,
      frameSpikes: 12,
    });
    const numbers = 10 + 8 * (1 + 1 + 2 + 2 + 4) + 12 * 2;
    expect(frameBytes(layout)).toBe(8 * numbers + 4 * 12);
  });

  it("refuses a buffer of another size", () => {
    const layout = createFrameLayout(request());
    expect(() => readFrame(new ArrayBuffer(frameBytes(layout) + 8), layout)).toThrow(/bytes/);
  });

  it("reads an untouched buffer as an empty frame", () => {
    const layout = createFrameLayout(request());
    const frame = readFrame(new ArrayBuffer(frameBytes(layout)), layout);
    expect(frame).toMatchObject({ samples: 0, spikes: 0, done: false });
    expect(frame.columns.time).toHaveLength(0);
  });
});

describe("frame writer", () => {
  it("hands back on the other side exactly what the engine recorded", () => {
    const run = request();
    const writer = createFrameWriter(run);
    const buffer = new ArrayBuffer(writer.bytes);
    const engine = createScriptedEngine(run.spec);
    writer.begin(buffer, engine.step);
    engine.advance(4, writer);
    writer.finish(engine.step, false, null);

    const frame = readFrame(buffer, createFrameLayout(run));
    expect(frame).toMatchObject({ runId: 3, firstStep: 0, lastStep: 4, samples: 3, spikes: 2 });
    expect(frame.done).toBe(false);
    expect([...frame.columns.time]).toEqual([0, 1, 2]);
    expect([...frame.columns.input]).toEqual([7, 7, 7]);
    expect([...frame.columns.latents]).toEqual([0, 1, 2, 1, 4, 1]);
    expect([...frame.columns.voltages]).toEqual([3, 1, 5, 3, 7, 5]);
    expect([...frame.columns.spikeNeuron]).toEqual([2, 0]);
    expect([...frame.columns.spikeStep]).toEqual([2, 4]);
    expect([...frame.columns.spikeTime]).toEqual([1, 2]);
  });

  it.each([
    null,
    { kind: "explosive", time: 1.25, spikes: 20_001 },
    { kind: "silent", time: 3 },
    { kind: "periodic", time: 2, spikes: 4, period: 0.5 },
  ] as const)("carries the verdict %j", (verdict) => {
    const run = request();
    const writer = createFrameWriter(run);
    const buffer = new ArrayBuffer(writer.bytes);
    writer.begin(buffer, 0);
    writer.finish(0, true, verdict);
    expect(readFrame(buffer, createFrameLayout(run)).verdict).toEqual(verdict);
  });

  it("splits a neuron's currents into F.x, one E_k y_k a latent and the injected one", () => {
    const run = request();
    const writer = createFrameWriter(run);
    const buffer = new ArrayBuffer(writer.bytes);
    const engine = createScriptedEngine(run.spec);
    engine.holdCurrent(Float64Array.of(0, 0, 0.25, 0));
    writer.begin(buffer, 0);
    engine.advance(2, writer);
    writer.finish(2, false, null);
    const { currents } = readFrame(buffer, createFrameLayout(run)).columns;
    expect([...currents.subarray(4)]).toEqual([3 * 7, 3 * 2, 1, 0.25]);
  });

  it("follows a retuned network in its currents", () => {
    const run = request({ record: { everySteps: 1, voltages: [], currents: [0] } });
    const writer = createFrameWriter(run);
    const buffer = new ArrayBuffer(writer.bytes);
    writer.retune({ ...run.spec.network, feedforward: Float64Array.of(9, 0, 0, 0) });
    writer.begin(buffer, 0);
    createScriptedEngine(run.spec).advance(0, writer);
    writer.finish(0, false, null);
    const { currents } = readFrame(buffer, createFrameLayout(run)).columns;
    expect(currents[0]).toBe(63);
  });

  it("has no room once the samples are used up", () => {
    const run = request({ frameSamples: 2 });
    const writer = createFrameWriter(run);
    writer.begin(new ArrayBuffer(writer.bytes), 0);
    expect(createScriptedEngine(run.spec).advance(50, writer)).toBe(2);
    expect(writer.hasRoom()).toBe(false);
  });

  it("stops while a step of one spike a neuron still fits", () => {
    const run = request({ frameSpikes: 9 });
    const writer = createFrameWriter(run);
    writer.begin(new ArrayBuffer(writer.bytes), 0);
    const engine = createScriptedEngine(run.spec, { spikes: () => [0, 1, 2, 3] });
    expect(engine.advance(50, writer)).toBe(2);
    expect(writer.spikes).toBe(8);
  });

  it("refuses a step of more spikes than neurons instead of losing some", () => {
    const run = request({ frameSpikes: 4 });
    const writer = createFrameWriter(run);
    writer.begin(new ArrayBuffer(writer.bytes), 0);
    const engine = createScriptedEngine(run.spec, { spikes: () => [0, 1, 2, 3, 0] });
    expect(() => engine.advance(1, writer)).toThrow(/more spikes/);
  });

  it("refuses frames without room for a sample or for one spike a neuron", () => {
    expect(() => createFrameWriter(request({ frameSamples: 0 }))).toThrow(/one sample/);
    expect(() => createFrameWriter(request({ frameSpikes: 3 }))).toThrow(/4 spikes/);
  });
});
