import { findNeuron } from "../ei/drive.ts";
import type { Crossing, EINetwork } from "../ei/types.ts";

/** Barrier shift of a walk that is looked at in steps, -zeta(1/2) / sqrt(2 pi) standard deviations of a step. */
const BARRIER_SHIFT = 0.5826;

/**
 * Steps that the answer to a crossing is late: it is found half a step late on average, and the E spike and the I spike
 * that follows it take a step each.
 */
const LATE_STEPS = 2.5;

/** Where a noisy clock works, and with what. */
export interface NoisyStep {
  readonly ei: EINetwork;
  readonly crossing: Crossing;
  /** Clock step in tau. */
  readonly dt: number;
  /** Stationary standard deviation of the voltage noise, one a population. */
  readonly sigma: { readonly E: number; readonly I: number };
}

/**
 * How far the rates of a clock that looks at noisy voltages once a step may be off, relative and unsigned. Voltages
 * that cross and come back within a step are missed: as if thresholds were higher by 0.5826 sigma sqrt(2 dt) (Broadie,
 * Glasserman & Kou 1997), which moves the crossing; and every answer is 2.5 steps late, while the readouts leak. An
 * upper estimate: simulations of E-I networks with 2 to 24 neurons at dt = 0.0025 to 0.02 show 0.5 to 1 times as much.
 *
 * @returns 0 without noise; Infinity when the two lines are parallel.
 */
export function noisyStepBias({ ei, crossing, dt, sigma }: NoisyStep): number {
  if (sigma.E === 0 && sigma.I === 0) return 0;
  const excitatory = findNeuron(ei, crossing.excitatory);
  const inhibitory = findNeuron(ei, crossing.inhibitory);
  if (excitatory === null || inhibitory === null) return 0;
  const raisedE = BARRIER_SHIFT * sigma.E * Math.sqrt(2 * dt);
  const raisedI = BARRIER_SHIFT * sigma.I * Math.sqrt(2 * dt);
  // readE yE - readI |yI| = T - F x on both lines; thresholds move by `raised`, the crossing by this much.
  const determinant = inhibitory.readE * excitatory.readI - excitatory.readE * inhibitory.readI;
  const movedE = (excitatory.readI * raisedI - inhibitory.readI * raisedE) / determinant;
  const movedI = (excitatory.readE * raisedI - inhibitory.readE * raisedE) / determinant;
  const moved = Math.max(share(movedE, crossing.yE), share(movedI, crossing.yI));
  return moved + LATE_STEPS * dt;
}

/** A readout of nothing has no rate that could be off. */
function share(moved: number, whole: number): number {
  if (whole <= 0) return 0;
  return Number.isFinite(moved) ? Math.abs(moved) / whole : Number.POSITIVE_INFINITY;
}
