import { cornersOf } from "../geometry/outline.ts";
import { listCorners } from "../geometry/polygon.ts";
import type { Facets } from "../gl/Facets.ts";
import { type Ink, screenMap, tint, traceOutline } from "./ink.ts";

/** Fill polygons in their order; of the input plane only the part on the layer's side of the surfaces. */
export function paintFacets(layer: Facets, { sink, rig, cover }: Ink): void {
  if (layer.role === "depth") return;
  const toScreen = screenMap(layer.object, rig);
  for (const { corners, color, opacity } of layer.polygons) {
    const outline = listCorners(corners).map(toScreen);
    const pieces =
      layer.role === "color" ? [outline] : cover.pieces(outline, layer.role).map(cornersOf);
    if (pieces.length === 0) continue;
    // One path for all pieces: filled one by one, hairlines would show between them.
    sink.beginPath();
    for (const piece of pieces) traceOutline(sink, piece);
    sink.fill(tint(color, opacity));
  }
}
