import type { NumericsVerdict } from "./types.ts";

/** What one concern has to say: a verdict of its own, of which the worst one speaks for all. */
export type Finding = NumericsVerdict;

/** A share as a percentage with as many digits as it deserves, e.g. "0.4 %", "17 %". */
export function percent(share: number): string {
  if (!Number.isFinite(share)) return "more than 100 %";
  const value = 100 * share;
  return `${Math.abs(value) < 9.95 ? tidy(value, 1) : tidy(value, 0)} %`;
}

/** A percentage with its sign, e.g. "+1.9 %". */
export function signedPercent(share: number): string {
  const text = percent(share);
  return share > 0 && text !== percent(0) ? `+${text}` : text;
}

/** A number with a true minus sign and no negative zero. */
export function tidy(value: number, digits: number): string {
  const text = value.toFixed(digits);
  return Number(text) === 0 ? (0).toFixed(digits) : text.replace("-", "−");
}
