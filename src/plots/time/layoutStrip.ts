import type { Theme } from "../theme.ts";
import { axisMargins, rightAxisMargin } from "../view/plotArea.ts";
import type { Rect } from "../view/view.ts";
import { type ReadoutRanges, sharesAxis } from "./readoutRanges.ts";

/** Rows of the time strip, from top to bottom. */
export type StripRowId = "input" | "outputs" | "raster" | "traces";

/** One row's plot area. */
export interface StripRow {
  readonly id: StripRowId;
  readonly rect: Rect;
}

/** Where everything of a time strip is. */
export interface StripLayout {
  /** Rows that fit. */
  readonly rows: readonly StripRow[];
  /** Rows asked for that do not fit. */
  readonly hidden: readonly StripRowId[];
  /** All rows together, the area of the shared time axis. */
  readonly area: Rect;
}

/** What {@link layoutStrip} needs; CSS pixels. */
export interface StripLayoutOptions {
  readonly width: number;
  readonly theme: Theme;
  readonly rows: readonly StripRowId[];
  /** Ranges of the readouts: where they differ, all rows leave room for a second axis on the right. */
  readonly ranges: ReadoutRanges;
}

/** Least height of each row, its share of what is left, and who goes first when room is short (px, unscaled). */
const ROWS: Readonly<
  Record<StripRowId, { readonly least: number; readonly share: number; readonly rank: number }>
> = {
  outputs: { least: 40, share: 3, rank: 0 },
  raster: { least: 28, share: 3, rank: 1 },
  traces: { least: 32, share: 2, rank: 2 },
  input: { least: 18, share: 0.8, rank: 3 },
};
const ORDER: readonly StripRowId[] = ["input", "outputs", "raster", "traces"];
const GAP = 8;

/**
 * Share a strip's height among its rows over one time axis. Each row gets at least its least height; when they do not
 * all fit, the input goes first, then traces, then the raster; readouts always stay.
 *
 * @param height of the whole strip.
 */
export function layoutStrip(
  height: number,
  { width, theme, rows, ranges }: StripLayoutOptions,
): StripLayout {
  const margins = axisMargins(theme);
  const right = sharesAxis(ranges) ? margins.right : rightAxisMargin(theme);
  const gap = GAP * theme.scale;
  const room = Math.max(ROWS.outputs.least * theme.scale, height - margins.top - margins.bottom);
  const kept = keepFitting(rows, room / theme.scale);
  const free = room - leastHeight(kept) * theme.scale;
  const shares = kept.reduce((sum, id) => sum + ROWS[id].share, 0);
  const rect = (y: number, rowHeight: number): Rect => ({
    x: margins.left,
    y,
    width: Math.max(1, width - margins.left - right),
    height: rowHeight,
  });
  let top = margins.top;
  const placed = kept.map((id) => {
    const rowHeight = ROWS[id].least * theme.scale + (free * ROWS[id].share) / shares;
    const row = { id, rect: rect(top, rowHeight) };
    top += rowHeight + gap;
    return row;
  });
  return {
    rows: placed,
    hidden: rows.filter((id) => !kept.includes(id)),
    area: rect(margins.top, top - gap - margins.top),
  };
}

function leastHeight(rows: readonly StripRowId[]): number {
  return rows.reduce((sum, id) => sum + ROWS[id].least, GAP * Math.max(0, rows.length - 1));
}

function keepFitting(rows: readonly StripRowId[], room: number): readonly StripRowId[] {
  let kept = ORDER.filter((id) => id === "outputs" || rows.includes(id));
  while (kept.length > 1 && leastHeight(kept) > room) {
    const last = kept.reduce((a, b) => (ROWS[a].rank > ROWS[b].rank ? a : b));
    kept = kept.filter((id) => id !== last);
  }
  return kept;
}
