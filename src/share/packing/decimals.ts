/** 10^digits, written out so that every browser scales by the very same numbers. */
const POWERS = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000] as const;

/** Digits after the point that are looked for; typed and dragged numbers have fewer. */
export const MOST_DIGITS = 6;

/** Scaled numbers stay below this, so that differences of their differences still fit into 45 bits. */
const LIMIT = 2 ** 42;

/**
 * Find how few digits after the point write all the numbers exactly (and -0 as 0).
 *
 * @returns the digits and the numbers as whole multiples of 10^-digits, or null where there are none (thirds).
 */
export function findDecimals(
  values: readonly number[],
): { readonly digits: number; readonly whole: readonly number[] } | null {
  for (const [digits, power] of POWERS.entries()) {
    // Adding 0 makes 0 of -0: the readers of documents do the same.
    const whole = values.map((value) => Math.round(value * power) + 0);
    const isExact = whole.every(
      (scaled, index) => Math.abs(scaled) < LIMIT && fromDecimal(scaled, digits) === values[index],
    );
    if (isExact) return { digits, whole };
  }
  return null;
}

/** The double nearest to whole * 10^-digits: a quotient, as a product would round twice. */
export function fromDecimal(whole: number, digits: number): number {
  return whole / (POWERS[digits] ?? 1);
}
