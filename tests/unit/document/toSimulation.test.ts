import { describe, expect, it } from "vitest";
import { type ExperimentDoc, toSimulation } from "#document";
import type { RecordingPlan, SimulationSpec } from "#engines";
import { documentOf, eiDocument } from "../../support/documents.ts";
import { eiFile, type Json, withField } from "../../support/experimentFiles.ts";

function simulationOf(experiment: ExperimentDoc): { spec: SimulationSpec; record: RecordingPlan } {
  const result = toSimulation(experiment);
  if (!result.ok) throw new Error(result.problem.message);
  return result;
}

const specOf = (change: Json = {}): SimulationSpec => simulationOf(eiDocument(change)).spec;

describe("toSimulation", () => {
  it("rounds the number of steps, and never truncates", () => {
    expect(specOf().steps).toBe(1000);
    expect(specOf({ duration: 0.29, dynamics: { engine: "clock", dt: 0.1 } }).steps).toBe(3);
    // 0.3 / 0.1 is a little less than 3 in doubles.
    expect(specOf({ duration: 0.3, dynamics: { engine: "clock", dt: 0.1 } }).steps).toBe(3);
  });

  it("samples latents at the nearest multiple of the step, at least every step", () => {
    const everySteps = (dt: number, latentsEvery: number): number =>
      simulationOf(eiDocument({ dynamics: { engine: "clock", dt }, record: { latentsEvery } }))
        .record.everySteps;
    expect(everySteps(0.01, 0.1)).toBe(10);
    expect(everySteps(0.03, 0.1)).toBe(3);
    expect(everySteps(0.5, 0.1)).toBe(1);
  });

  it("turns currents into network indices and leaves their times alone", () => {
    const { currents } = specOf({
      currents: [
        { population: "I", from: 0.125, to: 0.5, amplitude: 2 },
        { population: "I", from: 0, to: 1, amplitude: -1, neurons: [2] },
      ],
    });
    expect(currents.map(({ neurons, ...rest }) => ({ ...rest, neurons: [...neurons] }))).toEqual([
      { neurons: [2, 3, 4], from: 0.125, to: 0.5, amplitude: 2 },
      { neurons: [4], from: 0, to: 1, amplitude: -1 },
    ]);
  });

  it("lists times and noise in the order of the network's populations", () => {
    const spec = specOf({
      dynamics: {
        engine: "clock",
        dt: 0.01,
        synapse: { kind: "exponential", tau: { I: 2, E: 1 } },
        refractory: { I: 0.2 },
        delay: { E: 0.1 },
        noise: { sigma: { I: 4, E: 3 }, skip: 5 },
      },
    });
    expect(spec.synapse).toEqual({ kind: "exponential", taus: [1, 2] });
    expect([spec.refractory, spec.delay]).toEqual([
      [0, 0.2],
      [0.1, 0],
    ]);
    expect(spec.noise).toEqual({ sigma: [3, 4], generator: "fast", skip: 5, start: "zero" });
    expect(
      specOf({ dynamics: { engine: "clock", dt: 0.01, synapse: { kind: "pulse", width: 1 } } })
        .synapse,
    ).toEqual({
      kind: "pulse",
      widths: [1, 1],
    });
  });

  it("starts what others see of a population where its readout starts", () => {
    const cross = withField(eiFile(), ["network", "populations", 1, "crossDecoders"], {
      E: [-1, -2, -3],
    });
    const initial = { kind: "latents", latents: { I: -5, E: 2 } };
    const { spec } = simulationOf(documentOf({ ...cross, initial }));
    expect(spec.initial).toEqual({ kind: "latents", latents: Float64Array.of(2, -5, -5) });
  });

  it("lays voltages and rates out over the network", () => {
    const voltages = { kind: "voltages", voltages: { I: [1, 2, 3] }, latents: { I: -1 } };
    expect(specOf({ initial: voltages }).initial).toEqual({
      kind: "voltages",
      voltages: Float64Array.of(0, 0, 1, 2, 3),
      latents: Float64Array.of(0, -1),
    });
    const rates = { kind: "rates", rates: { I: [0.1, 0.2, 0.3], E: [0.4, 0.5] } };
    const dynamics = {
      engine: "rate",
      dt: 0.01,
      beta: { E: 1, I: 2 },
      rateRule: "latent",
      tauS: 3,
    };
    const spec = specOf({ initial: rates, dynamics });
    expect(spec.initial).toEqual({
      kind: "rates",
      rates: Float64Array.of(0.4, 0.5, 0.1, 0.2, 0.3),
    });
    expect(spec.rate).toEqual({
      rule: "latent",
      beta: [1, 2],
      tauS: [3, 3],
      integrator: "runge-kutta",
    });
    const euler = { ...dynamics, integrator: "exponential-euler" };
    expect(specOf({ dynamics: euler }).rate?.integrator).toBe("exponential-euler");
    expect(specOf().rate).toBeNull();
  });

  it("flattens every kind of input", () => {
    expect(specOf().input).toEqual({
      kind: "piecewise-linear",
      times: Float64Array.of(0, 5),
      values: Float64Array.of(0, 1),
    });
    const samples = { kind: "samples", values: [[1], [2]] };
    expect(specOf({ input: samples, duration: 0.02 }).input).toEqual({
      kind: "samples",
      values: Float64Array.of(1, 2),
    });
    const sine = { kind: "sine", offset: [1], amplitude: [2], period: 3, phase: 0.25 };
    expect(specOf({ input: sine }).input).toEqual({
      ...sine,
      offset: Float64Array.of(1),
      amplitude: Float64Array.of(2),
    });
  });

  it("records the voltages of the named neurons", () => {
    const { record } = simulationOf(eiDocument({ record: { voltages: { I: [2, 0], E: [1] } } }));
    expect(record.voltages).toEqual([1, 4, 2]);
  });

  it("counts the steps of the bridge engine as those of the clock", () => {
    const spec = specOf({ dynamics: { engine: "bridge", dt: 0.05 } });
    expect([spec.engine, spec.dt, spec.steps]).toEqual(["bridge", 0.05, 200]);
  });

  it.each([
    ["finely enough to draw, and hits every sample time", 0.1, 0.005, 20],
    ["as finely as the samples lie", 0.004, 0.004, 1],
    ["with a whole number of points between odd samples", 0.0125, 0.0125 / 3, 3],
    ["with many points between far samples", 5, 0.005, 1000],
  ])("samples a run without steps %s", (_how, latentsEvery, dt, everySteps) => {
    const { spec, record } = simulationOf(
      eiDocument({ dynamics: { engine: "event" }, record: { latentsEvery } }),
    );
    expect([spec.dt, record.everySteps]).toEqual([dt, everySteps]);
  });

  it.each([
    [10, 2001],
    [0.3, 61],
    [0.3075, 63],
    [0.001, 2],
  ])("reaches the end of a run of %s tau without steps", (duration, steps) => {
    const spec = specOf({ dynamics: { engine: "event" }, duration });
    expect([spec.steps, spec.duration]).toEqual([steps, duration]);
  });

  it("samples a very long run without steps more coarsely, within the limit", () => {
    const { spec, record } = simulationOf(
      eiDocument({ dynamics: { engine: "event" }, duration: 1e9 }),
    );
    expect(spec.steps).toBeLessThanOrEqual(1e7);
    expect((spec.steps - 1) * spec.dt).toBeGreaterThanOrEqual(1e9);
    expect(record.everySteps).toBe(1);
  });

  it("hands on the least gap between spikes", () => {
    expect(specOf({ dynamics: { engine: "event", minGap: 0.25 } }).minGap).toBe(0.25);
  });

  it("hands on why there is no network", () => {
    const good = eiDocument();
    const bad = { ...good, network: { ...good.network, inputs: 2 } };
    expect(toSimulation(bad)).toMatchObject({ ok: false, problem: { path: "network" } });
  });
});
