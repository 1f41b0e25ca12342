/** Part of a bin by which a value may lie before its edge: steps times dt round either way. */
export const BIN_ROUNDING = 1e-9;

/**
 * Bin of a value in a range cut into equal bins; the last bin has the range's end.
 *
 * @returns 0..bins-1, or -1 outside the range.
 */
export function binOf(
  value: number,
  { from, to }: { readonly from: number; readonly to: number },
  bins: number,
): number {
  if (value < from || value > to) return -1;
  return Math.min(bins - 1, Math.floor(((value - from) / (to - from)) * bins + BIN_ROUNDING));
}
