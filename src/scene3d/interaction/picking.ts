import type { CameraRig } from "../camera/rig.ts";
import { pointFromBox, type Triple, toBox } from "../geometry/box.ts";
import { distanceToSegment, type Pixels } from "../geometry/displacement.ts";
import { type Hit, pickFacet } from "../geometry/pick.ts";
import { subtract } from "../geometry/polygon.ts";
import { frameCorners, gripPlace } from "../parts/InputPlane.ts";
import { shownSurfaces } from "../parts/Picture.ts";
import type { SceneModel } from "../types.ts";

/** The frame of the plane crosses the surfaces: a press must be this much nearer than to its grip. */
const FRAME_REACH = 0.5;

/** The facet under a place on the screen. */
export function pickAt(model: SceneModel, rig: CameraRig, at: Pixels): Hit | null {
  const { origin, direction } = rig.rayAt(at);
  const ahead: Triple = [
    origin[0] + direction[0],
    origin[1] + direction[1],
    origin[2] + direction[2],
  ];
  const from = pointFromBox(model.ranges, origin);
  const { E, I } = shownSurfaces(model);
  return pickFacet([...E, ...I], {
    origin: from,
    direction: subtract(pointFromBox(model.ranges, ahead), from),
  });
}

/** The place of the plane's grip when a place on the screen is on it or on the plane's frame. */
export function pickPlaneAt(
  { ranges, planeX }: SceneModel,
  rig: CameraRig,
  press: { readonly at: Pixels; readonly reach: number },
): Triple | null {
  if (planeX === null) return null;
  const grip = gripPlace(ranges, planeX);
  const { at, reach } = press;
  const place = rig.toScreen(grip);
  if (Math.hypot(place.x - at.x, place.y - at.y) <= reach) return grip;
  const corners = frameCorners(toBox(ranges, 1, planeX)).map((corner) => rig.toScreen(corner));
  const isOnFrame = corners.some((corner, index) => {
    const next = corners[(index + 1) % corners.length] ?? corner;
    return distanceToSegment(at, corner, next) <= FRAME_REACH * reach;
  });
  return isOnFrame ? grip : null;
}
