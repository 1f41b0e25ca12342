import { bisectLeft, bisectRight } from "d3-array";
import type { Traces } from "#runtime/protocol";
import { neuronName } from "../neuronName.ts";
import { paintYTicks } from "../painters/axes.ts";
import { populationStyle, sideType } from "../populationStyle.ts";
import { parseRichText } from "../richText.ts";
import type { Sink, Stroke, TextContent } from "../sink.ts";
import { traceMarker } from "../slice/marks.ts";
import { locateNeuron } from "../slice/neuronLine.ts";
import type { Theme } from "../theme.ts";
import { extentOf, type SeriesSource } from "../traces/decimate.ts";
import { currentSource, voltageSource } from "../traces/sources.ts";
import { traceSeries } from "../traces/traceSeries.ts";
import { createView, type Interval, type Rect, type View } from "../view/view.ts";
import { paintRowFrame } from "./rowFrame.ts";
import type { TimeStripPicture } from "./stripPicture.ts";

/** More voltages than this in one row cannot be told apart. */
const MOST_VOLTAGES = 4;
/** Normalised voltage at which every neuron fires. */
const THRESHOLD = 1;

/** Draw voltages of the traced neurons, or the currents into the first of them. */
export function paintTraces(
  sink: Sink,
  picture: TimeStripPicture & { readonly rect: Rect },
  theme: Theme,
): void {
  sink.beginGroup(picture.shows);
  const curves =
    picture.shows === "voltages" ? voltageCurves(picture, theme) : currentCurves(picture, theme);
  const view = createView({
    rect: picture.rect,
    x: picture.time,
    y: rangeOf(curves, picture),
  });
  paintRowFrame(sink, view, theme);
  if (curves.length === 0) paintHint(sink, view, { picture, theme });
  else paintCurves(sink, { ...picture, view, curves }, theme);
  sink.endGroup();
}

interface Curve {
  readonly neuron: number;
  readonly source: SeriesSource;
  readonly stroke: Stroke;
  readonly name: TextContent;
  readonly textColor: string;
}

function voltageCurves(
  { traces, network, traced }: TimeStripPicture,
  theme: Theme,
): readonly Curve[] {
  if (traces === null) return [];
  return traced.slice(0, MOST_VOLTAGES).flatMap((neuron) => {
    const source = voltageSource(traces, neuron);
    const found = locateNeuron(network, neuron);
    if (source === null || found === null) return [];
    const style = populationStyle(theme, sideType(found.side));
    const width = theme.lines.thin;
    const stroke = { color: style.color, width, dash: style.dash.map((length) => length * width) };
    return [
      { neuron, source, stroke, name: neuronName(network, neuron), textColor: style.textColor },
    ];
  });
}

function currentCurves(
  { traces, network, traced }: TimeStripPicture,
  theme: Theme,
): readonly Curve[] {
  const neuron = traced.find((candidate) => traces?.currentNeurons.includes(candidate));
  if (traces === null || neuron === undefined) return [];
  const { colors, lines } = theme;
  const E = populationStyle(theme, "excitatory");
  const I = populationStyle(theme, "inhibitory");
  const looks = [
    { part: "input", color: colors.textMuted, text: colors.textMuted, dash: [2, 2], name: "input" },
    { part: "E", color: E.color, text: E.textColor, dash: E.dash, name: "from E" },
    { part: "I", color: I.color, text: I.textColor, dash: I.dash, name: "from I" },
    { part: "sum", color: colors.text, text: colors.text, dash: [], name: "sum" },
  ] as const;
  return looks.flatMap(({ part, color, text, dash, name }) => {
    const source = currentSource(traces, network, { neuron, part });
    const stroke = { color, width: lines.thin, dash: dash.map((length) => length * lines.thin) };
    return source === null ? [] : [{ neuron, source, stroke, name, textColor: text }];
  });
}

/** Range of all curves in view, with some air, and with the threshold where voltages are shown. */
function rangeOf(curves: readonly Curve[], { time, shows }: TimeStripPicture): Interval {
  let low = 0;
  let high = 1;
  for (const { source } of curves) {
    const extent = extentOf(source, { from: time[0], to: time[1] });
    if (extent === null) continue;
    low = Math.min(low, extent[0]);
    high = Math.max(high, extent[1]);
  }
  // Room above the threshold for the marks of spikes.
  if (shows === "voltages") high = Math.max(high, THRESHOLD) + 0.3 * (THRESHOLD - low);
  // Steps of a quarter of a power of ten keep the axis still while values wander.
  const step = 10 ** Math.floor(Math.log10(high - low)) / 4;
  return [Math.floor(low / step) * step, Math.ceil(high / step) * step];
}

