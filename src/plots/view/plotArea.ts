import { estimateTextWidth } from "../textWidth.ts";
import type { Theme } from "../theme.ts";
import type { Rect } from "./view.ts";

/** Space kept free around a plot area; CSS pixels. */
export interface Margins {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Shortest plot area that is still a picture; px. */
const LEAST = 24;
/** Widest tick label that the left margin is made for. */
const WIDEST_TICK = "−00.0";

/** Margins for axes with tick labels and names in words: equal in every panel, so that plot areas align. */
export function axisMargins(theme: Theme): Margins {
  const { tick, label } = theme.sizes;
  const { scale } = theme;
  return {
    left: estimateTextWidth(WIDEST_TICK, tick) + 1.6 * label + 10 * scale,
    right: 14 * scale,
    top: 12 * scale,
    bottom: 1.2 * tick + 1.7 * label + 10 * scale,
  };
}

/** Space for an axis with numbers and a symbol on the right; CSS pixels. */
export function rightAxisMargin({ sizes, scale }: Theme): number {
  return estimateTextWidth(WIDEST_TICK.slice(1), sizes.tick) + 1.8 * sizes.label + 10 * scale;
}

/** What {@link plotArea} needs: the panel's size in CSS pixels. */
export interface PlotAreaOptions {
  readonly width: number;
  readonly height: number;
  readonly theme: Theme;
  /** Margins that differ from {@link axisMargins}. */
  readonly margins?: Partial<Margins>;
}

/** The plot area of a panel inside its margins; never smaller than a thumbnail. */
export function plotArea({ width, height, theme, margins = {} }: PlotAreaOptions): Rect {
  const { left, right, top, bottom } = { ...axisMargins(theme), ...margins };
  return {
    x: left,
    y: top,
    width: Math.max(LEAST, width - left - right),
    height: Math.max(LEAST, height - top - bottom),
  };
}
