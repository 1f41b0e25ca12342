import { describe, expect, it } from "vitest";
import { latentsAt } from "#plots";
import {
  extentOf,
  readSample,
  type SeriesSource,
  visitColumns,
} from "../../../src/plots/traces/decimate.ts";
import {
  currentSource,
  inputSource,
  readoutSource,
  voltageSource,
} from "../../../src/plots/traces/sources.ts";
import { type PathVisitor, walkTrajectory } from "../../../src/plots/traces/walkTrajectory.ts";
import { figure4de } from "../../support/eiNetworks.ts";
import { handTraces } from "../../support/traces.ts";

const network = figure4de();
const E = network.latentE;
const I = network.latentI;

function latentRow(yE: number, yI: number): readonly number[] {
  const row = [0, 0];
  row[E] = yE;
  row[I] = -yI;
  return row;
}

function collect(): PathVisitor & { readonly points: (readonly [string, number, number])[] } {
  const points: (readonly [string, number, number])[] = [];
  return {
    points,
    leak: (yE, yI) => void points.push(["leak", yE, yI]),
    jump: (yE, yI) => void points.push(["jump", yE, yI]),
  };
}

function visited(
  time: readonly number[],
  values: readonly number[],
  options: { readonly from: number; readonly to: number; readonly columns: number },
): readonly number[] {
  const seen: number[] = [];
  const traces = handTraces({ time, input: values });
  visitColumns(inputSource(traces, 0), options, (index) => seen.push(index - traces.sampleStart));
  return seen;
}

describe("visitColumns", () => {
  it("visits every sample when there are few", () => {
    expect(visited([0, 1, 2], [5, 6, 7], { from: 0, to: 2, columns: 10 })).toEqual([0, 1, 2]);
  });

  it("keeps first, least, greatest and last of a column in the order of time", () => {
    const values = [0, 3, -4, 2, 9, 1, 1, 1];
    const time = values.map((_, index) => index / 8);
    expect(visited(time, values, { from: 0, to: 1, columns: 1 })).toEqual([0, 2, 4, 7]);
  });

  it("visits nothing twice when extremes are ends", () => {
    const values = [0, 1, 2, 3, 4, 5];
    const time = values.map((_, index) => index / 6);
    expect(visited(time, values, { from: 0, to: 1, columns: 1 })).toEqual([0, 5]);
  });

  it("keeps one sample beyond either end so that the curve reaches the edges", () => {
    const time = [0, 1, 2, 3, 4, 5];
    expect(visited(time, time, { from: 1.5, to: 3.5, columns: 99 })).toEqual([1, 2, 3, 4]);
  });

  it("visits nothing without samples", () => {
    expect(visited([], [], { from: 0, to: 1, columns: 4 })).toEqual([]);
  });
});

