import type { Rect } from "#plots";
import type { PanelSize } from "./useCanvas.ts";

/** The strip left of a plot area, where its vertical axis is written. */
export function leftOfPlot({ x, y, height }: Rect): Rect {
  return { x: 0, y, width: x, height };
}

/** The strip below a plot area, where its horizontal axis is written. */
export function belowPlot({ x, y, width, height }: Rect, size: PanelSize): Rect {
  const top = y + height;
  return { x, y: top, width, height: Math.max(0, size.height - top) };
}

/** The corner left of a horizontal axis, beside its first number. */
export function cornerOf({ x, y, height }: Rect): Rect {
  return { x: 0, y: y + height, width: x, height: 28 };
}
