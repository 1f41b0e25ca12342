import type { CrossingLookup, EINetwork, Side } from "#model";
import type { Traces } from "#runtime/protocol";
import { paintYTicks } from "../painters/axes.ts";
import { populationStyle, sideType } from "../populationStyle.ts";
import { parseRichText } from "../richText.ts";
import type { Sink, Stroke } from "../sink.ts";
import type { Theme } from "../theme.ts";
import { readSample, visitColumns } from "../traces/decimate.ts";
import { inputSource, readoutSource } from "../traces/sources.ts";
import { traceSeries } from "../traces/traceSeries.ts";
import type { View } from "../view/view.ts";
import { paintRowFrame } from "./rowFrame.ts";
import type { TimeStripPicture } from "./stripPicture.ts";

const NAMES = { E: parseRichText("*y*^{E}"), I: parseRichText("|*y*^{I}|") } as const;
const SIDES: readonly Side[] = ["E", "I"];

/** Draw yE and |yI| over time against where the boundaries cross at the input of each moment. */
export function paintReadouts(
  sink: Sink,
  picture: TimeStripPicture & { readonly view: View },
  theme: Theme,
): void {
  const { view, traces, network, crossing, ghost } = picture;
  const { rect } = view;
  sink.beginGroup("readouts");
  paintRowFrame(sink, view, theme);
  paintYTicks(sink, view, theme, 3);
  sink.pushClip(rect.x, rect.y, rect.width, rect.height);
  if (ghost !== null) paintGhost(sink, { ...picture, ghost }, theme);
  if (traces !== null) {
    for (const side of SIDES) {
      const { color } = populationStyle(theme, sideType(side));
      sink.beginPath();
      traceSeries(sink, view, readoutSource(traces, network, side));
      sink.stroke({ color, width: theme.lines.thin, opacity: 0.75 });
    }
    for (const side of SIDES) {
      traceCrossing(sink, { view, traces, crossing, side, input: picture.input });
      sink.stroke(crossingStroke(side, theme));
    }
    paintNames(sink, { view, traces, network }, theme);
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

interface CrossingOverTime {
  readonly view: View;
  readonly traces: Traces;
  readonly crossing: CrossingLookup | null;
  readonly side: Side;
  readonly input: number;
}

function traceCrossing(
  sink: Sink,
  { view, traces, crossing, side, input }: CrossingOverTime,
): void {
  sink.beginPath();
  if (crossing === null) return;
  const source = inputSource(traces, input);
  let down = false;
  visitColumns(
    source,
    { from: view.x[0], to: view.x[1], columns: Math.ceil(view.rect.width) },
    (index) => {
      const at = crossing(readSample(source, index));
      if (at !== null) {
        const x = view.screenX(source.time[index] ?? 0);
        const y = view.screenY(side === "E" ? at.yE : at.yI);
        if (down) sink.lineTo(x, y);
        else sink.moveTo(x, y);
      }
      down = at !== null;
    },
  );
}

function paintGhost(
  sink: Sink,
  {
    view,
    ghost,
    input,
  }: TimeStripPicture & {
    readonly view: View;
    readonly ghost: NonNullable<TimeStripPicture["ghost"]>;
  },
  theme: Theme,
): void {
  const { colors, lines, scale } = theme;
  sink.beginGroup("pinned readouts");
  for (const side of SIDES) {
    sink.beginPath();
    traceSeries(sink, view, readoutSource(ghost.traces, ghost.network, side));
    sink.stroke({ color: colors.ghost, width: lines.faint, opacity: 0.6 });
    traceCrossing(sink, { view, traces: ghost.traces, crossing: ghost.crossing, side, input });
    sink.stroke({ color: colors.ghost, width: lines.medium, dash: [6 * scale, 4 * scale] });
  }
  sink.endGroup();
}

interface NamesPicture {
  readonly view: View;
  readonly traces: Traces;
  readonly network: EINetwork;
}

/** Write each readout's symbol at the right end of its curve, apart from the other's. */
function paintNames(sink: Sink, { view, traces, network }: NamesPicture, theme: Theme): void {
  const E = lastHeight(view, traces, { network, side: "E" });
  const I = lastHeight(view, traces, { network, side: "I" });
  if (E === null || I === null) return;
  const room = 1.4 * theme.sizes.name;
  const middle = (E + I) / 2;
  const crowded = Math.abs(E - I) < room;
  const upper = E <= I ? "E" : "I";
  for (const side of SIDES) {
    const wanted = side === "E" ? E : I;
    const y = crowded ? middle + (side === upper ? -room / 2 : room / 2) : wanted;
    sink.text(NAMES[side], view.rect.x + view.rect.width - 6 * theme.scale, y, {
      color: populationStyle(theme, sideType(side)).textColor,
      sizePx: theme.sizes.name,
      weight: 700,
      align: "end",
      baseline: "middle",
      halo: theme.colors.background,
    });
  }
}

/** Where a curve leaves the right edge, kept inside the row; px. */
function lastHeight(
  view: View,
  traces: Traces,
  { network, side }: { readonly network: EINetwork; readonly side: Side },
): number | null {
  const source = readoutSource(traces, network, side);
  let last: number | null = null;
  visitColumns(source, { from: view.x[1], to: view.x[1], columns: 1 }, (index) => {
    last = view.screenY(readSample(source, index));
  });
  if (last === null) return null;
  const { y, height } = view.rect;
  return Math.min(y + height - 10, Math.max(y + 10, last));
}
