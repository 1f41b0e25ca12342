import type { StabilityReason } from "./types.ts";

/**
 * Stability of a crossing (Podlaski & Machens 2024, eq. 2.41): stable when the I line is steeper than the E line and
 * the state leaking from the crossing to the origin enters the E neuron's firing side. The origin lies on that side
 * when T - F . x < 0, that is when the line's |yI| at yE = 0 is positive.
 *
 * @param line slopes of both lines and boundE = T - F . x of the E neuron.
 */
export function judgeStability(line: {
  readonly slopeE: number;
  readonly slopeI: number;
  readonly boundE: number;
}): { readonly stable: boolean; readonly reason: StabilityReason } {
  if (!(line.slopeI > line.slopeE)) return { stable: false, reason: "slopes" };
  if (line.boundE >= 0) return { stable: false, reason: "not reached by leak" };
  return { stable: true, reason: "stable" };
}
