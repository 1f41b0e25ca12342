import { describe, expect, it } from "vitest";
import type { RateSettings, SimulationSpec } from "#engines";
import { recordRun } from "../../support/recordRun.ts";
import { createTestNetwork, createTestSpec, holdAt } from "../../support/simulationSpecs.ts";

const network = createTestNetwork({
  type: "inhibitory",
  feedforward: [1],
  encoders: [[1]],
  thresholds: [0],
  decoders: [-1],
});

function delayedRun(
  rate: Partial<RateSettings>,
  changes: Partial<SimulationSpec> = {},
): SimulationSpec {
  return createTestSpec(network, {
    engine: "rate",
    rate: { rule: "latent", beta: [2], tauS: [1], integrator: "runge-kutta", ...rate },
    steps: 301,
    input: holdAt(1),
    delay: [1],
    ...changes,
  });
}

const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));

describe("an axonal delay of rates", () => {
  it("leaves y' = -y - sigma(beta (x + y0)) for as long as it lasts", () => {
    const { latents } = recordRun(delayedRun({}, { steps: 101 }));
    expect(latents[100]).toBeCloseTo(-sigmoid(2) * (1 - Math.exp(-1)), 10);
  });

  it("is heard between steps with the order of Runge-Kutta", () => {
    const at = (dt: number, delay: number): number => {
      const steps = Math.round(3 / dt) + 1;
      return recordRun(delayedRun({}, { dt, steps, delay: [delay] })).latents.at(-1) ?? 0;
    };
    const exact = at(0.005, 0.2);
    const ratio = Math.abs(at(0.1, 0.2) - exact) / Math.abs(at(0.05, 0.2) - exact);
    expect(ratio).toBeGreaterThan(8);
    expect(Math.abs(at(0.05, 0.2) - exact)).toBeLessThan(1e-6);
  });

  it("does not move the state in which the network settles", () => {
    const settled = (delay: number): number =>
      recordRun(delayedRun({}, { steps: 3001, delay: [delay] })).latents.at(-1) ?? 0;
    expect(settled(0.3)).toBeCloseTo(settled(0), 6);
  });

  it("turns strong inhibition into an oscillation", () => {
    const swing = (delay: number): number => {
      const { latents } = recordRun(
        delayedRun({ beta: [30], tauS: [0.4] }, { steps: 3001, delay: [delay] }),
      );
      const late = latents.subarray(2000);
      return Math.max(...late) - Math.min(...late);
    };
    expect(swing(0)).toBeLessThan(1e-6);
    expect(swing(1)).toBeGreaterThan(0.1);
  });

  it("holds the readout of the published rule back by whole steps", () => {
    const { latents } = recordRun(
      delayedRun({ rule: "reference" }, { dt: 0.1, delay: [0.2], steps: 5 }),
    );
    const voltages = [0];
    const y = [0];
    for (let t = 1; t < 5; t += 1) {
      const before = voltages[t - 1] ?? 0;
      const voltage = before + 0.1 * (-before + 1 + (y[t - 3] ?? 0));
      voltages.push(voltage);
      y.push(-sigmoid(2 * voltage));
    }
    for (const [step, value] of y.entries()) expect(latents[step]).toBeCloseTo(value, 14);
  });

  it("below half a step is none", () => {
    const none = recordRun(delayedRun({}, { delay: [0] }));
    expect(recordRun(delayedRun({}, { delay: [0.004] })).latents).toEqual(none.latents);
  });

  it("shows the voltages as they hear the latents", () => {
    const run = recordRun(delayedRun({}), { everySteps: 1, voltages: [0], currents: [] });
    expect(run.voltages[250]).toBeCloseTo(1 + (run.latents[150] ?? 0) + 1, 12);
  });
});
