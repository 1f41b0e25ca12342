import { type LinePiece, type Slice, strideOf } from "#model";
import { populationStyle, sideType } from "../populationStyle.ts";
import type { Sink, Stroke } from "../sink.ts";
import type { Theme } from "../theme.ts";
import type { View } from "../view/view.ts";
import { locateNeuron } from "./neuronLine.ts";
import type { SlicePicture } from "./slicePicture.ts";

/** The lines of a network's neurons at one input. */
export type LinesPicture = Pick<SlicePicture, "view" | "network" | "lines">;

/** More lines than this of one population are thinned out: the boundary shows the rest. */
export const MOST_LINES = 400;

/** Draw every neuron's threshold faintly in its population's colour. */
export function paintNeuronLines(sink: Sink, picture: LinesPicture, theme: Theme): void {
  sink.beginGroup("neuron lines");
  for (const side of ["E", "I"] as const) {
    const lines = picture.lines[side];
    const style = populationStyle(theme, sideType(side));
    const stride = strideOf(lines.length, MOST_LINES);
    sink.beginPath();
    let last: LinePiece | null = null;
    for (let index = 0; index < lines.length; index += stride) {
      const line = lines[index] ?? null;
      // Neurons that are copies share one line.
      if (line === null || isSamePlace(line, last)) continue;
      traceLine(sink, picture.view, line);
      last = line;
    }
    const opacity = lines.length > 40 ? 0.22 : 0.42;
    sink.stroke({
      color: style.color,
      width: theme.lines.faint,
      opacity,
      dash: style.dash.map((length) => length * theme.lines.faint),
    });
  }
  sink.endGroup();
}

function isSamePlace({ from, to }: LinePiece, other: LinePiece | null): boolean {
  return (
    other !== null &&
    from[0] === other.from[0] &&
    from[1] === other.from[1] &&
    to[0] === other.to[0] &&
    to[1] === other.to[1]
  );
}

/** Draw some neurons' lines strongly: the hovered one and the selected ones. */
export function paintStrongLines(
  sink: Sink,
  {
    neurons,
    width,
    ...picture
  }: LinesPicture & {
    readonly neurons: readonly number[];
    readonly width: number;
  },
  theme: Theme,
): void {
  for (const neuron of neurons) {
    const found = locateNeuron(picture.network, neuron);
    if (found === null) continue;
    const style = populationStyle(theme, sideType(found.side));
    sink.beginPath();
    traceLine(sink, picture.view, picture.lines[found.side][found.index]);
    sink.stroke({ color: theme.colors.background, width: width + 2 * theme.scale, opacity: 0.8 });
    sink.stroke({ color: style.color, width });
  }
}

function traceLine(sink: Sink, view: View, line: LinePiece | null | undefined): void {
  if (line === null || line === undefined) return;
  sink.moveTo(view.screenX(line.from[0]), view.screenY(line.from[1]));
  sink.lineTo(view.screenX(line.to[0]), view.screenY(line.to[1]));
}

/** Draw both boundaries in bold with their letters on the curves. */
export function paintEnvelopes(
  sink: Sink,
  { view, slice }: { readonly view: View; readonly slice: Slice },
  theme: Theme,
): void {
  sink.beginGroup("boundaries");
  const width = theme.lines.bold;
  tracePieces(sink, view, slice.boundary.E);
  sink.stroke({ color: theme.colors.excitatory, width, cap: "round" });
  tracePieces(sink, view, slice.boundary.I);
  sink.stroke({ color: theme.colors.inhibitory, width, cap: "round" });
  sink.endGroup();
}

/** Draw a pinned run's boundaries in dashed grey. */
export function paintGhostEnvelopes(
  sink: Sink,
  { view, slice }: { readonly view: View; readonly slice: Slice },
  theme: Theme,
): void {
  const stroke: Stroke = {
    color: theme.colors.ghost,
    width: theme.lines.medium,
    dash: [6 * theme.scale, 4 * theme.scale],
  };
  sink.beginGroup("pinned boundaries");
  tracePieces(sink, view, slice.boundary.E);
  sink.stroke(stroke);
  tracePieces(sink, view, slice.boundary.I);
  sink.stroke(stroke);
  sink.endGroup();
}

function tracePieces(sink: Sink, view: View, pieces: readonly LinePiece[]): void {
  sink.beginPath();
  let lastX = Number.NaN;
  let lastY = Number.NaN;
  for (const { from, to } of pieces) {
    const x = view.screenX(from[0]);
    const y = view.screenY(from[1]);
    // Joined pieces stay one line, so that corners are round and nothing is drawn twice.
    if (!(Math.abs(x - lastX) < 0.01 && Math.abs(y - lastY) < 0.01)) sink.moveTo(x, y);
    lastX = view.screenX(to[0]);
    lastY = view.screenY(to[1]);
    sink.lineTo(lastX, lastY);
  }
}
