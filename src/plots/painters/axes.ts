import type { AxisName } from "../axisNames.ts";
import type { Sink, TextContent } from "../sink.ts";
import { estimateTextWidth } from "../textWidth.ts";
import type { Theme } from "../theme.ts";
import { niceTicks, type Ticks } from "../view/ticks.ts";
import type { Rect, View } from "../view/view.ts";

/** What {@link paintAxes} draws; a missing name leaves that axis without one. */
export interface AxesPicture {
  readonly view: View;
  readonly x?: AxisName;
  readonly y?: AxisName;
}

const TICK_LENGTH = 4;
const GAP_X = 64;
const GAP_Y = 40;

/** Choose the words of an axis name when they fit along the axis, else its symbol. */
export function fitName(name: AxisName, length: number, sizePx: number): TextContent {
  return estimateTextWidth(name.words, sizePx) <= length ? name.words : name.short;
}

/** Draw the left and bottom axis of a view with few ticks and names in words and symbol. */
export function paintAxes(sink: Sink, { view, x, y }: AxesPicture, theme: Theme): void {
  const { rect } = view;
  const { colors, lines } = theme;
  const bottom = rect.y + rect.height;
  sink.beginGroup("axes");
  sink.beginPath();
  sink.moveTo(rect.x, rect.y);
  sink.lineTo(rect.x, bottom);
  sink.lineTo(rect.x + rect.width, bottom);
  sink.stroke({ color: colors.axis, width: lines.axis });
  paintXTicks(sink, view, theme);
  paintYTicks(sink, { view }, theme);
  if (x !== undefined) paintXName(sink, { view, name: x }, theme);
  if (y !== undefined) paintYName(sink, { rect, name: y }, theme);
  sink.endGroup();
}

function paintXTicks(sink: Sink, view: View, theme: Theme): void {
  const { rect } = view;
  const ticks = niceTicks({ domain: view.x, length: rect.width, gap: GAP_X * theme.scale });
  paintBottomTicks(sink, { view, ticks, factor: 1 }, theme);
}

/** What {@link paintBottomTicks} draws; `factor` turns the view's unit into the one written. */
export interface BottomTicks {
  readonly view: View;
  /** In the unit written. */
  readonly ticks: Ticks;
  readonly factor: number;
}

/** Draw tick marks and their numbers under a view. */
export function paintBottomTicks(
  sink: Sink,
  { view, ticks, factor }: BottomTicks,
  theme: Theme,
): void {
  const { colors, lines, sizes, scale } = theme;
  const bottom = view.rect.y + view.rect.height;
  sink.beginPath();
  for (const value of ticks.values) {
    const at = view.screenX(value / factor);
    sink.moveTo(at, bottom);
    sink.lineTo(at, bottom + TICK_LENGTH * scale);
  }
  sink.stroke({ color: colors.axis, width: lines.axis });
  for (const value of ticks.values) {
    sink.text(
      ticks.format(value),
      view.screenX(value / factor),
      bottom + (TICK_LENGTH + 3) * scale,
      {
        color: colors.textMuted,
        sizePx: sizes.tick,
        align: "middle",
        baseline: "top",
      },
    );
  }
}

/** How an axis that rises beside a picture looks. */
export interface SideAxis {
  /** Default "left". */
  readonly edge?: "left" | "right";
  /** Colour of its words and numbers; default the theme's. */
  readonly color?: string;
}

/** Draw tick marks and their numbers beside a view; `most` is how many at most, default 6. */
export function paintYTicks(
  sink: Sink,
  {
    view,
    edge = "left",
    color,
    most = 6,
  }: SideAxis & { readonly view: View; readonly most?: number },
  theme: Theme,
): void {
  const { colors, lines, sizes, scale } = theme;
  const { rect } = view;
  const ticks = niceTicks({ domain: view.y, length: rect.height, gap: GAP_Y * scale, most });
  const [start, outward] = edge === "left" ? [rect.x, -scale] : [rect.x + rect.width, scale];
  sink.beginPath();
  for (const value of ticks.values) {
    const at = view.screenY(value);
    sink.moveTo(start, at);
    sink.lineTo(start + TICK_LENGTH * outward, at);
  }
  sink.stroke({ color: colors.axis, width: lines.axis });
  for (const value of ticks.values) {
    sink.text(ticks.format(value), start + (TICK_LENGTH + 3) * outward, view.screenY(value), {
      color: color ?? colors.textMuted,
      sizePx: sizes.tick,
      align: edge === "left" ? "end" : "start",
      baseline: "middle",
    });
  }
}

interface NamedAxis {
  readonly view: View;
  readonly name: AxisName;
}

function paintXName(sink: Sink, { view, name }: NamedAxis, theme: Theme): void {
  const { rect } = view;
  const { colors, sizes, scale } = theme;
  sink.text(
    fitName(name, rect.width, sizes.label),
    rect.x + rect.width / 2,
    rect.y + rect.height + (TICK_LENGTH + 5) * scale + 1.2 * sizes.tick + sizes.label * 0.5,
    { color: colors.text, sizePx: sizes.label, align: "middle", baseline: "middle" },
  );
}

/** Write the name of an axis beside its numbers: words along the axis where they fit, else the symbol upright. */
export function paintYName(
  sink: Sink,
  { rect, name, edge = "left", color }: SideAxis & { readonly rect: Rect; readonly name: AxisName },
  theme: Theme,
): void {
  const { colors, sizes, scale } = theme;
  const tickRoom = (TICK_LENGTH + 6) * scale + estimateTextWidth("00.0", sizes.tick);
  const content = fitName(name, rect.height, sizes.label);
  const isAlong = content !== name.short;
  const away = tickRoom + 0.5 * (isAlong ? sizes.label : estimateTextWidth(content, sizes.label));
  sink.text(
    content,
    edge === "left" ? rect.x - away : rect.x + rect.width + away,
    rect.y + rect.height / 2,
    {
      color: color ?? colors.text,
      sizePx: sizes.label,
      align: "middle",
      baseline: "middle",
      rotate: isAlong ? -90 : 0,
    },
  );
}
