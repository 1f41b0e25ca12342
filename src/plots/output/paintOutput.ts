import type { CrossingPiece, EINetwork, Side } from "#model";
import type { Traces } from "#runtime/protocol";
import { axisNames } from "../axisNames.ts";
import { paintAxes } from "../painters/axes.ts";
import { type PopulationStyle, populationStyle, sideType } from "../populationStyle.ts";
import type { Sink } from "../sink.ts";
import type { Theme } from "../theme.ts";
import { readSample, type SeriesSource, visitColumns } from "../traces/decimate.ts";
import { inputSource, readoutSource } from "../traces/sources.ts";
import { latentsAt } from "../traces/walkTrajectory.ts";
import type { Interval, View } from "../view/view.ts";
import { paintCurveName } from "./curveName.ts";

/** A run as the output views need it. */
export interface OutputRun {
  readonly traces: Traces;
  readonly network: EINetwork;
  /** Whether a spike's whole effect is instantaneous (delta synapses). */
  readonly instantaneous: boolean;
}

/** Everything a view (x, yE) or (x, |yI|) shows. */
export interface OutputPicture {
  /** Input to the right, readout upwards. */
  readonly view: View;
  readonly side: Side;
  /** Which input the axis shows. */
  readonly input: number;
  readonly curve: readonly CrossingPiece[];
  readonly run: OutputRun | null;
  /** Part of the run that is drawn; tau. */
  readonly range: Interval;
  /** Playhead; tau. */
  readonly time: number;
  /** Lines of chosen neurons in this view, ends as (x, readout); see `outputLine`. */
  readonly lines: readonly (readonly [Interval, Interval])[];
  /** A pinned run. */
  readonly ghost: {
    readonly curve: readonly CrossingPiece[];
    readonly run: OutputRun | null;
  } | null;
}

/** Draw the achieved readout over the input against the crossing curve (Podlaski & Machens 2024, fig. 5). */
export function paintOutput(sink: Sink, picture: OutputPicture, theme: Theme): void {
  const { view, side } = picture;
  const { rect } = view;
  const style = populationStyle(theme, sideType(side));
  sink.beginGroup(side === "E" ? "excitatory output" : "inhibitory output");
  sink.pushClip(rect.x, rect.y, rect.width, rect.height);
  paintGhost(sink, picture, theme);
  paintRun(sink, picture, { theme, style });
  paintCurve(sink, picture, { theme, style });
  paintChosenLines(sink, picture, { theme, style });
  paintCurveName(sink, picture, theme);
  paintNow(sink, picture, theme);
  sink.popClip();
  const y = side === "E" ? axisNames.excitatory : axisNames.inhibitory;
  paintAxes(sink, { view, x: axisNames.input, y }, theme);
  sink.endGroup();
}

interface Look {
  readonly theme: Theme;
  readonly style: PopulationStyle;
}

function traceRun(sink: Sink, picture: OutputPicture, run: OutputRun): void {
  const { view, range, side } = picture;
  const readout = readoutSource(run.traces, run.network, side);
  const input = inputSource(run.traces, picture.input);
  let down = false;
  sink.beginPath();
  visitColumns(
    readout,
    { ...recordedPart(readout, range), columns: Math.ceil(1.5 * view.rect.width) },
    (index) => {
      const x = view.screenX(readSample(input, index));
      const y = view.screenY(readSample(readout, index));
      if (down) sink.lineTo(x, y);
      else sink.moveTo(x, y);
      down = true;
    },
  );
}

/** The stretch of a range that has samples, so that columns are not wasted on empty time. */
function recordedPart(
  { time, start, end }: SeriesSource,
  [from, to]: Interval,
): { readonly from: number; readonly to: number } {
  const first = Math.max(from, time[start] ?? from);
  return { from: first, to: Math.max(first, Math.min(to, time[end - 1] ?? to)) };
}

function paintRun(sink: Sink, picture: OutputPicture, { theme, style }: Look): void {
  if (picture.run === null) return;
  sink.beginGroup("run");
  traceRun(sink, picture, picture.run);
  sink.stroke({ color: style.color, width: theme.lines.thin, opacity: 0.65 });
  sink.endGroup();
}

function traceCurve(
  sink: Sink,
  { view, side }: OutputPicture,
  pieces: readonly CrossingPiece[],
): void {
  const at = side === "E" ? 1 : 2;
  let lastX = Number.NaN;
  let lastY = Number.NaN;
  sink.beginPath();
  for (const { from, to } of pieces) {
    const x = view.screenX(from[0]);
    const y = view.screenY(from[at]);
    // Joined pieces stay one line, so that its dashes run on.
    if (!(Math.abs(x - lastX) < 0.01 && Math.abs(y - lastY) < 0.01)) sink.moveTo(x, y);
    lastX = view.screenX(to[0]);
    lastY = view.screenY(to[at]);
    sink.lineTo(lastX, lastY);
  }
}

function paintCurve(sink: Sink, picture: OutputPicture, { theme, style }: Look): void {
  const width = theme.lines.bold;
  sink.beginGroup("crossing curve");
  traceCurve(
    sink,
    picture,
    picture.curve.filter((piece) => piece.stable),
  );
  sink.stroke({ color: style.color, width, dash: [3 * width, 1.6 * width] });
  traceCurve(
    sink,
    picture,
    picture.curve.filter((piece) => !piece.stable),
  );
  sink.stroke({ color: style.color, width: 0.7 * width, dash: [0.1, 1.8 * width], cap: "round" });
  sink.endGroup();
}

function paintChosenLines(
  sink: Sink,
  { view, lines }: OutputPicture,
  { theme, style }: Look,
): void {
  if (lines.length === 0) return;
  sink.beginGroup("chosen lines");
  sink.beginPath();
  for (const [from, to] of lines) {
    sink.moveTo(view.screenX(from[0]), view.screenY(from[1]));
    sink.lineTo(view.screenX(to[0]), view.screenY(to[1]));
  }
  sink.stroke({ color: style.color, width: theme.lines.medium });
  sink.endGroup();
}

function paintGhost(sink: Sink, picture: OutputPicture, theme: Theme): void {
  const { ghost } = picture;
  if (ghost === null) return;
  const { colors, lines, scale } = theme;
  sink.beginGroup("pinned");
  if (ghost.run !== null) {
    traceRun(sink, picture, ghost.run);
    sink.stroke({ color: colors.ghost, width: lines.faint, opacity: 0.6 });
  }
  traceCurve(sink, picture, ghost.curve);
  sink.stroke({ color: colors.ghost, width: lines.medium, dash: [6 * scale, 4 * scale] });
  sink.endGroup();
}

function paintNow(sink: Sink, picture: OutputPicture, theme: Theme): void {
  const { view, run, time, side } = picture;
  if (run === null) return;
  const now = latentsAt(run, time);
  const input = inputAt(run.traces, picture.input, time);
  if (now === null || input === null) return;
  sink.beginGroup("now");
  sink.beginPath();
  sink.circle(
    view.screenX(input),
    view.screenY(side === "E" ? now.yE : now.yI),
    1.1 * theme.lines.marker,
  );
  sink.fill({ color: theme.colors.background });
  sink.stroke({ color: theme.colors.focus, width: 2 * theme.scale });
  sink.endGroup();
}

/** The recorded input at a time: that of the last sample before it. */
function inputAt(traces: Traces, which: number, time: number): number | null {
  let found: number | null = null;
  const source = inputSource(traces, which);
  visitColumns(source, { from: time, to: time, columns: 1 }, (index) => {
    if (found === null || (source.time[index] ?? 0) <= time) found = readSample(source, index);
  });
  return found;
}
