import type { Crossing, EINetwork, LinePiece, Side, Slice } from "#model";
import { populationStyle, sideType } from "../populationStyle.ts";
import type { Sink } from "../sink.ts";
import type { Theme } from "../theme.ts";
import type { Rect, View } from "../view/view.ts";
import { type ArrowPath, paintArrows } from "./marks.ts";
import { locateNeuron } from "./neuronLine.ts";
import { regionAt } from "./regions.ts";

/** What the arrows of a slice are drawn from. */
export interface FlowPicture {
  readonly view: View;
  readonly slice: Slice;
  readonly crossings: readonly Crossing[];
  readonly network: EINetwork;
  /** Whether a box meets no words or marks; arrows that do are left out. */
  isFree(box: Rect): boolean;
}

const COLUMNS = 6;
const ROWS = 6;
/** How far a leak arrow goes: the share of the way to the origin covered in 0.12 tau, at most 26 px. */
const LEAK_SHARE = 0.12;
const LONGEST_LEAK = 26;
const SHORTEST_LEAK = 5;

/** Draw grey arrows along the leak y' = -y, towards the origin, where both populations are silent. */
export function paintLeakArrows(
  sink: Sink,
  { view, slice, isFree }: Pick<FlowPicture, "view" | "slice" | "isFree">,
  theme: Theme,
): void {
  const { colors, lines, scale } = theme;
  const originX = view.screenX(0);
  const originY = view.screenY(0);
  const arrows: ArrowPath[] = [];
  for (let cell = 0; cell < COLUMNS * ROWS; cell += 1) {
    const x = view.rect.x + (((cell % COLUMNS) + 0.5) * view.rect.width) / COLUMNS;
    const y = view.rect.y + ((Math.floor(cell / COLUMNS) + 0.5) * view.rect.height) / ROWS;
    if (regionAt(slice, view.modelX(x), view.modelY(y)) !== "silent") continue;
    const distance = Math.hypot(originX - x, originY - y);
    const length = Math.min(LONGEST_LEAK * scale, LEAK_SHARE * distance);
    if (length < SHORTEST_LEAK * scale) continue;
    const arrow = {
      fromX: x,
      fromY: y,
      toX: x + ((originX - x) / distance) * length,
      toY: y + ((originY - y) / distance) * length,
    };
    if (isFree(boxOf(arrow))) arrows.push(arrow);
  }
  sink.beginGroup("leak");
  const head = 0.75 * lines.arrow;
  paintArrows(sink, arrows, { color: colors.flow, width: lines.thin, head, opacity: 0.8 });
  sink.endGroup();
}

/** Where along a boundary arrows start; those near a crossing are left out. */
const SPIKE_SHARES = [0.1, 0.34, 0.58, 0.8];
const CROSSING_ROOM = 44;
const SHORTEST_SPIKE = 16;
const LONGEST_SPIKE = 60;

/**
 * Draw where a spike goes from each boundary: E to the right, I upwards, as long as the owner's decoder where
 * that can be seen.
 */
export function paintSpikeArrows(sink: Sink, picture: FlowPicture, theme: Theme): void {
  sink.beginGroup("spike directions");
  paintPopulationArrows(sink, { ...picture, side: "E" }, theme);
  paintPopulationArrows(sink, { ...picture, side: "I" }, theme);
  sink.endGroup();
}

function paintPopulationArrows(
  sink: Sink,
  picture: FlowPicture & { readonly side: Side },
  theme: Theme,
): void {
  const { view, slice, network, side } = picture;
  const excites = side === "E";
  const pieces = slice.boundary[side];
  const { color } = populationStyle(theme, sideType(side));
  const unit = excites
    ? view.rect.width / (view.x[1] - view.x[0])
    : view.rect.height / (view.y[1] - view.y[0]);
  const arrows: ArrowPath[] = [];
  for (const share of SPIKE_SHARES) {
    const spot = pointAlong(pieces, view, share);
    if (spot === null) break;
    if (isNearCrossing(picture, spot, theme)) continue;
    const decoder = locateNeuron(network, spot.neuron)?.parts.decoder ?? 0;
    if (decoder === 0) continue;
    const length = Math.min(
      LONGEST_SPIKE * theme.scale,
      Math.max(SHORTEST_SPIKE * theme.scale, decoder * unit),
    );
    const arrow = {
      fromX: spot.x,
      fromY: spot.y,
      toX: excites ? spot.x + length : spot.x,
      toY: excites ? spot.y : spot.y - length,
    };
    if (picture.isFree(boxOf(arrow))) arrows.push(arrow);
  }
  paintArrows(sink, arrows, { color, width: theme.lines.medium, head: theme.lines.arrow });
}

function boxOf({ fromX, fromY, toX, toY }: ArrowPath): Rect {
  const x = Math.min(fromX, toX);
  const y = Math.min(fromY, toY);
  return { x, y, width: Math.abs(toX - fromX), height: Math.abs(toY - fromY) };
}

function isNearCrossing(
  { view, crossings }: FlowPicture,
  spot: BoundarySpot,
  theme: Theme,
): boolean {
  return crossings.some(
    ({ yE, yI }) =>
      Math.hypot(view.screenX(yE) - spot.x, view.screenY(yI) - spot.y) <
      CROSSING_ROOM * theme.scale,
  );
}

/** A point of the screen on a boundary, and the neuron that owns it. */
export interface BoundarySpot {
  readonly x: number;
  readonly y: number;
  readonly neuron: number;
}

/** Find the point at a share (0..1) of a boundary's length on the screen; null when nothing is in view. */
export function pointAlong(
  pieces: readonly LinePiece[],
  view: View,
  share: number,
): BoundarySpot | null {
  let total = 0;
  for (const piece of pieces) total += screenLength(piece, view);
  let left = share * total;
  for (const piece of pieces) {
    const length = screenLength(piece, view);
    if (left <= length && length > 0) {
      const part = left / length;
      return {
        x: view.screenX(piece.from[0] + part * (piece.to[0] - piece.from[0])),
        y: view.screenY(piece.from[1] + part * (piece.to[1] - piece.from[1])),
        neuron: piece.neuron,
      };
    }
    left -= length;
  }
  return null;
}

function screenLength({ from, to }: LinePiece, view: View): number {
  return Math.hypot(
    view.screenX(to[0]) - view.screenX(from[0]),
    view.screenY(to[1]) - view.screenY(from[1]),
  );
}
