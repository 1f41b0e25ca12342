import type { Pose } from "../camera/pose.ts";
import type { CameraRig } from "../camera/rig.ts";
import type { Triple } from "../geometry/box.ts";
import type { Pixels } from "../geometry/displacement.ts";
import type { SceneEvents, SceneModel } from "../types.ts";

/** What gestures may see and do. */
export interface Stage {
  readonly rig: CameraRig;
  readonly events: SceneEvents;
  /** What is on show; null before the first update. */
  readonly model: SceneModel | null;
  /** The facet under a place: its neuron and the point (x, yE, |yI|). */
  pick(at: Pixels): { readonly neuron: number; readonly point: Triple } | null;
  /** Where the plane is taken hold of, in the box, when the place is on it. */
  pickPlane(at: Pixels, reach: number): Triple | null;
  /** Move the eye by hand; `turned` when away from an axis. */
  moveEye(pose: Pose, turned: boolean): void;
  /** The hand has let go of the eye. */
  settleEye(): void;
}

/** What one pointer does between going down and up. */
export interface Gesture {
  readonly cursor: string;
  move(at: Pixels, fine: boolean): void;
  end(at: Pixels): void;
  cancel(): void;
}
