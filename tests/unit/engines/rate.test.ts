import { describe, expect, it } from "vitest";
import { createEngine, type InitialState, type RateSettings, type SimulationSpec } from "#engines";
import { recordRun } from "../../support/recordRun.ts";
import { createSilentRecorder } from "../../support/silentRecorder.ts";
import {
  createTestNetwork,
  createTestSpec,
  holdAt,
  type TestPopulation,
} from "../../support/simulationSpecs.ts";

const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));
const BETA = 6;
const TAU_S = 0.5;

const population = (decoder: number): TestPopulation => ({
  type: "inhibitory",
  feedforward: [1, 0.5],
  encoders: [[1], [0.8]],
  thresholds: [0.5, 0.2],
  decoders: [decoder, decoder],
});
const settings = (rule: RateSettings["rule"]): RateSettings => ({
  rule,
  beta: [BETA],
  tauS: [TAU_S],
  integrator: "runge-kutta",
});

/** A run whose reference and latent rules share their steady state. */
function createRun(
  rule: RateSettings["rule"],
  changes: Partial<SimulationSpec> = {},
): SimulationSpec {
  const decoder = rule === "reference" ? -0.6 / TAU_S : -0.6;
  return createTestSpec(createTestNetwork(population(decoder)), {
    engine: "rate",
    rate: settings(rule),
    steps: 2001,
    input: holdAt(2),
    ...changes,
  });
}

const lastLatent = (spec: SimulationSpec): number => recordRun(spec).latents.at(-1) ?? 0;

/** D / tau_s times the sum of both sigmoids at latent y and input 2. */
const decoded = (y: number): number =>
  (-0.6 / TAU_S) * (sigmoid(BETA * (2 + y - 0.5)) + sigmoid(BETA * (1 + 0.8 * y - 0.2)));

describe.each(["reference", "latent"] as const)("the %s rate rule", (rule) => {
  it("settles where y = D r", () => {
    const y = lastLatent(createRun(rule));
    expect(y).toBeLessThan(-0.5);
    expect(y).toBeCloseTo(decoded(y), 8);
  });

  it("reports the voltages and rates that make the readout", () => {
    const engine = createEngine(createRun(rule));
    engine.advance(2000, createSilentRecorder());
    const { voltages, rates, latents } = engine.state;
    const y = latents[0] ?? 0;
    const scale = rule === "reference" ? 1 : TAU_S;
    expect(voltages[0]).toBeCloseTo(2 + y + 1 - 0.5, 8);
    expect(rates[0]).toBeCloseTo(sigmoid(BETA * (1.5 + y)) / scale, 8);
  });

  it("adds injected currents to the drive", () => {
    const pulse = { neurons: new Uint32Array([0, 1]), from: 0, to: 9999, amplitude: 1 };
    const network = createTestNetwork({ ...population(-0.6), feedforward: [1, 1] });
    const shared = { network, input: holdAt(1) };
    const injected = lastLatent(createRun(rule, { ...shared, currents: [pulse] }));
    const driven = lastLatent(createRun(rule, { ...shared, input: holdAt(2) }));
    expect(injected).toBeCloseTo(driven, 12);
  });

  it("starts from given rates", () => {
    const initial: InitialState = { kind: "rates", rates: new Float64Array([0.25, 0.5]) };
    const { latents } = recordRun(createRun(rule, { initial, steps: 1 }));
    expect(latents[0]).toBeCloseTo((-0.6 / TAU_S) * 0.75, 12);
  });

  it("starts from given latents", () => {
    const initial: InitialState = { kind: "latents", latents: new Float64Array([-0.7]) };
    const spec = createRun(rule, { initial, steps: 1 });
    const run = recordRun(spec, { everySteps: 1, voltages: [0], currents: [] });
    expect(run.latents[0]).toBe(-0.7);
    expect(run.voltages[0]).toBeCloseTo(2 - 0.7 + 1 - 0.5, 12);
  });

  it("obeys a hand that holds input, current and network", () => {
    const engine = createEngine(createRun(rule, { steps: Number.POSITIVE_INFINITY }));
    const settle = (): number => {
      engine.advance(2000, createSilentRecorder());
      return engine.state.latents[0] ?? 0;
    };
    const before = settle();
    engine.holdInput(new Float64Array([1.5]));
    const lower = settle();
    engine.holdCurrent(new Float64Array([0.5, 0.5]));
    const lifted = settle();
    engine.retune(createTestNetwork(population(-0.1)));
    const weaker = settle();
    expect(lower).toBeGreaterThan(before);
    expect(lifted).toBeLessThan(lower);
    expect(weaker).toBeGreaterThan(lifted);
    expect(() =>
      engine.retune(createTestNetwork({ ...population(-1), type: "unconstrained" })),
    ).toThrow("A running network can change its numbers");
  });
});

