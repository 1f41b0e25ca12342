import type { EINetwork } from "#model";
import { populationStyle, sideType } from "../populationStyle.ts";
import type { Sink } from "../sink.ts";
import { paintArrows } from "../slice/marks.ts";
import { locateNeuron } from "../slice/neuronLine.ts";
import type { Theme } from "../theme.ts";
import type { ScreenPoint } from "../view/view.ts";
import type { Handle } from "./handle.ts";

/** Handles to draw; the active one is hovered, focused or held. */
export interface HandlesPicture {
  readonly network: EINetwork;
  readonly handles: readonly Handle[];
  readonly active: string | null;
}

/** Draw handles: a ring on the line, dots at its ends, an arrow for the decoder; the active one with a halo. */
export function paintHandles(
  sink: Sink,
  { network, handles, active }: HandlesPicture,
  theme: Theme,
): void {
  sink.beginGroup("handles");
  for (const handle of handles) {
    const side = locateNeuron(network, handle.neuron)?.side;
    if (side === undefined) continue;
    const { color } = populationStyle(theme, sideType(side));
    if (handle.id === active) paintFocus(sink, handle, theme);
    const { position, tail } = handle;
    if (tail === null) paintKnob(sink, { handle, color }, theme);
    else paintDecoder(sink, { tail, position, color }, theme);
  }
  sink.endGroup();
}

function paintFocus(sink: Sink, { position }: Handle, theme: Theme): void {
  sink.beginPath();
  sink.circle(position.x, position.y, 2.1 * theme.lines.handle);
  sink.fill({ color: theme.colors.focus, opacity: 0.16 });
  sink.stroke({
    color: theme.colors.focus,
    width: theme.lines.medium,
    dash: [3 * theme.scale, 2 * theme.scale],
  });
}

interface ArrowLook {
  readonly tail: ScreenPoint;
  readonly position: ScreenPoint;
  readonly color: string;
}

interface HandleLook {
  readonly handle: Handle;
  readonly color: string;
}

function paintDecoder(sink: Sink, { tail, position, color }: ArrowLook, theme: Theme): void {
  const arrow = { fromX: tail.x, fromY: tail.y, toX: position.x, toY: position.y };
  paintArrows(sink, [arrow], { color, width: theme.lines.bold, head: 1.5 * theme.lines.arrow });
}

function paintKnob(sink: Sink, { handle, color }: HandleLook, theme: Theme): void {
  const isLine = handle.part === "line";
  const { x, y } = handle.position;
  sink.beginPath();
  sink.circle(x, y, (isLine ? 1 : 0.8) * theme.lines.handle);
  sink.fill({ color: isLine ? theme.colors.background : color });
  sink.stroke({
    color: isLine ? color : theme.colors.background,
    width: (isLine ? 2.5 : 1.5) * theme.scale,
  });
}
