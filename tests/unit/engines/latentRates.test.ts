import { describe, expect, it } from "vitest";
import { createEngine, type RateIntegrator, type SimulationSpec } from "#engines";
import type { LowRankNetwork } from "#model";
import { integrateNeuronwise } from "../../support/neuronwiseRates.ts";
import { recordRun } from "../../support/recordRun.ts";
import { createSilentRecorder } from "../../support/silentRecorder.ts";
import { createTestNetwork, createTestSpec, holdAt } from "../../support/simulationSpecs.ts";

const TAU_S = 0.5;

const spread = (from: number, to: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => from + ((to - from) * index) / (count - 1));

/** N neurons tangent to y = -x^2 + height, which is -1/2 in figure 10 (Podlaski & Machens 2024). */
function parabola(neurons: number, height = -0.5): LowRankNetwork {
  const tangents = spread(-1, 1, neurons);
  return createTestNetwork({
    type: "inhibitory",
    feedforward: tangents.map((x) => 2 * x),
    encoders: tangents.map(() => [1]),
    thresholds: tangents.map((x) => x * x + height),
    decoders: tangents.map(() => -0.1),
  });
}

/** An E-I network with two curved boundaries. */
function curvedPair(neurons: number): LowRankNetwork {
  const tangents = spread(0, 5, neurons);
  const side = (bend: number, height: number, decoder: number) => ({
    feedforward: tangents.map((y) => 0.1 * y),
    encoders: tangents.map((y): readonly number[] => [2 * bend * y, 1]),
    thresholds: tangents.map((y) => bend * y * y - height),
    decoders: tangents.map(() => decoder),
  });
  return createTestNetwork(
    { type: "excitatory", ...side(0.15, 2.5, 0.2) },
    { type: "inhibitory", ...side(0.24, 1.75, -0.3) },
  );
}

function latentRun(
  network: LowRankNetwork,
  {
    beta,
    integrator,
    ...changes
  }: Partial<SimulationSpec> & { beta: number; integrator: RateIntegrator },
): SimulationSpec {
  return createTestSpec(network, {
    engine: "rate",
    rate: {
      rule: "latent",
      beta: network.populations.map(() => beta),
      tauS: network.populations.map(() => TAU_S),
      integrator,
    },
    ...changes,
  });
}

const lastLatents = (spec: SimulationSpec): readonly number[] => [
  ...recordRun(spec).latents.slice(-spec.network.latents.length),
];

const ramp: SimulationSpec["input"] = {
  kind: "piecewise-linear",
  times: new Float64Array([0, 20]),
  values: new Float64Array([-1, 1]),
};
const rampAt = (time: number): number => -1 + (2 * time) / 20;

describe.each(["runge-kutta", "exponential-euler"] as const)("latent rates by %s", (integrator) => {
  it.each([
    ["one population of rank 1", parabola(50), 50],
    ["an E-I network", curvedPair(12), 4],
  ])("equal the N-dimensional equations to 1e-12: %s", (_, network, beta) => {
    const shared = { dt: 0.01, steps: 2001, beta, integrator };
    const latents = lastLatents(latentRun(network, { ...shared, input: ramp }));
    const expected = integrateNeuronwise({ ...shared, network, tauS: TAU_S, x: rampAt });
    expect(Math.abs(latents[0] ?? 0)).toBeGreaterThan(0.1);
    for (const [latent, value] of latents.entries())
      expect(Math.abs(value - (expected[latent] ?? Number.NaN))).toBeLessThan(1e-12);
  });

  it("equal the N-dimensional equations to 1e-12 under an input that stays, with two latents", () => {
    const network = curvedPair(12);
    const shared = { dt: 0.01, steps: 1001, beta: 4, integrator };
    const latents = lastLatents(latentRun(network, { ...shared, input: holdAt(1) }));
    const expected = integrateNeuronwise({ ...shared, network, tauS: TAU_S, x: () => 1 });
    for (const [latent, value] of latents.entries())
      expect(Math.abs(value - (expected[latent] ?? Number.NaN))).toBeLessThan(1e-12);
  });

  it("stay within 1e-7 of them where one latent under a still input reads its sum from a table", () => {
    const network = parabola(50);
    const shared = { dt: 0.01, steps: 301, beta: 50, integrator };
    const [latent = 0] = lastLatents(latentRun(network, { ...shared, input: holdAt(-0.3) }));
    const [expected = 0] = integrateNeuronwise({ ...shared, network, tauS: TAU_S, x: () => -0.3 });
    expect(latent).not.toBe(expected);
    expect(Math.abs(latent - expected)).toBeLessThan(1e-7);
  });
});

describe("exponential Euler", () => {
  const wave: SimulationSpec["input"] = {
    kind: "sine",
    offset: new Float64Array([0]),
    amplitude: new Float64Array([1]),
    period: 3,
    phase: 0,
  };
  const valueAt = (dt: number, integrator: RateIntegrator): number =>
    lastLatents(
      latentRun(parabola(10), {
        dt,
        steps: Math.round(2 / dt) + 1,
        beta: 6,
        integrator,
        input: wave,
      }),
    )[0] ?? 0;

  it("errs with the first power of dt", () => {
    const exact = valueAt(0.001, "runge-kutta");
    const error = (dt: number): number => Math.abs(valueAt(dt, "exponential-euler") - exact);
    expect(error(0.02) / error(0.01)).toBeGreaterThan(1.8);
    expect(error(0.02) / error(0.01)).toBeLessThan(2.2);
    expect(error(0.01)).toBeGreaterThan(1e-5);
  });

  it("is exact where the rates do not depend on the latents", () => {
    const open = createTestNetwork({
      type: "inhibitory",
      feedforward: [0],
      encoders: [[0]],
      thresholds: [0],
      decoders: [-1],
    });
    const spec = latentRun(open, { dt: 0.5, steps: 5, beta: 3, integrator: "exponential-euler" });
    const [latent] = lastLatents(spec);
    expect(latent).toBeCloseTo((-0.5 / TAU_S) * (1 - Math.exp(-2)), 14);
  });
});

describe("the table of a still sum", () => {
  it("follows a hand that changes the network, the current and the input", () => {
    const network = parabola(50);
    const run = { dt: 0.01, steps: 4001, beta: 50, integrator: "runge-kutta" } as const;
    const engine = createEngine(latentRun(network, { ...run, input: holdAt(0.2) }));
    const settle = (): number => {
      engine.advance(1000, createSilentRecorder());
      return engine.state.latents[0] ?? 0;
    };
    const settledAt = (changes: Partial<SimulationSpec>): number =>
      lastLatents(latentRun(network, { ...run, ...changes }))[0] ?? 0;
    const everybody = new Uint32Array(50).map((_, index) => index);
    expect(settle()).toBeCloseTo(settledAt({ input: holdAt(0.2) }), 7);
    engine.holdInput(new Float64Array([0.6]));
    expect(settle()).toBeCloseTo(settledAt({ input: holdAt(0.6) }), 7);
    engine.holdCurrent(new Float64Array(50).fill(0.1));
    const current = { neurons: everybody, from: 0, to: 99, amplitude: 0.1 };
    expect(settle()).toBeCloseTo(settledAt({ input: holdAt(0.6), currents: [current] }), 7);
    engine.retune(parabola(50, -0.8));
    const [moved = 0] = lastLatents(
      latentRun(parabola(50, -0.8), { ...run, input: holdAt(0.6), currents: [current] }),
    );
    expect(settle()).toBeCloseTo(moved, 7);
  });
});
