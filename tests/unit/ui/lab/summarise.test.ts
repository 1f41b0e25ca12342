import { describe, expect, it } from "vitest";
import { createTraces } from "#runtime/protocol";
import { deriveGeometry, type Geometry } from "../../../../src/ui/lab/geometry.ts";
import { type Reading, summarise } from "../../../../src/ui/lab/summarise.ts";
import { eiDocument } from "../../../support/documents.ts";
import { handTraces } from "../../../support/traces.ts";

const document = eiDocument();

function geometryOf(experiment: typeof document): Geometry {
  const derived = deriveGeometry(experiment, { x: [0, 1], E: [0, 6], I: [0, 8] });
  if (!derived.ok) throw new Error(derived.message);
  return derived.geometry;
}

/** At x = 1 the boundaries cross at yE = 3.6, |yI| = 5 (E line yI = yE + 1.4, I line yI = 1.5 yE - 0.4). */
const traces = handTraces({
  time: [0, 1, 2, 3],
  input: [1, 1, 1, 1],
  latents: [
    [90, -90],
    [3.6 + 3, -5],
    [3.6 - 4, -5 - 1],
    [3.6, -5 + 1],
  ],
  spikes: [
    [0.5, 0],
    [1, 0],
    [1.5, 1],
    [2, 0],
    [2, 2],
    [2.5, 0],
    [2.75, 4],
    [9, 4],
  ],
});

function summary(change: Partial<Reading> = {}) {
  return summarise({
    experiment: document,
    geometry: geometryOf(document),
    traces,
    time: 2.2,
    window: { from: 1, to: 3 },
    input: 1,
    ...change,
  });
}

describe("summarise", () => {
  it("gives input and readouts at the playhead, as magnitudes", () => {
    expect(summary().input).toEqual([1]);
    expect(summary().latents).toEqual({ E: 0.3999999999999999, I: 6 });
    expect(summary({ time: -1 }).latents).toEqual({ E: 90, I: 90 });
  });

  it("counts spikes per tau and neuron in the window, ends included", () => {
    const [E, I] = summary().populations;
    // Four E spikes at 1, 1.5, 2 and 2.5, two I spikes at 2 and 2.75.
    expect(E).toMatchObject({ id: "E", spikesPerTau: 2, meanRate: 1 });
    expect(I).toMatchObject({ id: "I", spikesPerTau: 1 });
    expect(I?.meanRate).toBeCloseTo(1 / 3, 12);
  });

  it("counts the spikes of one neuron", () => {
    const { spikeCount } = summary();
    expect(spikeCount({ population: "E", index: 0 })).toBe(3);
    expect(spikeCount({ population: "I", index: 2 })).toBe(1);
    expect(spikeCount({ population: "I", index: 3 })).toBe(0);
  });

  it("averages the irregularity over neurons with two intervals, and is silent without any", () => {
    const [E, I] = summary().populations;
    // Spikes of E 1 at 1, 2 and 2.5: intervals 1 and 0.5, SD 0.25 over mean 0.75.
    expect(E?.intervalCv).toBeCloseTo(1 / 3, 12);
    expect(I?.intervalCv).toBeNull();
  });

  it("measures how far each readout is from the crossing, root mean square over the window", () => {
    const [E, I] = summary().populations;
    expect(E?.readoutError).toBeCloseTo(Math.sqrt((9 + 16 + 0) / 3), 10);
    expect(I?.readoutError).toBeCloseTo(Math.sqrt((0 + 1 + 1) / 3), 10);
  });

  it("knows no error where there is no crossing or no sample", () => {
    const { network } = document;
    if (network.kind !== "explicit") throw new Error("The test needs explicit neurons.");
    // Lines of one slope never cross.
    const parallel = {
      ...document,
      network: {
        ...network,
        populations: network.populations.map((each) => ({
          ...each,
          encoders: { E: each.thresholds.map(() => 1), I: each.thresholds.map(() => 1) },
        })),
      },
    };
    const apart = summary({ experiment: parallel, geometry: geometryOf(parallel) });
    expect(apart.crossings).toEqual([]);
    expect(apart.populations.map(({ readoutError }) => readoutError)).toEqual([null, null]);
    const outside = summary({ window: { from: 50, to: 60 } });
    expect(outside.populations.map(({ readoutError }) => readoutError)).toEqual([null, null]);
  });

  it("gives the crossings at the input with their slopes in words", () => {
    const [crossing, ...others] = summary().crossings;
    expect(others).toEqual([]);
    expect(crossing?.excitatory).toBeCloseTo(3.6, 12);
    expect(crossing?.inhibitory).toBeCloseTo(5, 12);
    expect(crossing?.stable).toBe(true);
    expect(crossing?.words).toContain("1.50");
  });

  it("is all zero in a window without length and before the first sample", () => {
    const instant = summary({ window: { from: 2, to: 2 } });
    expect(instant.populations.map(({ spikesPerTau }) => spikesPerTau)).toEqual([0, 0]);
    const empty = summary({ traces: createTraces() });
    expect(empty.latents).toEqual({ E: 0, I: 0 });
    expect(empty.populations.map(({ meanRate }) => meanRate)).toEqual([0, 0]);
  });
});
