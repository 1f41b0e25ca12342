import type { Side } from "#model";
import type { Interval } from "../view/view.ts";

/** Vertical ranges of yE and |yI| in the time strip. */
export type ReadoutRanges = Readonly<Record<Side, Interval>>;

/** Whether yE and |yI| are drawn on one scale, so that one axis serves both. */
export function sharesAxis({ E, I }: ReadoutRanges): boolean {
  return E[0] === I[0] && E[1] === I[1];
}
