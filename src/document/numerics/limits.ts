import type { NumericsState } from "./types.ts";

/** Where green ends and where red begins; a value at `red` is still amber. */
interface Limits {
  readonly amber: number;
  readonly red: number;
}

/** Relative difference of rates: a few per cent are what a spike count of some hundreds has by chance. */
export const RATE_LIMITS: Limits = { amber: 0.02, red: 0.1 };
/** Difference of mean readouts in jumps of one spike: what a readout cannot follow any better. */
export const JUMP_LIMITS: Limits = { amber: 1, red: 3 };
/**
 * Step times largest |eigenvalue|: where the scheme of each rule becomes unstable, forward Euler at 2 and Runge-Kutta
 * of order 4 at 2.5 whatever the direction of the eigenvalue.
 */
export const STIFFNESS_LIMITS: Readonly<Record<"reference" | "latent", Limits>> = {
  reference: { amber: 1, red: 2 },
  latent: { amber: 1, red: 2.5 },
};

/** State of a value that is better the smaller it is; one that is no number is red. */
export function gradeBy({ amber, red }: Limits, value: number): NumericsState {
  if (value < amber) return "green";
  return value <= red ? "amber" : "red";
}

const ORDER: readonly NumericsState[] = ["green", "amber", "red"];

/** The worst of several states; green of none. */
export function worstOf(states: readonly NumericsState[]): NumericsState {
  return ORDER.findLast((state) => states.includes(state)) ?? "green";
}
