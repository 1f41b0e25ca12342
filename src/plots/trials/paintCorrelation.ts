import { paintBottomTicks, paintYName, paintYTicks } from "../painters/axes.ts";
import { parseRichText } from "../richText.ts";
import type { Sink } from "../sink.ts";
import type { Theme } from "../theme.ts";
import { paintRowFrame } from "../time/rowFrame.ts";
import { plotArea } from "../view/plotArea.ts";
import { niceTicks } from "../view/ticks.ts";
import { createView, type View } from "../view/view.ts";
import { paintBottomName, paintEndNames } from "./endNames.ts";
import { binNames, paintBins, topOf } from "./paintBins.ts";
import type { CorrelationPicture } from "./trialsPicture.ts";

const LAG = { words: parseRichText("Lag (*τ*)"), short: parseRichText("*τ*") };
const CHANCE = { words: "Coincidences / chance", short: "/ chance" };
/** Names of pairs are longer than those of single neurons; type sizes. */
const NAME_ROOM = 6.2;

/** Draw how often neurons fire together at each lag; 1 is chance. */
export function paintCorrelation(
  sink: Sink,
  picture: CorrelationPicture & { readonly width: number; readonly height: number },
  theme: Theme,
): void {
  const { width, height, reach, pairs } = picture;
  const rect = plotArea({ width, height, theme, margins: { right: NAME_ROOM * theme.sizes.name } });
  const view = createView({ rect, x: [-reach, reach], y: [0, topOf(pairs, 1.5)] });
  sink.beginGroup("correlograms");
  paintRowFrame(sink, view, theme);
  paintYTicks(sink, { view }, theme);
  paintYName(sink, { rect, name: CHANCE }, theme);
  paintGuides(sink, view, theme);
  paintBins(sink, { view, series: pairs, range: [-reach, reach] }, theme);
  paintEndNames(sink, { rect, names: binNames({ view, series: pairs }) }, theme);
  const { scale } = theme;
  const ticks = niceTicks({ domain: [-reach, reach], length: rect.width, gap: 64 * scale });
  paintBottomTicks(sink, { view, ticks, factor: 1 }, theme);
  paintBottomName(sink, { rect, name: LAG }, theme);
  sink.endGroup();
}

/** Chance, and no lag. */
function paintGuides(sink: Sink, view: View, theme: Theme): void {
  const { rect } = view;
  const { colors, lines, sizes, scale } = theme;
  sink.beginPath();
  sink.moveTo(rect.x, view.screenY(1));
  sink.lineTo(rect.x + rect.width, view.screenY(1));
  sink.moveTo(view.screenX(0), rect.y);
  sink.lineTo(view.screenX(0), rect.y + rect.height);
  sink.stroke({ color: colors.axis, width: lines.thin, dash: [4, 4] });
  sink.text("chance", rect.x + 6 * scale, view.screenY(1) - 3 * scale, {
    color: colors.textMuted,
    sizePx: sizes.tick,
    baseline: "bottom",
    halo: colors.background,
  });
}
