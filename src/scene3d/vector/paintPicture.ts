import type { Sink } from "#plots";
import type { CameraRig } from "../camera/rig.ts";
import { type Ranges, toBox } from "../geometry/box.ts";
import { listCorners } from "../geometry/polygon.ts";
import type { Layer } from "../gl/layer.ts";
import { PAINT_ORDER } from "../gl/shared.ts";
import type { Picture } from "../parts/Picture.ts";
import { type Cover, coverOf } from "./cover.ts";
import { boxMap, type Ink } from "./ink.ts";
import { paintFacets } from "./paintFacets.ts";
import { paintSegments } from "./paintSegments.ts";
import { paintSpots } from "./paintSpots.ts";
import { paintTimeLine } from "./paintTimeLine.ts";

/** What the groups of the drawing are called, by their place in the order of painting. */
const NAMES: ReadonlyMap<number, string> = new Map(
  Object.entries(PAINT_ORDER).map(([name, order]) => [order, spell(name)]),
);

/** What a drawing is made from. */
export interface DrawingScene {
  readonly rig: CameraRig;
  readonly ranges: Ranges;
  /** Where the input plane stands, or null for none. */
  readonly planeX: number | null;
}

/**
 * Draw the picture as outlines and lines, in the order in which the graphics card paints it: nothing there goes by depth
 * but the input plane, whose hidden parts are worked out.
 */
export function paintPicture(sink: Sink, picture: Picture, scene: DrawingScene): void {
  picture.scene.updateMatrixWorld();
  const { layers } = picture;
  const ink: Ink = { sink, ...scene, cover: coverIn(layers, scene) };
  let order = Number.NaN;
  for (const layer of layers) {
    if (layer.kind === "facets" && layer.role === "depth") continue;
    if (layer.object.renderOrder !== order) {
      if (!Number.isNaN(order)) sink.endGroup();
      order = layer.object.renderOrder;
      sink.beginGroup(NAMES.get(order) ?? "");
    }
    paintLayer(layer, ink);
  }
  if (!Number.isNaN(order)) sink.endGroup();
}

function paintLayer(layer: Layer, ink: Ink): void {
  if (layer.kind === "facets") paintFacets(layer, ink);
  else if (layer.kind === "segments") paintSegments(layer, ink);
  else if (layer.kind === "spots") paintSpots(layer, ink);
  else paintTimeLine(layer, ink);
}

/** Work out what the surfaces hide of the plane, from the polygons whose depth the graphics card compares. */
function coverIn(layers: readonly Layer[], { rig, ranges, planeX }: DrawingScene): Cover {
  const polygons = layers.flatMap((layer) => {
    if (layer.kind !== "facets" || layer.role !== "depth") return [];
    const map = boxMap(layer.object);
    return layer.polygons.map(({ corners }) => listCorners(corners).map(map));
  });
  return coverOf({
    polygons,
    planeAt: planeX === null ? null : toBox(ranges, 1, planeX),
    eye: rig.eye,
    toScreen: (at) => rig.toScreen(at),
  });
}

/** "planeBehind" in words. */
function spell(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
