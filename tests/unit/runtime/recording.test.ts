import { describe, expect, it } from "vitest";
import { countSamples, planRecording } from "#runtime/protocol";
import { scriptedSpec } from "../../support/scriptedEngine.ts";

describe("planRecording", () => {
  it.each([
    [1, 1, 1],
    [2, 1, 2],
    [20_000, 20_000, 1],
    [20_001, 20_000, 2],
    [100_001, 20_000, 6],
  ])("keeps a run of %i steps within %i samples with one in %i", (steps, maxSamples, every) => {
    const plan = planRecording(scriptedSpec(steps), { maxSamples });
    expect(plan).toEqual({ everySteps: every, voltages: [], currents: [] });
    expect(countSamples(steps, every)).toBeLessThanOrEqual(maxSamples);
    if (every > 1) expect(countSamples(steps, every - 1)).toBeGreaterThan(maxSamples);
  });

  it("passes on the neurons that are asked for", () => {
    const plan = planRecording(scriptedSpec(10), { maxSamples: 9, voltages: [2], currents: [1] });
    expect(plan).toEqual({ everySteps: 2, voltages: [2], currents: [1] });
  });

  it("plans an endless run by its window", () => {
    const spec = scriptedSpec(Number.POSITIVE_INFINITY);
    expect(planRecording(spec, { maxSamples: 5, window: 10 }).everySteps).toBe(4);
  });

  it("refuses an endless run without a window and a plan of no samples", () => {
    const endless = scriptedSpec(Number.POSITIVE_INFINITY);
    expect(() => planRecording(endless, { maxSamples: 5 })).toThrow(/window/);
    expect(() => planRecording(scriptedSpec(10), { maxSamples: 0 })).toThrow(/1 or more/);
  });
});
