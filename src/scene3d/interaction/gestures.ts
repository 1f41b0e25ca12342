import { clamp, turnOf } from "../camera/pose.ts";
import { fromBox, pointToBox, type Triple, unitsPerBox } from "../geometry/box.ts";
import { displacementAlong, type Pixels } from "../geometry/displacement.ts";
import type { SceneModel } from "../types.ts";
import type { Gesture, Stage } from "./stage.ts";

/** Further than this (pixels) a press is a drag. */
const SLOP = 4;
const DEGREES_PER_PIXEL = 0.4;
/** With Shift a drag goes this much slower. */
const FINE = 0.1;
/** The perspective comes back over this many pixels of turning. */
const UNFLATTEN = 60;

/** A press that selects when let go in place, and turns the view when it moves. */
export function turnOrSelect(stage: Stage, start: Pixels, add: boolean): Gesture {
  let last = start;
  let turning = false;
  return {
    cursor: "grabbing",
    move(at) {
      if (!turning && Math.hypot(at.x - start.x, at.y - start.y) < SLOP) return;
      turning = true;
      const { rig } = stage;
      const { azimuth, elevation, flatness } = rig.pose;
      const path = Math.hypot(at.x - last.x, at.y - last.y);
      const pose = {
        ...rig.pose,
        azimuth: turnOf(azimuth - DEGREES_PER_PIXEL * (at.x - last.x)),
        elevation: clamp(elevation + DEGREES_PER_PIXEL * (at.y - last.y), [-90, 90]),
        flatness: Math.max(0, flatness - path / UNFLATTEN),
      };
      last = at;
      stage.moveEye(pose, true);
    },
    end(at) {
      if (turning) stage.settleEye();
      else stage.events.onSelect?.(stage.pick(at)?.neuron ?? null, add);
    },
    cancel() {
      if (turning) stage.settleEye();
    },
  };
}

/** Lift a facet: the pointer's way along the standing axis, in units of |yI|. */
export function liftFacet(
  stage: Stage,
  model: SceneModel,
  hold: { readonly neuron: number; readonly point: Triple; readonly at: Pixels },
): Gesture {
  const { events, rig } = stage;
  const { neuron } = hold;
  const place = pointToBox(model.ranges, hold.point);
  const axis = rig.axisOnScreen(place, 2);
  // Seen from above the axis points at the eye: the pointer's way up counts instead.
  const spare = { x: 0, y: -rig.viewport.height };
  const units = unitsPerBox(model.ranges, 2);
  let last = hold.at;
  let lifted = 0;
  events.onFacetDragStart?.(neuron);
  return {
    cursor: "ns-resize",
    move(at, fine) {
      const step = displacementAlong(axis, { x: at.x - last.x, y: at.y - last.y }, spare);
      lifted += step * units * (fine ? FINE : 1);
      last = at;
      events.onFacetDragMove?.(neuron, lifted);
    },
    end: () => events.onFacetDragEnd?.(neuron),
    cancel: () => events.onFacetDragCancel?.(neuron),
  };
}

/** Slide the plane along x, held inside the box. */
export function slidePlane(
  stage: Stage,
  model: SceneModel,
  hold: { readonly place: Triple; readonly at: Pixels },
): Gesture {
  const { events, rig } = stage;
  const axis = rig.axisOnScreen(hold.place, 1);
  const spare = { x: rig.viewport.width, y: 0 };
  const { ranges } = model;
  const units = unitsPerBox(ranges, 1);
  let last = hold.at;
  let x = fromBox(ranges, 1, hold.place[1]);
  events.onPlaneDragStart?.();
  return {
    cursor: "grabbing",
    move(at, fine) {
      const step = displacementAlong(axis, { x: at.x - last.x, y: at.y - last.y }, spare);
      x += step * units * (fine ? FINE : 1);
      last = at;
      events.onPlaneDragMove?.(clamp(x, ranges.x));
    },
    end: () => events.onPlaneDragEnd?.(),
    cancel: () => events.onPlaneDragCancel?.(),
  };
}