describe("the reference rate rule", () => {
  it("takes its first steps as published: Euler on the voltage, x of the step before", () => {
    const run = recordRun(
      createRun("reference", {
        steps: 3,
        dt: 0.1,
        input: { kind: "samples", values: new Float64Array([2, 7, 7]) },
      }),
      { everySteps: 1, voltages: [0], currents: [] },
    );
    const first = [0.1 * 2, 0.1 * 1];
    const y =
      (-0.6 / TAU_S) *
      (sigmoid(BETA * ((first[0] ?? 0) - 0.5)) + sigmoid(BETA * ((first[1] ?? 0) - 0.2)));
    expect(run.latents[0]).toBe(0);
    expect(run.voltages[1]).toBeCloseTo(0.2 + 0.5, 12);
    expect(run.latents[1]).toBeCloseTo(y, 12);
    expect(run.voltages[2]).toBeCloseTo(0.2 + 0.1 * (-0.2 + 7 + y) + 0.5, 12);
  });

  it("starts from given voltages", () => {
    const initial: InitialState = {
      kind: "voltages",
      voltages: new Float64Array([1, 0.5]),
      latents: new Float64Array(1),
    };
    const { latents } = recordRun(createRun("reference", { initial, steps: 1 }));
    expect(latents[0]).toBeCloseTo((-0.6 / TAU_S) * (0.5 + sigmoid(-0.5 * BETA)), 12);
  });

  it("lets voltages follow a change of the network at once", () => {
    const engine = createEngine(createRun("reference"));
    engine.advance(2000, createSilentRecorder());
    const before = engine.state.voltages[0] ?? 0;
    engine.retune(
      createTestNetwork({ ...population(-1.2), feedforward: [1.5, 0.5], thresholds: [0.3, 0.2] }),
    );
    expect(engine.state.voltages[0]).toBeCloseTo(before + 0.5 * 2 + 0.2, 12);
  });
});

describe("the latent rate rule", () => {
  const errorAt = (dt: number): number => {
    const input: SimulationSpec["input"] = {
      kind: "sine",
      offset: new Float64Array([1]),
      amplitude: new Float64Array([1]),
      period: 3,
      phase: 0,
    };
    const value = (h: number): number =>
      lastLatent(createRun("latent", { dt: h, steps: Math.round(2 / h) + 1, input }));
    return Math.abs(value(dt) - value(0.001));
  };

  it("errs with the fourth power of dt", () => {
    const ratio = errorAt(0.04) / errorAt(0.02);
    expect(ratio).toBeGreaterThan(8);
    expect(ratio).toBeLessThan(40);
    expect(errorAt(0.02)).toBeLessThan(1e-5);
  });

  it("stays on the boundary when the sigmoid is so steep that one step would overshoot", () => {
    const spec = createRun("latent", {
      dt: 0.05,
      steps: 201,
      input: holdAt(1),
      rate: { rule: "latent", beta: [3000], tauS: [TAU_S], integrator: "runge-kutta" },
    });
    const { latents } = recordRun(spec);
    const late = latents.subarray(150);
    expect(late[0]).toBeCloseTo(-0.5, 3);
    expect(Math.max(...late) - Math.min(...late)).toBeLessThan(1e-6);
  });

  it("reads a sampled course along straight lines inside a step", () => {
    const values = Float64Array.from({ length: 201 }, (_, step) => 0.01 * step);
    const input: SimulationSpec["input"] = {
      kind: "piecewise-linear",
      times: new Float64Array([0, 2]),
      values: new Float64Array([0, 2]),
    };
    const sampled = createRun("latent", { steps: 201, input: { kind: "samples", values } });
    expect(lastLatent(sampled)).toBeCloseTo(
      lastLatent(createRun("latent", { steps: 201, input })),
      12,
    );
  });

  it("crosses jumps of the input at their times, though it looks ahead and back", () => {
    const input: SimulationSpec["input"] = {
      kind: "piecewise-linear",
      times: new Float64Array([0.5, 0.5, 1, 1]),
      values: new Float64Array([0, 1, 1, 3]),
    };
    const { latents, input: x } = recordRun(createRun("latent", { steps: 151, input }));
    const silent = recordRun(createRun("latent", { steps: 151, input: holdAt(0) })).latents;
    expect([49, 50, 99, 100].map((step) => x[step])).toEqual([0, 1, 1, 3]);
    expect(latents.subarray(0, 50)).toEqual(silent.subarray(0, 50));
    expect(latents[60]).not.toBe(silent[60]);
  });
});
