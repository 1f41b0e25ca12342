import type { NumericsState } from "./types.ts";

/** Where green ends and where amber ends, both included. */
interface Limits {
  readonly amber: number;
  readonly red: number;
}

/** Relative difference of rates: a few per cent are what a spike count of some hundreds has by chance. */
export const RATE_LIMITS: Limits = { amber: 0.03, red: 0.1 };
/** Relative difference of spike counts where the readouts agree; never a reason for red. */
export const COUNT_LIMITS: Limits = { amber: 0.1, red: Number.POSITIVE_INFINITY };
/** Difference of mean readouts in jumps of one spike: what a readout cannot follow any better. */
export const JUMP_LIMITS: Limits = { amber: 1, red: 3 };
/** Step times largest |eigenvalue| for the Euler scheme: accurate to 0.5, stable to 2. */
export const STIFFNESS_LIMITS: Limits = { amber: 0.5, red: 2 };

/** State of a value that is better the smaller it is; one that is no number is red. */
export function gradeBy({ amber, red }: Limits, value: number): NumericsState {
  if (value <= amber) return "green";
  return value <= red ? "amber" : "red";
}

const ORDER: readonly NumericsState[] = ["green", "amber", "red"];

/** The worst of several states; green of none. */
export function worstOf(states: readonly NumericsState[]): NumericsState {
  return ORDER.findLast((state) => states.includes(state)) ?? "green";
}
