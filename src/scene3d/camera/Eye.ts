import type { SceneCamera } from "../types.ts";
import type { Viewport } from "./framing.ts";
import { type Glide, poseAt } from "./glide.ts";
import { type Pose, poseOf } from "./pose.ts";
import { CameraRig } from "./rig.ts";

/** The camera as the rest of the program knows it: a preset or a free view, reached by gliding or by hand. */
export class Eye {
  readonly rig: CameraRig;
  private camera: SceneCamera;
  private glide: Glide | null = null;
  /** What the hand has left and the rest of the program has been told. */
  private told: SceneCamera | null = null;

  constructor(camera: SceneCamera, viewport: Viewport) {
    this.camera = camera;
    this.rig = new CameraRig(poseOf(camera), viewport);
  }

  /** True while on the way somewhere. */
  get isGliding(): boolean {
    return this.glide !== null;
  }

  /**
   * Go to a view; nothing happens when it is the present one, or comes back as an echo of what the hand has left: it may
   * have moved on since. `now` is a clock reading, or null to be there at once.
   */
  goTo(camera: SceneCamera, now: number | null): boolean {
    const isEcho = this.told !== null && sameCamera(camera, this.told);
    this.told = null;
    if (isEcho || sameCamera(camera, this.camera)) return false;
    this.camera = camera;
    this.headFor(poseOf(camera), now);
    return true;
  }

  /** Advance a glide to a clock reading. */
  advance(now: number): void {
    if (this.glide === null) return;
    const { pose, done } = poseAt(this.glide, now);
    if (done) this.glide = null;
    this.place(pose);
  }

  /** Moved by hand; `turned` leaves a preset. */
  moveTo(pose: Pose, turned: boolean): void {
    this.glide = null;
    const { azimuth, elevation, zoom } = pose;
    const isFree = turned || this.camera.preset === "free";
    this.camera = isFree
      ? {
          preset: "free",
          azimuth: round(azimuth, 10),
          elevation: round(elevation, 10),
          zoom: round(zoom, 100),
        }
      : { ...this.camera, zoom: round(zoom, 100) };
    this.place(pose);
  }

  /** Let go: what is left of a flat view rounds out. Returns the camera to report. */
  settle(now: number | null): SceneCamera {
    const { pose } = this.rig;
    if (this.camera.preset === "free" && pose.flatness > 0)
      this.headFor({ ...pose, flatness: 0 }, now);
    this.told = this.camera;
    return this.camera;
  }

  resize(viewport: Viewport): void {
    this.rig.viewport = viewport;
    this.rig.apply();
  }

  private headFor(to: Pose, now: number | null): void {
    if (now === null) {
      this.glide = null;
      this.place(to);
    } else this.glide = { from: this.rig.pose, to, began: now };
  }

  private place(pose: Pose): void {
    this.rig.pose = pose;
    this.rig.apply();
  }
}

function sameCamera(a: SceneCamera, b: SceneCamera): boolean {
  if (a.preset !== b.preset || a.zoom !== b.zoom) return false;
  return a.preset !== "free" || (a.azimuth === b.azimuth && a.elevation === b.elevation);
}

function round(value: number, parts: number): number {
  return Math.round(value * parts) / parts;
}
