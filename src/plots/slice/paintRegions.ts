import type { ConvexPolygon } from "#math";
import type { Slice } from "#model";
import type { Sink } from "../sink.ts";
import type { Theme } from "../theme.ts";
import type { View } from "../view/view.ts";

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
