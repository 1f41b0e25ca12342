import { type Object3D, Vector3 } from "three";
import type { Sink } from "#plots";
import type { CameraRig } from "../camera/rig.ts";
import type { Ranges, Triple } from "../geometry/box.ts";
import { formatColor, type Rgb } from "../geometry/colors.ts";
import type { Pixels } from "../geometry/displacement.ts";
import type { Cover } from "./cover.ts";

/** Where and how layers are drawn. */
export interface Ink {
  readonly sink: Sink;
  readonly rig: CameraRig;
  readonly ranges: Ranges;
  /** What hides parts of the input plane. */
  readonly cover: Cover;
}

/** The map from a layer's own coordinates to the box's. */
export function boxMap(object: Object3D): (at: Triple) => Triple {
  const point = new Vector3();
  return (at) =>
    point
      .set(...at)
      .applyMatrix4(object.matrixWorld)
      .toArray();
}

/** The map from a layer's own coordinates to the screen. */
export function screenMap(object: Object3D, rig: CameraRig): (at: Triple) => Pixels {
  const toBox = boxMap(object);
  return (at) => rig.toScreen(toBox(at));
}

/** A colour for a sink; full opacity is left unsaid. */
export function tint(
  color: Rgb,
  opacity: number,
): { readonly color: string; readonly opacity?: number } {
  return opacity >= 1 ? { color: formatColor(color) } : { color: formatColor(color), opacity };
}

/** Add an outline to the path: it runs along these corners and back. */
export function traceOutline(sink: Sink, corners: readonly Pixels[]): void {
  for (const [index, { x, y }] of corners.entries()) {
    if (index === 0) sink.moveTo(x, y);
    else sink.lineTo(x, y);
  }
  sink.closePath();
}
