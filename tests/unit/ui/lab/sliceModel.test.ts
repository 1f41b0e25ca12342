import { describe, expect, it } from "vitest";
import { createTraces } from "#runtime/protocol";
import { deriveGeometry, type Geometry } from "../../../../src/ui/lab/geometry.ts";
import {
  createSliceCache,
  isInstantaneous,
  trajectoryOf,
} from "../../../../src/ui/lab/sliceModel.ts";
import { eiDocument } from "../../../support/documents.ts";
import { handTraces } from "../../../support/traces.ts";

const ranges = { x: [0, 1], E: [0, 6], I: [0, 8] } as const;
const document = eiDocument();

function geometryOf(experiment: typeof document): Geometry {
  const derived = deriveGeometry(experiment, ranges);
  if (!derived.ok) throw new Error(derived.message);
  return derived.geometry;
}

const geometry = geometryOf(document);
const wish = { ranges, chosen: [] } as const;

describe("createSliceCache", () => {
  it("computes lines and crossings at an input", () => {
    const model = createSliceCache()(geometry, 1, wish);
    expect(model.x).toBe(1);
    expect([model.lines.E.length, model.lines.I.length]).toEqual([2, 3]);
    expect(model.crossings).toHaveLength(1);
    expect(model.crossings[0]?.yE).toBeCloseTo(3.6, 12);
  });

  it("computes once as long as nothing changes", () => {
    const sliceOf = createSliceCache();
    expect(sliceOf(geometry, 1, wish)).toBe(sliceOf(geometry, 1, wish));
  });

  it("computes again for another input, network or range", () => {
    const sliceOf = createSliceCache();
    const first = sliceOf(geometry, 1, wish);
    const moved = sliceOf(geometry, 0.5, wish);
    expect(moved.crossings[0]?.yE).not.toBe(first.crossings[0]?.yE);
    const wider = sliceOf(geometry, 0.5, {
      ...wish,
      ranges: { ...ranges, E: [0, 9] },
    });
    expect(wider).not.toBe(moved);
    const other = geometryOf({ ...document, network: { ...document.network } });
    expect(sliceOf(other, 0.5, wish)).not.toBe(wider);
  });
});

describe("trajectoryOf", () => {
  const traces = handTraces({ time: [0, 1] });

  it("is the run up to the playhead, in steps where spikes act at once", () => {
    expect(trajectoryOf(traces, geometry, { experiment: document, time: 0.5 })).toEqual({
      traces,
      network: geometry.ei,
      instantaneous: true,
      time: 0.5,
      tail: 2.5,
    });
  });

  it("is null before the first sample and for the run of another kind of network", () => {
    const at = { experiment: document, time: 0 };
    expect(trajectoryOf(createTraces(), geometry, at)).toBeNull();
    expect(trajectoryOf({ ...traces, latentCount: 3 }, geometry, at)).toBeNull();
  });
});

describe("isInstantaneous", () => {
  it("holds for delta synapses alone, and for no rates", () => {
    const { dynamics } = document;
    expect(isInstantaneous(document)).toBe(true);
    const pulse = { ...dynamics, synapse: { kind: "pulse", width: { E: 1, I: 1 } } } as const;
    expect(isInstantaneous({ ...document, dynamics: pulse })).toBe(false);
    expect(isInstantaneous({ ...document, dynamics: { ...dynamics, engine: "rate" } })).toBe(false);
  });
});
