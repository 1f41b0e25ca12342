import { invariant, largestRowSum, spectralRadius } from "#math";
import { addGain } from "#model";
import { SteppedEngine } from "../SteppedEngine.ts";
import type { EngineState, SimulationSpec } from "../types.ts";
import { countParts } from "./countParts.ts";
import { createRateStepper } from "./createRateStepper.ts";
import { sigmoid } from "./sigmoid.ts";

/** Step times largest eigenvalue up to which a scheme is stable, and up to which it is accurate. */
const LIMITS = {
  // Stable to 2.78 on the real axis and to 2.83 on the imaginary one.
  "runge-kutta": { stable: 2.5, accurate: 1 },
  // Both Euler schemes settle without ringing up to 1 and ring for ever at 2.
  "exponential-euler": { stable: 2, accurate: 1 },
} as const;
/** States that are looked at along a run. */
const LOOKS = 500;
/** Neuron updates that the run may take before it is cut short, a step counting as some more of them. */
const EFFORT = 5e6;
const STEP_EFFORT = 20;

/** Whether the steps of a rate run are short enough for its network. */
export interface RateStability {
  /** Largest |eigenvalue| of the latent Jacobian met along the run, per tau. */
  readonly stiffness: number;
  /** Largest product of that eigenvalue and the length of the steps taken there. */
  readonly product: number;
  /** The product up to which the scheme is stable: 2.5 for Runge-Kutta, 2 for the Euler schemes. */
  readonly limit: number;
  /** Green: stable and accurate, the product is at most 1; amber: stable; red: the run may oscillate or blow up by the method alone. */
  readonly verdict: "green" | "amber" | "red";
  /** The longest dt that would be green, tau. */
  readonly comfortableStep: number;
  /** Time up to which the run was followed, tau: its end unless that would take too long. */
  readonly until: number;
}

/**
 * Follow a rate run and judge its step: h times the largest |eigenvalue| of the latent Jacobian
 * -1 + sum_i D_i beta_i r_i (1 - r_i) E_i along the run. Both rules share its eigenvalues, as the voltage equation's
 * others are all -1. Runge-Kutta cuts its steps by itself, so it is red only where 1,000 parts are not enough. An
 * axonal delay is judged as if there were none.
 *
 * @param spec a run of the rate engine; of a live run its first part counts.
 */
export function rateStability(spec: SimulationSpec): RateStability {
  const { rate, network, dt } = spec;
  invariant(rate !== null, "Only a run of the rate engine has a rate stability.");
  const cutsSteps = rate.rule === "latent" && rate.integrator === "runge-kutta";
  const { stable, accurate } = LIMITS[cutsSteps ? "runge-kutta" : "exponential-euler"];
  const effort = network.neurons + STEP_EFFORT;
  const steps = Math.min(spec.steps, Math.ceil(EFFORT / effort) + 1);
  const everySteps = Math.max(1, Math.floor(steps / LOOKS));
  let spent = 0;
  const engine = new SteppedEngine(createRateStepper(spec), { dt, steps });
  const jacobian = createJacobian(spec);
  const worst = { stiffness: 0, product: 0 };
  engine.advance(steps, {
    everySteps,
    hasRoom: () => spent < EFFORT && Number.isFinite(worst.stiffness),
    spike: () => undefined,
    sample: (_, state) => {
      const matrix = jacobian(state);
      const size = network.latents.length;
      const stiffness = spectralRadius(matrix, size);
      const parts = cutsSteps ? countParts(dt * largestRowSum(matrix, size)) : 1;
      spent += parts * everySteps * effort;
      worst.stiffness = greater(worst.stiffness, stiffness);
      worst.product = greater(worst.product, (dt / parts) * stiffness);
    },
  });
  const { stiffness, product } = worst;
  return {
    stiffness,
    product,
    limit: stable,
    verdict: product <= accurate ? "green" : product <= stable ? "amber" : "red",
    comfortableStep: Math.min(1, accurate / stiffness),
    until: engine.step * dt,
  };
}

/** A product that is no number any more is the worst of all. */
function greater(before: number, now: number): number {
  return now <= before ? before : Number.isNaN(now) ? Number.POSITIVE_INFINITY : now;
}

/** The latent Jacobian at a state, K x K, in an array that is used again. */
function createJacobian({ network, rate }: SimulationSpec): (state: EngineState) => Float64Array {
  const width = network.latents.length;
  const matrix = new Float64Array(width * width);
  return ({ voltages }) => {
    matrix.fill(0);
    for (let diagonal = 0; diagonal < matrix.length; diagonal += width + 1) matrix[diagonal] = -1;
    for (let neuron = 0; neuron < network.neurons; neuron += 1) {
      const population = network.populationOf[neuron]!;
      const beta = rate?.beta[population] ?? 0;
      const tauS = rate?.rule === "latent" ? rate.tauS[population]! : 1;
      const share = sigmoid(beta * (voltages[neuron]! - 1));
      addGain({ network, neuron, gain: (beta * share * (1 - share)) / tauS }, matrix);
    }
    return matrix;
  };
}
