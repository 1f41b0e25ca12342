import { describe, expect, it } from "vitest";
import {
  appendFrame,
  copyTraces,
  createFrameLayout,
  createTraces,
  type Frame,
  type RunRequest,
  readFrame,
  resetTraces,
  type Traces,
} from "#runtime/protocol";
import { createSimulationService } from "#runtime/service";
import { createScriptedEngine, scriptedSpec } from "../../support/scriptedEngine.ts";

const RUN: RunRequest = {
  runId: 4,
  spec: scriptedSpec(Infinity),
  record: { everySteps: 1, voltages: [1], currents: [0] },
  frameSamples: 64,
  frameSpikes: 64,
};

/** Frames of the given numbers of steps. */
function frames(lengths: readonly number[]): readonly Frame[] {
  const service = createSimulationService({
    createEngine: createScriptedEngine,
    engines: ["clock"],
    now: () => 0,
  });
  service.start(RUN);
  return lengths.map((maxSteps) => {
    const reply = service.next({ runId: 4, maxSteps, budgetMs: 1, recycled: null });
    if (!reply.ok) throw new Error(reply.error.message);
    return readFrame(reply.buffer, createFrameLayout(RUN));
  });
}

function valid(traces: Traces): { readonly time: number[]; readonly spikes: number[] } {
  return {
    time: [...traces.time.subarray(traces.sampleStart, traces.sampleEnd)],
    spikes: [...traces.spikeStep.subarray(traces.spikeStart, traces.spikeEnd)],
  };
}

function filled(lengths: readonly number[], window: number, room = { samples: 64, spikes: 64 }) {
  const traces = createTraces();
  resetTraces(traces, RUN, room);
  for (const frame of frames(lengths)) appendFrame(traces, frame, window);
  return traces;
}

describe("traces", () => {
  it("describe the run that they were reset for", () => {
    expect(filled([], Infinity)).toMatchObject({
      runId: 4,
      dt: 0.5,
      inputs: 1,
      latentCount: 2,
      voltageNeurons: [1],
      currentNeurons: [0],
      sampleEnd: 0,
      spikeEnd: 0,
    });
  });

  it("join frames without a seam", () => {
    const traces = filled([3, 2], Infinity);
    expect(valid(traces)).toEqual({ time: [0, 0.5, 1, 1.5, 2, 2.5], spikes: [2, 4] });
    expect([...traces.latents.subarray(0, 12)]).toEqual([0, 1, 1, 1, 2, 1, 3, 1, 4, 1, 5, 1]);
    expect([...traces.voltages.subarray(0, 6)]).toEqual([1, 2, 3, 4, 5, 6]);
    expect([...traces.currents.subarray(20, 24)]).toEqual([7, 5, 1, 0]);
    expect([...traces.spikeTime.subarray(0, 2)]).toEqual([1, 2]);
    expect([...traces.spikeNeuron.subarray(0, 2)]).toEqual([2, 0]);
  });

  it("keep exactly the window, both ends included", () => {
    const traces = filled([20], 2);
    expect(valid(traces)).toEqual({ time: [8, 8.5, 9, 9.5, 10], spikes: [16, 18, 20] });
  });

  it("move the window to the front in place when the end is reached", () => {
    const room = { samples: 12, spikes: 6 };
    const traces = createTraces();
    resetTraces(traces, RUN, room);
    const { time, latents, spikeStep, spikeNeuron } = traces;
    for (const frame of frames(new Array<number>(30).fill(4))) appendFrame(traces, frame, 2);
    expect(valid(traces)).toEqual({ time: [58, 58.5, 59, 59.5, 60], spikes: [116, 118, 120] });
    expect([...traces.latents.subarray(2 * traces.sampleStart, 2 * traces.sampleEnd)]).toEqual([
      116, 1, 117, 1, 118, 1, 119, 1, 120, 1,
    ]);
    expect([...traces.voltages.subarray(traces.sampleStart, traces.sampleEnd)]).toEqual([
      117, 118, 119, 120, 121,
    ]);
    expect(traces.time).toBe(time);
    expect(traces.latents).toBe(latents);
    expect(traces.spikeStep).toBe(spikeStep);
    expect(traces.spikeNeuron).toBe(spikeNeuron);
  });

  it("grow, without losing anything, when the window itself does not fit", () => {
    const traces = filled([10, 10, 10], Infinity, { samples: 2, spikes: 2 });
    expect(valid(traces).time).toHaveLength(31);
    expect(valid(traces).spikes).toEqual([2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30]);
    expect(traces.time[30]).toBe(15);
  });

  it("keep large arrays for the next run and give every column the same room", () => {
    const traces = filled([10], Infinity);
    const { time, spikeTime } = traces;
    const wider = { ...RUN, runId: 5, record: { ...RUN.record, voltages: [0, 1, 2] } };
    resetTraces(traces, wider, { samples: 4, spikes: 4 });
    expect(traces.time).toBe(time);
    expect(traces.spikeTime).toBe(spikeTime);
    expect(traces.voltages).toHaveLength(3 * 64);
    expect(valid(traces)).toEqual({ time: [], spikes: [] });
  });

  it("are copied without their stale memory and without sharing", () => {
    const traces = filled([20], 2);
    const copy = copyTraces(traces);
    expect(valid(copy)).toEqual(valid(traces));
    expect(copy.time).toHaveLength(5);
    expect(copy.currents).toHaveLength(20);
    expect([...copy.latents]).toEqual([16, 1, 17, 1, 18, 1, 19, 1, 20, 1]);
    traces.time.fill(-1);
    expect(copy.time[0]).toBe(8);
  });
});
