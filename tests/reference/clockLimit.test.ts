import { describe, expect, it } from "vitest";
import type { SimulationSpec } from "#engines";
import { inhibitoryParabola } from "../support/parabolas.ts";
import { recordRun } from "../support/recordRun.ts";
import { createTestSpec } from "../support/simulationSpecs.ts";

const DURATION = 30;
const PLAN = { everySteps: 1e6, voltages: [], currents: [] };
const network = inhibitoryParabola(50);

/** Spike times while x goes from -1 to 1, begun on the boundary. */
function ramp(changes: Partial<SimulationSpec>): readonly number[] {
  const spec = createTestSpec(network, {
    duration: DURATION,
    input: {
      kind: "piecewise-linear",
      times: new Float64Array([0, DURATION]),
      values: new Float64Array([-1, 1]),
    },
    initial: { kind: "latents", latents: new Float64Array([-1.5]) },
    ...changes,
  });
  return [...recordRun(spec, PLAN).spikeTime];
}

describe("the clock engine on the ramp x = -1..1 over 30 tau", () => {
  const exact = ramp({ engine: "event", dt: 0.01, steps: 3001 });

  it.each(["clamp", "keep"] as const)(
    "has the spikes of the exact engine in the limit dt -> 0 when it overshoots and does %s: the largest error falls with slope 0.9 to 1.1",
    (overshoot) => {
      const largestErrors = [1e-2, 1e-3, 1e-4].map((dt) => {
        const times = ramp({ dt, steps: Math.round(DURATION / dt) + 1, overshoot });
        return Math.max(...times.map((time, index) => Math.abs(time - (exact[index] ?? 0))));
      });
      expect(exact.length).toBe(265);
      for (const [index, error] of largestErrors.slice(1).entries()) {
        const slope = Math.log10((largestErrors[index] ?? 0) / error);
        expect(slope).toBeGreaterThan(0.9);
        expect(slope).toBeLessThan(1.1);
      }
    },
  );
});
