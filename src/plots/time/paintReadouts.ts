import type { Side } from "#model";
import { type AxisName, axisNames } from "../axisNames.ts";
import { paintYName, paintYTicks } from "../painters/axes.ts";
import { populationStyle, sideType } from "../populationStyle.ts";
import type { Sink, Stroke } from "../sink.ts";
import type { Theme } from "../theme.ts";
import { readoutSource } from "../traces/sources.ts";
import { traceSeries } from "../traces/traceSeries.ts";
import type { View } from "../view/view.ts";
import { crossingOverTime } from "./crossingOverTime.ts";
import { sharesAxis } from "./readoutRanges.ts";
import { paintRowFrame } from "./rowFrame.ts";
import type { TimeStripPicture } from "./stripPicture.ts";

const NAMES = { E: axisNames.excitatory, I: axisNames.inhibitory } as const;
const SIDES: readonly Side[] = ["E", "I"];
const MOST_TICKS = 3;

/** The strip's picture with the row of the readouts seen in either scale. */
export interface ReadoutsPicture extends TimeStripPicture {
  readonly views: Readonly<Record<Side, View>>;
}

/** Draw yE and |yI| over time against where the boundaries cross at the input of each moment. */
export function paintReadouts(sink: Sink, picture: ReadoutsPicture, theme: Theme): void {
  const { views, traces, network, ghost } = picture;
  const { rect } = views.E;
  sink.beginGroup("readouts");
  paintRowFrame(sink, views.E, theme);
  paintScales(sink, picture, theme);
  sink.pushClip(rect.x, rect.y, rect.width, rect.height);
  if (ghost !== null) paintGhost(sink, { ...picture, ghost }, theme);
  if (traces !== null) {
    for (const side of SIDES) {
      const { color } = populationStyle(theme, sideType(side));
      sink.beginPath();
      traceSeries(sink, views[side], readoutSource(traces, network, side));
      sink.stroke({ color, width: theme.lines.thin, opacity: 0.75 });
    }
    const crossing = crossingOverTime({ ...picture, traces, view: views.E });
    for (const side of SIDES) {
      sink.beginPath();
      crossing.trace(sink, views[side], side);
      sink.stroke(crossingStroke(side, theme));
    }
  }
  sink.popClip();
  sink.endGroup();
}

/** Long dashes for yE, short ones for |yI|. */
function crossingStroke(side: Side, theme: Theme): Stroke {
  const width = 0.8 * theme.lines.bold;
  const { color } = populationStyle(theme, sideType(side));
  return { color, width, dash: side === "E" ? [4 * width, 2 * width] : [1.5 * width, 1.5 * width] };
}

function paintGhost(
  sink: Sink,
  {
    views,
    ghost,
    input,
  }: ReadoutsPicture & { readonly ghost: NonNullable<TimeStripPicture["ghost"]> },
  theme: Theme,
): void {
  const { colors, lines, scale } = theme;
  const crossing = crossingOverTime({ ...ghost, view: views.E, input });
  sink.beginGroup("pinned readouts");
  for (const side of SIDES) {
    sink.beginPath();
    const view = views[side];
    traceSeries(sink, view, readoutSource(ghost.traces, ghost.network, side));
    sink.stroke({ color: colors.ghost, width: lines.faint, opacity: 0.6 });
    sink.beginPath();
    crossing.trace(sink, view, side);
    sink.stroke({ color: colors.ghost, width: lines.medium, dash: [6 * scale, 4 * scale] });
  }
  sink.endGroup();
}

/** Name and number the scale of yE on the left and that of |yI| on the right, or one on the left for both. */
function paintScales(sink: Sink, { views }: ReadoutsPicture, theme: Theme): void {
  const colorOf = (side: Side): string => populationStyle(theme, sideType(side)).textColor;
  const symbolOf = (side: Side): AxisName => ({ ...NAMES[side], words: NAMES[side].short });
  if (sharesAxis({ E: views.E.y, I: views.I.y })) {
    const { rect } = views.E;
    const height = rect.height / 2;
    paintYTicks(sink, { view: views.E, most: MOST_TICKS }, theme);
    const upper = { ...rect, height };
    const lower = { ...upper, y: rect.y + height };
    paintYName(sink, { rect: upper, name: symbolOf("I"), color: colorOf("I") }, theme);
    paintYName(sink, { rect: lower, name: symbolOf("E"), color: colorOf("E") }, theme);
    return;
  }
  paintRightEdge(sink, views.I, theme);
  for (const side of SIDES) {
    const view = views[side];
    const look = { edge: side === "E" ? "left" : "right", color: colorOf(side) } as const;
    paintYTicks(sink, { ...look, view, most: MOST_TICKS }, theme);
    paintYName(sink, { ...look, rect: view.rect, name: NAMES[side] }, theme);
  }
}

function paintRightEdge(sink: Sink, { rect }: View, theme: Theme): void {
  sink.beginPath();
  sink.moveTo(rect.x + rect.width, rect.y);
  sink.lineTo(rect.x + rect.width, rect.y + rect.height);
  sink.stroke({ color: theme.colors.axis, width: theme.lines.axis });
}
