import { describe, expect, it } from "vitest";
import { createTraces, type Traces } from "#runtime/protocol";
import { POINT_NUMBERS } from "../../../src/scene3d/gl/TimeLine.ts";
import {
  beginCopy,
  canExtend,
  type RunCopy,
  rowsOf,
  writePoints,
  writeSpikes,
} from "../../../src/scene3d/parts/runRows.ts";
import { readAt, readSample, sampleAt } from "../../../src/scene3d/parts/traceIndex.ts";
import type { SceneRun } from "../../../src/scene3d/types.ts";

const LOOKS = { E: { shape: 0, size: 6 }, I: { shape: 1, size: 4 } } as const;

/** Samples every half tau: x = t, yE = 2 t, yI = -3 t; spikes of neurons 0 (E) and 1 (I). */
function record(samples: number): Traces {
  const time = Float64Array.from({ length: samples }, (_, k) => k / 2);
  return {
    ...createTraces(),
    runId: 1,
    dt: 0.5,
    inputs: 1,
    latentCount: 2,
    sampleEnd: samples,
    time,
    input: time,
    latents: Float64Array.from({ length: 2 * samples }, (_, k) =>
      k % 2 === 0 ? k / 2 : (-3 * (k - 1)) / 4,
    ),
    spikeEnd: 2,
    spikeTime: Float64Array.of(1, 1.5),
    spikeNeuron: Uint32Array.of(0, 1),
  };
}

function runOf(traces: Traces): SceneRun {
  return {
    traces,
    input: 0,
    latents: { E: 0, I: 1 },
    sideOf: (neuron) => (neuron === 0 ? "E" : "I"),
  };
}

describe("reading a run", () => {
  const run = runOf(record(5));

  it("shows the inhibitory readout as a magnitude", () => {
    expect(readSample(run, 2)).toEqual([1, 2, 3]);
  });

  it("finds samples by time", () => {
    expect(sampleAt(run.traces, 0.9)).toBe(2);
    expect(sampleAt(run.traces, 99)).toBe(5);
  });

  it("stands between two samples", () => {
    expect(readAt(run, 1.25)).toEqual([1.25, 2.5, 3.75]);
    expect(readAt(run, 0)).toEqual([0, 0, 0]);
  });

  it("has no place before the first sample, long after the last, or without samples", () => {
    expect(readAt(run, -1)).toBeNull();
    expect(readAt(run, 2.5)).toEqual([2, 4, 6]);
    expect(readAt(run, 9)).toBeNull();
    expect(readAt(runOf(createTraces()), 0)).toBeNull();
  });
});

describe("copying a run into a buffer", () => {
  const finish = (copy: RunCopy): RunCopy => {
    const { traces } = copy;
    const rows = rowsOf(copy);
    return {
      ...copy,
      rows,
      lastTime: traces.time[copy.origin + (rows - 1) * copy.stride] ?? 0,
      spikes: traces.spikeEnd - copy.spikeOrigin,
      lastSpike: traces.spikeTime[traces.spikeEnd - 1] ?? 0,
    };
  };

  it("writes each point once a corner, with time from the first sample on", () => {
    const traces = { ...record(5), sampleStart: 2 };
    const copy = beginCopy(runOf(traces));
    const rows = new Float32Array(POINT_NUMBERS * 3);
    writePoints(rows, runOf(traces), copy, 0);
    expect(rowsOf(copy)).toBe(3);
    expect([...rows.subarray(POINT_NUMBERS, POINT_NUMBERS + 4)]).toEqual([1.5, 3, 4.5, 0.5]);
    expect(rows.subarray(28, 32)).toEqual(rows.subarray(16, 20));
  });

  it("marks a spike at the sample before it, by its population", () => {
    const run = runOf(record(5));
    const rows = new Float32Array(12);
    writeSpikes(rows, run, { copy: beginCopy(run), first: 0, looks: LOOKS });
    expect([...rows.subarray(0, 6)]).toEqual([0.5, 1, 1.5, 1, 0, 6]);
    expect([...rows.subarray(6)]).toEqual([1, 2, 3, 1.5, 1, 4]);
  });

  it("goes on where it stopped when more is recorded", () => {
    const traces = record(5);
    traces.sampleEnd = 3;
    traces.spikeEnd = 1;
    const copy = finish(beginCopy(runOf(traces)));
    traces.sampleEnd = 5;
    traces.spikeEnd = 2;
    expect(canExtend(copy, runOf(traces))).toBe(true);
    const rows = new Float32Array(POINT_NUMBERS * 5);
    writePoints(rows, runOf(traces), copy, copy.rows);
    expect(rows[0]).toBe(0);
    expect(rows[3 * POINT_NUMBERS]).toBe(1.5);
  });

  it("starts over for another run, for fewer samples and when samples have moved in memory", () => {
    const traces = record(5);
    const copy = finish(beginCopy(runOf(traces)));
    expect(canExtend(copy, runOf(traces))).toBe(true);
    expect(canExtend(copy, runOf({ ...traces }))).toBe(false);
    traces.runId = 2;
    expect(canExtend(copy, runOf(traces))).toBe(false);
    traces.runId = 1;
    traces.sampleEnd = 2;
    expect(canExtend(copy, runOf(traces))).toBe(false);
    traces.sampleEnd = 5;
    traces.time.copyWithin(0, 1);
    traces.time[4] = 2.5;
    expect(canExtend(copy, runOf(traces))).toBe(false);
  });

  it("starts over when spikes have moved in memory", () => {
    const traces = record(5);
    const copy = finish(beginCopy(runOf(traces)));
    traces.spikeTime[1] = 1.75;
    expect(canExtend(copy, runOf(traces))).toBe(false);
  });

  it("thins out runs that are too long to draw", () => {
    const copy = beginCopy(runOf(record(200_000)));
    expect(copy.stride).toBe(4);
    expect(rowsOf(copy)).toBe(50_000);
  });

  it("copies nothing of an empty run", () => {
    const copy = beginCopy(runOf(createTraces()));
    expect(rowsOf(copy)).toBe(0);
    expect(canExtend(finish(copy), runOf(createTraces()))).toBe(false);
  });
});
