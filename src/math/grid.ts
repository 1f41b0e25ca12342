import { invariant } from "./invariant.ts";

/**
 * Equally spaced points from `from` to `to`, ends included, by numpy's rule: from + k ((to - from) / (count - 1)),
 * the last exactly `to`. One point: `from`.
 *
 * @throws Error when count is not a whole number >= 0.
 */
export function linspace(from: number, to: number, count: number): Float64Array {
  invariant(Number.isInteger(count) && count >= 0, `linspace needs a count >= 0, not ${count}.`);
  const points = new Float64Array(count);
  const step = count > 1 ? (to - from) / (count - 1) : 0;
  for (let k = 0; k < count; k += 1) points[k] = from + k * step;
  if (count > 1) points[count - 1] = to;
  return points;
}

/**
 * The multiple of `step` nearest to `value` (halves away from zero), free of binary dust: quantise(0.3, 0.1) is 0.3.
 *
 * @throws Error when step is not above 0.
 */
export function quantise(value: number, step: number): number {
  invariant(step > 0 && Number.isFinite(step), `A step must be above 0, not ${step}.`);
  // A ratio that misses a half by a rounding error counts as that half.
  const ratio = Math.abs(value) / step;
  const multiple = Math.sign(value) * Math.floor(ratio * (1 + Number.EPSILON) + 0.5);
  const decimals = countDecimals(step);
  if (decimals > 100 || Math.abs(multiple) > Number.MAX_SAFE_INTEGER) return value;
  return Number((multiple * step).toFixed(decimals)) + 0;
}

function countDecimals(step: number): number {
  const [mantissa = "", exponent = "0"] = step.toString().split("e");
  const fraction = mantissa.split(".")[1] ?? "";
  return Math.max(0, fraction.length - Number(exponent));
}
