import type { Side } from "#model";
import { axisNames } from "../axisNames.ts";
import { fitName, paintBottomTicks } from "../painters/axes.ts";
import type { Sink } from "../sink.ts";
import type { Theme } from "../theme.ts";
import { niceTicks } from "../view/ticks.ts";
import { createView, type Rect, type View } from "../view/view.ts";
import type { StripRow } from "./layoutStrip.ts";
import { paintExplosion } from "./paintExplosion.ts";
import { paintInput } from "./paintInput.ts";
import { paintRaster } from "./paintRaster.ts";
import { paintReadouts } from "./paintReadouts.ts";
import { paintTraces } from "./paintTraces.ts";
import type { TimeStripPicture } from "./stripPicture.ts";

/** Milliseconds a tau (Podlaski & Machens 2024: 10 ms in every figure). */
const MS_PER_TAU = 10;

/** Draw the rows of the time strip over their shared axis, with the analysis window and the playhead. */
export function paintTimeStrip(sink: Sink, picture: TimeStripPicture, theme: Theme): void {
  sink.beginGroup("time strip");
  paintWindow(sink, picture, theme);
  for (const row of picture.layout.rows) paintRow(sink, row, { picture, theme });
  paintExplosion(sink, picture, theme);
  paintTimeAxis(sink, picture, theme);
  paintPlayhead(sink, picture, theme);
  sink.endGroup();
}

interface Job {
  readonly picture: TimeStripPicture;
  readonly theme: Theme;
}

function paintRow(sink: Sink, { id, rect }: StripRow, { picture, theme }: Job): void {
  const { time: x, ranges } = picture;
  switch (id) {
    case "input":
      paintInput(sink, { ...picture, view: createView({ rect, x, y: ranges.input }) }, theme);
      return;
    case "outputs":
      paintReadouts(sink, { ...picture, views: readoutViews(rect, picture) }, theme);
      return;
    case "raster":
      paintRaster(sink, { ...picture, view: createView({ rect, x, y: [0, 1] }) }, theme);
      return;
    case "traces":
      paintTraces(sink, { ...picture, rect }, theme);
      return;
  }
}

/** Both readouts share the row and the time axis, each with a range of its own (as figure 5d). */
function readoutViews(rect: Rect, { time: x, ranges }: TimeStripPicture): Record<Side, View> {
  return {
    E: createView({ rect, x, y: ranges.E }),
    I: createView({ rect, x, y: ranges.I }),
  };
}

/** The shared time axis as a view over all rows; its second axis has no meaning. */
export function timeView({ layout, time }: Pick<TimeStripPicture, "layout" | "time">): View {
  return createView({ rect: layout.area, x: time, y: [0, 1] });
}

/** Veil what lies outside the analysis window. */
function paintWindow(sink: Sink, picture: TimeStripPicture, theme: Theme): void {
  const { window, layout } = picture;
  if (window === null) return;
  const view = timeView(picture);
  const { x, y, width, height } = layout.area;
  const clamp = (px: number): number => Math.min(x + width, Math.max(x, px));
  const from = clamp(view.screenX(window[0]));
  const to = clamp(view.screenX(window[1]));
  sink.beginGroup("analysis window");
  sink.beginPath();
  sink.rect(from, y, to - from, height);
  sink.fill({ color: theme.colors.window, opacity: 0.06 });
  sink.endGroup();
}

function paintTimeAxis(sink: Sink, picture: TimeStripPicture, theme: Theme): void {
  const view = timeView(picture);
  const { rect } = view;
  const { sizes, colors, lines, scale } = theme;
  const factor = picture.unit === "ms" ? MS_PER_TAU : 1;
  const bottom = rect.y + rect.height;
  const ticks = niceTicks({
    domain: [picture.time[0] * factor, picture.time[1] * factor],
    length: rect.width,
    gap: 80 * scale,
    most: 10,
  });
  sink.beginGroup("time axis");
  sink.beginPath();
  sink.moveTo(rect.x, bottom);
  sink.lineTo(rect.x + rect.width, bottom);
  sink.stroke({ color: colors.axis, width: lines.axis });
  paintBottomTicks(sink, { view, ticks, factor }, theme);
  const name = picture.unit === "ms" ? axisNames.timeMs : axisNames.timeTau;
  sink.text(
    fitName(name, rect.width, sizes.label),
    rect.x + rect.width / 2,
    bottom + 9 * scale + 1.2 * sizes.tick + 0.5 * sizes.label,
    { color: colors.text, sizePx: sizes.label, align: "middle", baseline: "middle" },
  );
  sink.endGroup();
}

function paintPlayhead(sink: Sink, picture: TimeStripPicture, theme: Theme): void {
  const { time, playhead } = picture;
  if (playhead < time[0] || playhead > time[1]) return;
  const view = timeView(picture);
  const { rect } = view;
  const x = view.screenX(playhead);
  sink.beginGroup("playhead");
  sink.beginPath();
  sink.moveTo(x, rect.y);
  sink.lineTo(x, rect.y + rect.height);
  sink.stroke({ color: theme.colors.focus, width: theme.lines.medium });
  sink.beginPath();
  sink.circle(x, rect.y, theme.lines.marker);
  sink.fill({ color: theme.colors.focus });
  sink.stroke({ color: theme.colors.background, width: 1.5 * theme.scale });
  sink.endGroup();
}
