import type { Parameter } from "../parameterTypes.ts";
import type { Problem } from "../parse/report.ts";
import { type SweepRange, TRIAL_LIMITS } from "./settings.ts";

/** The values of a sweep in order, or the one sentence that says what is wrong with its range. */
export type SweepValues =
  | { readonly ok: true; readonly values: readonly number[] }
  | { readonly ok: false; readonly problem: Problem };

/** Digits that a value keeps: binary dust is none of the user's business. */
const DIGITS = 12;

/** Spread the points of a sweep between its ends, within what the parameter allows. */
export function sweepValues(range: SweepRange, parameter: Parameter): SweepValues {
  const { from, to, points, spacing } = range;
  const message =
    findBadEnd("starts", from, parameter) ??
    findBadEnd("ends", to, parameter) ??
    findBadShape(range, parameter);
  if (message !== null) return refuse(message);
  const values = Array.from({ length: points }, (_, index) => {
    const share = index / (points - 1);
    const value = spacing === "log" ? from * (to / from) ** share : from * (1 - share) + to * share;
    return isWhole(parameter) ? Math.round(value) : Number(value.toPrecision(DIGITS));
  });
  const different = new Set(values).size;
  if (different === points) return { ok: true, values };
  return refuse(
    `The ${parameter.label} is a whole number, and ${points} points from ${from} to ${to} hit only ${different} different ones; use at most ${Math.abs(to - from) + 1} points.`,
  );
}

function refuse(message: string): SweepValues {
  return { ok: false, problem: { path: "range", message } };
}

/** Whether a parameter counts something. */
function isWhole({ step, min }: Parameter): boolean {
  return Number.isInteger(step) && Number.isInteger(min);
}

function findBadEnd(verb: "starts" | "ends", value: number, parameter: Parameter): string | null {
  const { label, min, max } = parameter;
  if (!(value >= min && value <= max)) {
    return `The sweep of the ${label} ${verb} at ${value}; it must be a number from ${min} to ${max}.`;
  }
  return isWhole(parameter) && !Number.isInteger(value)
    ? `The sweep of the ${label} ${verb} at ${value}; it must be a whole number.`
    : null;
}

function findBadShape(
  { from, to, points, spacing }: SweepRange,
  { label }: Parameter,
): string | null {
  if (from === to) {
    return `The sweep of the ${label} goes from ${from} to ${to}; its two ends must differ.`;
  }
  if (!Number.isInteger(points) || points < 2 || points > TRIAL_LIMITS.points) {
    return `The sweep of the ${label} has ${points} points; it must be a whole number from 2 to ${TRIAL_LIMITS.points}.`;
  }
  if (spacing === "log" && !(from > 0 && to > 0)) {
    return `The sweep of the ${label} goes from ${from} to ${to} by equal factors, which needs both ends above 0; raise the lower end or use equal steps.`;
  }
  return null;
}
