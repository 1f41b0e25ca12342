import type { CrossingPiece, Side } from "#model";
import { type Label, type LabelSpot, labelSize, paintLabel } from "../labels/label.ts";
import { createPlacer, type Placer } from "../labels/placer.ts";
import { populationStyle, sideType } from "../populationStyle.ts";
import { parseRichText } from "../richText.ts";
import type { Sink } from "../sink.ts";
import type { Theme } from "../theme.ts";
import type { Interval, Rect, View } from "../view/view.ts";

const NAMES = {
  E: parseRichText("*y*^{E} where the boundaries cross"),
  I: parseRichText("|*y*^{I}| where the boundaries cross"),
} as const;

/** Distance kept from curves, and between the points of a curve that are kept free; px, unscaled. */
const GAP = 4;
const STEP = 8;

/** The curve that is named and what the name keeps away from. */
export interface NamedCurve {
  readonly view: View;
  readonly side: Side;
  readonly curve: readonly CrossingPiece[];
  /** Chosen lines, ends in the view's quantities. */
  readonly lines: readonly (readonly [Interval, Interval])[];
}

/** Name the dashed curve in a corner or in the middle of an edge, away from the curve itself and from chosen lines. */
export function paintCurveName(
  sink: Sink,
  { view, curve, side, lines }: NamedCurve,
  theme: Theme,
): void {
  if (curve.length === 0) return;
  const label: Label = {
    lines: [{ content: NAMES[side], sizePx: theme.sizes.name, weight: 600 }],
    color: populationStyle(theme, sideType(side)).textColor,
    halo: theme.colors.background,
  };
  const placer = createPlacer({ bounds: view.rect, gap: GAP * theme.scale });
  const step = STEP * theme.scale;
  const at = side === "E" ? 1 : 2;
  for (const { from, to } of curve) {
    takeLine(placer, view, { from: [from[0], from[at]], to: [to[0], to[at]], step });
  }
  for (const [from, to] of lines) takeLine(placer, view, { from, to, step });
  const spots = spotsAtEdges(labelSize(label), placer.room);
  // Where there is no room the name lies on a curve: without it the dashes would have no meaning.
  const spot = placer.place(spots) ?? spots[0];
  if (spot !== undefined) paintLabel(sink, { label, spot });
}

function takeLine(
  placer: Placer,
  view: View,
  { from, to, step }: { readonly from: Interval; readonly to: Interval; readonly step: number },
): void {
  const startX = view.screenX(from[0]);
  const startY = view.screenY(from[1]);
  const dx = view.screenX(to[0]) - startX;
  const dy = view.screenY(to[1]) - startY;
  const count = Math.max(1, Math.ceil(Math.hypot(dx, dy) / step));
  for (let index = 0; index <= count; index += 1) {
    const share = index / count;
    placer.take({ x: startX + share * dx, y: startY + share * dy, width: 0, height: 0 });
  }
}

function spotsAtEdges(
  { width, height }: { readonly width: number; readonly height: number },
  room: Rect,
): readonly LabelSpot[] {
  const spare = room.width - width;
  const bottom = room.y + room.height - height;
  return [room.y, bottom].flatMap((y) => [
    { x: room.x, y, width, height, align: "start" as const },
    { x: room.x + spare, y, width, height, align: "end" as const },
    { x: room.x + spare / 2, y, width, height, align: "middle" as const },
  ]);
}
