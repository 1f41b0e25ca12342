import type { ConvexPolygon } from "#math";
import type { Slice } from "#model";
import type { Sink } from "../sink.ts";
import { estimateTextWidth } from "../textWidth.ts";
import type { Theme } from "../theme.ts";
import type { ScreenPoint, View } from "../view/view.ts";
import { type RegionId, regionAt } from "./regions.ts";

/** The regions of a slice and where they are drawn. */
export interface RegionsPicture {
  readonly view: View;
  readonly slice: Slice;
}

/** Fill the four regions: both silent, only E, only I, both above threshold. */
export function paintRegions(sink: Sink, { view, slice }: RegionsPicture, theme: Theme): void {
  const { rect } = view;
  const { colors } = theme;
  const { E, I, both } = slice.subthreshold;
  sink.beginGroup("regions");
  sink.beginPath();
  sink.rect(rect.x, rect.y, rect.width, rect.height);
  sink.fill({ color: colors.regionBoth });
  // Where I is silent only E can be above threshold, and the other way round; last where both are silent.
  fillPolygon(sink, view, { polygon: I, color: colors.regionExcitatory });
  fillPolygon(sink, view, { polygon: E, color: colors.regionInhibitory });
  fillPolygon(sink, view, { polygon: both, color: colors.regionNone });
  sink.endGroup();
}

function fillPolygon(
  sink: Sink,
  view: View,
  { polygon, color }: { readonly polygon: ConvexPolygon; readonly color: string },
): void {
  const { points } = polygon;
  if (points.length === 0) return;
  sink.beginPath();
  for (let at = 0; at + 1 < points.length; at += 2) {
    const x = view.screenX(points[at] ?? 0);
    const y = view.screenY(points[at + 1] ?? 0);
    if (at === 0) sink.moveTo(x, y);
    else sink.lineTo(x, y);
  }
  sink.closePath();
  sink.fill({ color });
}

interface RegionName {
  readonly id: RegionId;
  readonly name: string;
  readonly color: string;
  /** Corner of the view that the name prefers, as shares of width and height. */
  readonly corner: readonly [number, number];
}

function regionNames({ colors }: Theme): readonly RegionName[] {
  return [
    { id: "silent", name: "both silent", color: colors.textMuted, corner: [0, 0] },
    { id: "both", name: "both above threshold", color: colors.focusText, corner: [1, 1] },
    { id: "E", name: "E fires", color: colors.excitatoryText, corner: [0, 1] },
    { id: "I", name: "I fires", color: colors.inhibitoryText, corner: [1, 0] },
  ];
}

/** Write each region's name inside it, where it fits. */
export function paintRegionNames(sink: Sink, picture: RegionsPicture, theme: Theme): void {
  sink.beginGroup("region names");
  for (const region of regionNames(theme)) {
    const spot = findSpot(region, picture, theme);
    if (spot === null) continue;
    sink.text(region.name, spot.x, spot.y, {
      color: region.color,
      sizePx: theme.sizes.name,
      weight: 600,
      align: "middle",
      baseline: "middle",
    });
  }
  sink.endGroup();
}

const GRID = 12;

/** The place nearest to the region's corner where its name lies wholly inside it; null when there is none. */
function findSpot(region: RegionName, picture: RegionsPicture, theme: Theme): ScreenPoint | null {
  const { rect } = picture.view;
  const halfWidth = 0.55 * estimateTextWidth(region.name, theme.sizes.name) + 8 * theme.scale;
  const halfHeight = theme.sizes.name;
  let best: ScreenPoint | null = null;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (let cell = 0; cell < (GRID + 1) ** 2; cell += 1) {
    const right = (cell % (GRID + 1)) / GRID;
    const down = Math.floor(cell / (GRID + 1)) / GRID;
    const distance = Math.hypot(
      (right - region.corner[0]) * rect.width,
      (down - region.corner[1]) * rect.height,
    );
    if (distance >= bestDistance) continue;
    const x = rect.x + halfWidth + (rect.width - 2 * halfWidth) * right;
    const y = rect.y + halfHeight + (rect.height - 2 * halfHeight) * down;
    if (!fits(region.id, picture, { x, y, halfWidth, halfHeight })) continue;
    best = { x, y };
    bestDistance = distance;
  }
  return best;
}

interface TextBox {
  readonly x: number;
  readonly y: number;
  readonly halfWidth: number;
  readonly halfHeight: number;
}

function fits(id: RegionId, { view, slice }: RegionsPicture, box: TextBox): boolean {
  for (const side of [-1, -0.5, 0, 0.5, 1]) {
    const x = view.modelX(box.x + side * box.halfWidth);
    if (regionAt(slice, x, view.modelY(box.y - box.halfHeight)) !== id) return false;
    if (regionAt(slice, x, view.modelY(box.y + box.halfHeight)) !== id) return false;
  }
  return true;
}
