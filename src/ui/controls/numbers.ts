import type { Parameter } from "#document";

/** What a slider and a number field need to know of a quantity; a parameter of the table is one. */
export type NumberRules = Pick<
  Parameter,
  "label" | "unit" | "min" | "max" | "sliderMin" | "sliderMax" | "step" | "keyStep"
>;

/** Decimals that a quantum needs, e.g. 2 for 0.05; at most 6. */
export function decimalsOf(step: number): number {
  for (let digits = 0; digits < 6; digits += 1) {
    const scaled = step * 10 ** digits;
    if (Math.abs(scaled - Math.round(scaled)) < 1e-9) return digits;
  }
  return 6;
}

/** Nearest multiple of the step, without binary dust: 0.30000000000000004 becomes 0.3. */
export function quantise(value: number, step: number): number {
  const digits = decimalsOf(step);
  return Number((Math.round(value / step) * step).toFixed(digits));
}

export function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}

/** A number for people: the parameter's decimals, a true minus sign, no negative zero. */
export function formatNumber(value: number, digits: number): string {
  const text = value.toFixed(digits);
  if (Number(text) === 0) return (0).toFixed(digits);
  return text.replace("-", "−");
}

/**
 * A value for people. A typed value finer than the quantum keeps up to two more decimals, so that
 * the field never hides what was entered.
 */
export function formatValue(value: number, rules: Pick<NumberRules, "step">): string {
  const digits = decimalsOf(rules.step);
  const fine = Number(value.toFixed(digits)) !== Number(value.toFixed(digits + 2));
  return formatNumber(value, fine ? digits + 2 : digits);
}

/** A bound for a sentence: as few digits as it needs. */
function formatBound(value: number): string {
  return value.toLocaleString("en", { maximumFractionDigits: 6 }).replace("-", "−");
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

type Typed =
  | { readonly ok: true; readonly value: number }
  | { readonly ok: false; readonly message: string };

/** Read what was typed; a refusal is one sentence that names the field, the text and the range. */
export function parseTyped(text: string, rules: NumberRules): Typed {
  const { label, min, max } = rules;
  const range = `from ${formatBound(min)} to ${formatBound(max)}`;
  const trimmed = text.trim();
  if (trimmed === "") {
    return { ok: false, message: `The ${label} is empty; type a number ${range}.` };
  }
  const plain = trimmed.replace("−", "-").replace(",", ".");
  if (!NUMBER.test(plain)) {
    const sentence = `The ${label} “${shorten(trimmed)}” is not a number; type one ${range}.`;
    return { ok: false, message: sentence };
  }
  const value = Number(plain);
  if (value < min || value > max) {
    const sentence = `The ${label} ${shorten(trimmed)} is out of range; type a number ${range}.`;
    return { ok: false, message: sentence };
  }
  return { ok: true, value };
}

function shorten(text: string): string {
  return text.length > 16 ? `${text.slice(0, 15)}…` : text;
}