function paintHint(
  sink: Sink,
  { rect }: View,
  { picture, theme }: { readonly picture: TimeStripPicture; readonly theme: Theme },
): void {
  const what = picture.shows === "voltages" ? "voltage" : "currents";
  const words =
    picture.traced.length === 0
      ? `Select a neuron to see its ${what}`
      : `The ${what} of this neuron will be here after the next run`;
  sink.text(words, rect.x + rect.width / 2, rect.y + rect.height / 2, {
    color: theme.colors.textMuted,
    sizePx: theme.sizes.label,
    align: "middle",
    baseline: "middle",
  });
}

interface CurvesPicture extends TimeStripPicture {
  readonly view: View;
  readonly curves: readonly Curve[];
}

const VOLTAGE_NAME = parseRichText("*V*");
const CURRENT_NAME: TextContent = "current into";

function paintCurves(sink: Sink, picture: CurvesPicture, theme: Theme): void {
  const { view, curves, shows, traces, network } = picture;
  const { rect } = view;
  const { colors, sizes, scale } = theme;
  paintYTicks(sink, { view, most: 2 }, theme);
  sink.pushClip(rect.x, rect.y, rect.width, rect.height);
  paintLevel(sink, view, { level: shows === "voltages" ? THRESHOLD : 0, theme });
  for (const { source, stroke } of curves) {
    sink.beginPath();
    traceSeries(sink, view, source);
    sink.stroke(stroke);
  }
  if (shows === "voltages" && traces !== null)
    paintVoltageSpikes(sink, { ...picture, traces }, theme);
  let x = rect.x + 6 * scale;
  const titles =
    shows === "voltages"
      ? [VOLTAGE_NAME]
      : [CURRENT_NAME, ...curves.slice(0, 1).map(({ neuron }) => neuronName(network, neuron))];
  const names = [
    ...titles.map((name) => ({ name, color: colors.text })),
    ...curves.map(({ name, textColor }) => ({ name, color: textColor })),
  ];
  for (const { name, color } of names) {
    sink.text(name, x, rect.y + 0.7 * sizes.tick, {
      color,
      sizePx: sizes.tick,
      weight: 600,
      baseline: "middle",
      halo: colors.background,
    });
    x += (typeof name === "string" ? name.length * 0.62 : 1) * sizes.tick + 12 * scale;
  }
  sink.popClip();
}

/** Draw the threshold, or zero, across the row. */
function paintLevel(
  sink: Sink,
  view: View,
  { level, theme }: { readonly level: number; readonly theme: Theme },
): void {
  const y = view.screenY(level);
  sink.beginPath();
  sink.moveTo(view.rect.x, y);
  sink.lineTo(view.rect.x + view.rect.width, y);
  sink.stroke({
    color: theme.colors.axis,
    width: theme.lines.axis,
    dash: [4 * theme.scale, 3 * theme.scale],
  });
}

/** Mark each spike of the shown neurons above the threshold. */
function paintVoltageSpikes(
  sink: Sink,
  { view, curves, traces }: CurvesPicture & { readonly traces: Traces },
  theme: Theme,
): void {
  const { spikeTime, spikeNeuron, spikeStart, spikeEnd } = traces;
  const first = bisectLeft(spikeTime, view.x[0], spikeStart, spikeEnd);
  const end = bisectRight(spikeTime, view.x[1], spikeStart, spikeEnd);
  const radius = 0.6 * theme.lines.marker;
  const y = view.screenY(THRESHOLD) - 2 * radius;
  for (const { neuron, stroke } of curves) {
    sink.beginPath();
    for (let spike = first; spike < end; spike += 1) {
      if (spikeNeuron[spike] !== neuron) continue;
      traceMarker(sink, "triangle", { x: view.screenX(spikeTime[spike] ?? 0), y, radius });
    }
    sink.fill({ color: stroke.color });
  }
}
