import { describe, expect, it } from "vitest";
import { createTraces } from "#runtime/protocol";
import { timeOfInput } from "../../../../src/ui/lab/timeOfInput.ts";
import { handTraces } from "../../../support/traces.ts";

/** Up from 0 to 3 and down again. */
const tent = handTraces({ time: [0, 1, 2, 3, 4, 5, 6], input: [0, 1, 2, 3, 2, 1, 0] });

function timeAt(playhead: number, x: number, traces = tent): number {
  return timeOfInput({ traces, ghost: null, time: playhead, timeRange: [0, 6] }, x);
}

describe("timeOfInput", () => {
  it("is when the input has the value", () => {
    expect(timeAt(0, 2)).toBe(2);
    expect(timeAt(0, 3)).toBe(3);
  });

  it("is the passage nearest to the playhead where there are several", () => {
    expect(timeAt(2.4, 1)).toBe(1);
    expect(timeAt(4.4, 1)).toBe(5);
  });

  it("counts a value that lies between two samples as passed", () => {
    // Between 1 and 2, and again between 4 and 5: the later sample of each pair.
    expect(timeAt(0, 1.5)).toBe(2);
    expect(timeAt(6, 1.5)).toBe(5);
  });

  it("is the nearest approach to a value that the input never has", () => {
    expect(timeAt(0, 9)).toBe(3);
    expect(timeAt(6, -1)).toBe(6);
    expect(timeAt(0, -1)).toBe(0);
  });

  it("stays at the playhead where a constant input holds the value, and before anything was recorded", () => {
    const flat = handTraces({ time: [0, 1, 2], input: [4, 4, 4] });
    expect(timeAt(1, 4, flat)).toBe(1);
    expect(timeAt(1, 7, flat)).toBe(1);
    expect(timeAt(2.5, 1, createTraces())).toBe(2.5);
  });
});
