import { describe, expect, it } from "vitest";
import { createTraces } from "#runtime/protocol";
import { nextSpike, previousSpike } from "../../../../src/ui/lab/spikeSearch.ts";
import { handTraces } from "../../../support/traces.ts";

const traces = handTraces({
  time: [0, 10],
  spikes: [
    [1, 0],
    [2, 1],
    [2, 0],
    [5, 1],
  ],
});

describe("the search for spikes", () => {
  it("finds the one after and the one before a time", () => {
    expect(nextSpike(traces, 1.5)).toBe(2);
    expect(previousSpike(traces, 4)).toBe(2);
    expect(nextSpike(traces, -3)).toBe(1);
    expect(previousSpike(traces, 99)).toBe(5);
  });

  it("leaves the spike on which it stands, however it was rounded", () => {
    expect(nextSpike(traces, 2)).toBe(5);
    expect(nextSpike(traces, 2 - 1e-12)).toBe(5);
    expect(previousSpike(traces, 2)).toBe(1);
    expect(previousSpike(traces, 2 + 1e-12)).toBe(1);
  });

  it("finds none beyond the last, before the first or in silence", () => {
    expect(nextSpike(traces, 5)).toBeNull();
    expect(previousSpike(traces, 1)).toBeNull();
    expect(nextSpike(createTraces(), 0)).toBeNull();
    expect(previousSpike(createTraces(), 0)).toBeNull();
  });
});