describe("walkTrajectory", () => {
  const traces = handTraces({
    time: [0, 1],
    latents: [latentRow(1, 2), latentRow(0.6, 0.7)],
    spikes: [[0.5, network.E[0]?.neuron ?? 0]],
  });
  const part = { traces, network, instantaneous: true };

  it("leaks exponentially up to a spike and jumps by the decoder", () => {
    const { points, ...visitor } = collect();
    walkTrajectory({ ...part, from: 0, to: 1 }, visitor);
    const decay = Math.exp(-0.5);
    expect(points.map(([kind]) => kind)).toEqual(["leak", "leak", "jump", "leak"]);
    expect(points[1]?.[1]).toBeCloseTo(decay, 12);
    expect(points[1]?.[2]).toBeCloseTo(2 * decay, 12);
    expect(points[2]?.[1]).toBeCloseTo(decay + 0.62, 12);
    expect(points[3]).toEqual(["leak", 0.6, 0.7]);
  });

  it("raises |yI| when an inhibitory neuron fires", () => {
    const spikes = [[0.5, network.I[0]?.neuron ?? 1]] as const;
    const latents = [latentRow(1, 2), latentRow(0, 0)];
    const { points, ...visitor } = collect();
    walkTrajectory(
      { ...part, traces: handTraces({ time: [0, 1], latents, spikes }), from: 0, to: 1 },
      visitor,
    );
    expect(points[2]?.[2]).toBeCloseTo(2 * Math.exp(-0.5) + 1, 12);
  });

  it("starts and ends between samples", () => {
    const { points, ...visitor } = collect();
    walkTrajectory({ ...part, from: 0.25, to: 0.75 }, visitor);
    expect(points[0]?.[1]).toBeCloseTo(Math.exp(-0.25), 12);
    expect(points.at(-1)?.[1]).toBeCloseTo((Math.exp(-0.5) + 0.62) * Math.exp(-0.25), 12);
  });

  it("joins samples by straight lines when spikes act gradually", () => {
    const { points, ...visitor } = collect();
    walkTrajectory({ ...part, instantaneous: false, from: 0, to: 1 }, visitor);
    expect(points).toEqual([
      ["leak", 1, 2],
      ["jump", 0.8, 1.35],
      ["leak", 0.6, 0.7],
    ]);
  });

  it("visits nothing without samples or backwards in time", () => {
    const { points, ...visitor } = collect();
    walkTrajectory({ ...part, traces: handTraces({ time: [] }), from: 0, to: 1 }, visitor);
    walkTrajectory({ ...part, from: 1, to: 0 }, visitor);
    expect(points).toEqual([]);
  });

  it("stays at the last sample when time has run past it", () => {
    expect(latentsAt(part, 7)).toEqual({ yE: 0.6, yI: 0.7 });
  });

  it("stands after the spike at the spike's own time", () => {
    expect(latentsAt(part, 0.5)?.yE).toBeCloseTo(Math.exp(-0.5) + 0.62, 12);
    expect(latentsAt({ ...part, traces: handTraces({ time: [] }) }, 0)).toBeNull();
  });
});

describe("sources", () => {
  const base = handTraces({ time: [0, 1], latents: [latentRow(1, 2), latentRow(3, 4)] });
  const recorded = {
    ...base,
    voltageNeurons: [1, 0],
    voltages: Float64Array.from([9, 9, 0.1, 0.2, 0.3, 0.4]),
    currentNeurons: [1],
    currents: Float64Array.from([9, 9, 9, 9, 1, 20, -300, 4000, 0, 0, 0, 0]),
  };
  const at = base.sampleStart;
  const value = (source: SeriesSource | null) => source && readSample(source, at);

  it("show the inhibitory readout as a magnitude", () => {
    expect(readSample(readoutSource(base, network, "E"), at)).toBe(1);
    expect(readSample(readoutSource(base, network, "I"), at)).toBe(2);
  });

  it("find a neuron's voltage by its column", () => {
    expect(value(voltageSource(recorded, 0))).toBe(0.2);
    expect(voltageSource(recorded, 7)).toBeNull();
  });

  it("part currents into input, E, I and their sum", () => {
    const read = (part: "input" | "E" | "I" | "sum") =>
      value(currentSource(recorded, network, { neuron: 1, part }));
    expect(read("input")).toBe(4001);
    expect(read("E")).toBe(E === 0 ? 20 : -300);
    expect(read("I")).toBe(I === 1 ? -300 : 20);
    expect(read("sum")).toBe(3721);
    expect(currentSource(recorded, network, { neuron: 0, part: "sum" })).toBeNull();
  });

  it("find extremes inside a stretch of time alone", () => {
    const source = inputSource(handTraces({ time: [0, 1, 2, 3], input: [9, -1, 2, -9] }), 0);
    expect(extentOf(source, { from: 0.5, to: 2.5 })).toEqual([-1, 2]);
    expect(extentOf(source, { from: 5, to: 6 })).toBeNull();
  });
});
