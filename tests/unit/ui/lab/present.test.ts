import { describe, expect, it } from "vitest";
import { createTraces } from "#runtime/protocol";
import { inputAt, sampleAt } from "../../../../src/ui/lab/present.ts";
import { handTraces } from "../../../support/traces.ts";
import { view } from "../../../support/workspaces.ts";

// Every hundredth step alone was kept: a time is no index.
const traces = handTraces({ time: [0, 1, 2, 3], input: [10, 11, 12, 13] });

describe("sampleAt", () => {
  it("is the last sample at or before a time", () => {
    // The valid part begins at index 1.
    expect([0, 0.99, 1, 2.5, 3, 99].map((time) => sampleAt(traces, time))).toEqual([
      1, 1, 2, 3, 4, 4,
    ]);
  });

  it("is -1 before the first sample and without any", () => {
    expect(sampleAt(traces, -0.01)).toBe(-1);
    expect(sampleAt(createTraces(), 1)).toBe(-1);
  });
});

describe("inputAt", () => {
  it("is what was recorded at the playhead of a protocol run", () => {
    expect([0, 1.5, 3, 50].map((time) => inputAt(view, traces, time))).toEqual([10, 11, 13, 13]);
  });

  it("is the first recorded one before the first sample", () => {
    expect(inputAt(view, traces, -2)).toBe(10);
  });

  it("is 0 before anything was recorded", () => {
    expect(inputAt(view, createTraces(), 1)).toBe(0);
  });

  it("is what the hand holds in a live run", () => {
    expect(inputAt({ ...view, mode: "live", liveInput: [0.25, 9] }, traces, 1)).toBe(0.25);
    expect(inputAt({ ...view, mode: "live", liveInput: [] }, traces, 1)).toBe(0);
  });

  it("is the first of several inputs", () => {
    const twice = { ...traces, inputs: 2, input: Float64Array.of(0, 0, 5, 6, 7, 8, 9, 10, 11, 12) };
    expect(inputAt(view, twice, 1)).toBe(7);
  });
});
