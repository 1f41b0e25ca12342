import { describe, expect, it } from "vitest";
import { createEngine, type RateSettings, rateStability, type SimulationSpec } from "#engines";
import { createSilentRecorder } from "../../support/silentRecorder.ts";
import {
  createTestNetwork,
  createTestSpec,
  holdAt,
  type TestPopulation,
} from "../../support/simulationSpecs.ts";

const neuron: TestPopulation = {
  type: "inhibitory",
  feedforward: [1],
  encoders: [[1]],
  thresholds: [0],
  decoders: [-1],
};

/** V = T for an input of 1, where the sigmoid is steepest. */
const settled = { kind: "latents", latents: new Float64Array([-1]) } as const;

function rateRun(
  rate: Partial<RateSettings>,
  changes: Partial<SimulationSpec> = {},
): SimulationSpec {
  return createTestSpec(createTestNetwork(neuron), {
    engine: "rate",
    rate: { rule: "latent", beta: [4], tauS: [0.5], integrator: "exponential-euler", ...rate },
    steps: 3001,
    input: holdAt(1),
    ...changes,
  });
}

/** Slope of y' at the fixed point y = S(y) = -1 / (0.5 (1 + exp(-4 (1 + y)))), by bisection. */
function slopeAtRest(): number {
  const target = (y: number): number => -1 / (0.5 * (1 + Math.exp(-4 * (1 + y))));
  let low = -2;
  let high = 0;
  for (let round = 0; round < 60; round += 1) {
    const middle = (low + high) / 2;
    if (target(middle) > middle) low = middle;
    else high = middle;
  }
  const share = -low * 0.5;
  return 1 + (4 * share * (1 - share)) / 0.5;
}

describe("the stability of a rate run", () => {
  it("finds the eigenvalue of the latent Jacobian along the run", () => {
    const { stiffness, product, until } = rateStability(rateRun({}));
    expect(stiffness).toBeGreaterThanOrEqual(slopeAtRest() - 1e-9);
    expect(stiffness).toBeLessThanOrEqual(1 + 4 / 4 / 0.5 + 1e-9);
    expect(product).toBeCloseTo(0.01 * stiffness, 12);
    expect(until).toBeCloseTo(30, 9);
  });

  it("is the same for both rules where D is the latent rule's D / tauS", () => {
    const network = createTestNetwork({ ...neuron, decoders: [-2] });
    const latent = rateStability(rateRun({}, { initial: settled }));
    const reference = rateStability(rateRun({ rule: "reference" }, { network, initial: settled }));
    expect(reference.stiffness).toBeCloseTo(latent.stiffness, 9);
    expect(reference.limit).toBe(2);
  });

  it.each([
    [0.1, "green"],
    [0.5, "amber"],
    [0.9, "red"],
  ] as const)("judges a step of %s as %s", (dt, verdict) => {
    expect(rateStability(rateRun({}, { dt, steps: 200 })).verdict).toBe(verdict);
  });

  it("tells when the Euler scheme of the published rule oscillates by itself", () => {
    const network = createTestNetwork({ ...neuron, decoders: [-2] });
    const swing = (dt: number): number => {
      const engine = createEngine(rateRun({ rule: "reference", beta: [40] }, { network, dt }));
      const silent = createSilentRecorder();
      engine.advance(500, silent);
      const before = engine.state.latents[0] ?? 0;
      engine.advance(1, silent);
      return Math.abs((engine.state.latents[0] ?? 0) - before);
    };
    const verdictAt = (dt: number): string =>
      rateStability(rateRun({ rule: "reference", beta: [40] }, { network, dt })).verdict;
    expect([swing(0.02) < 1e-6, verdictAt(0.02)]).toEqual([true, "green"]);
    expect([swing(0.2) > 0.1, verdictAt(0.2)]).toEqual([true, "red"]);
  });

  it("names a step that is green", () => {
    const { comfortableStep } = rateStability(rateRun({}, { dt: 0.9, steps: 200 }));
    const dt = 0.99 * comfortableStep;
    expect(rateStability(rateRun({}, { dt, steps: 200 })).verdict).toBe("green");
  });

  it("is green for Runge-Kutta, which cuts its steps, until a thousand parts are too few", () => {
    const run = (beta: number): SimulationSpec =>
      rateRun(
        { integrator: "runge-kutta", beta: [beta] },
        { dt: 0.5, steps: 20, initial: settled },
      );
    expect(rateStability(run(400))).toMatchObject({ verdict: "green", limit: 2.5 });
    expect(rateStability(run(1e6)).verdict).toBe("red");
  });

  it("follows a live run for a while", () => {
    const { until, verdict } = rateStability(
      rateRun({}, { steps: Number.POSITIVE_INFINITY, dt: 0.001 }),
    );
    expect(until).toBeGreaterThan(10);
    expect(verdict).toBe("green");
  });

  it("gives up early where every step would be cut into a thousand parts", () => {
    const stiff = rateRun(
      { integrator: "runge-kutta", beta: [1e5] },
      { dt: 0.5, steps: 1_000_000, initial: settled },
    );
    expect(rateStability(stiff).until).toBeLessThan(1000);
  });

  it("is refused for a run that has no rates", () => {
    expect(() => rateStability(rateRun({}, { rate: null }))).toThrow(
      "Only a run of the rate engine",
    );
  });
});
