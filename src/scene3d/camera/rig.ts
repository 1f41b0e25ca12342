import { Matrix4, PerspectiveCamera, Vector3 } from "three";
import type { Triple } from "../geometry/box.ts";
import type { Pixels } from "../geometry/displacement.ts";
import { type Framing, frameBox, type Viewport } from "./framing.ts";
import type { Pose } from "./pose.ts";

/** A line of sight in the box. */
export interface BoxRay {
  readonly origin: Triple;
  readonly direction: Triple;
}

/** The three.js camera, moved by pose and viewport, and the map between box and screen. */
export class CameraRig {
  readonly camera = new PerspectiveCamera();
  pose: Pose;
  viewport: Viewport;
  /** Zoom that has been reached. */
  zoom = 1;
  private readonly basis = new Matrix4();
  private readonly point = new Vector3();

  constructor(pose: Pose, viewport: Viewport) {
    this.pose = pose;
    this.viewport = viewport;
    this.camera.matrixAutoUpdate = false;
    this.apply();
  }

  /** Bring the camera to the present pose and viewport. */
  apply(): void {
    const framing = frameBox(this.pose, this.viewport);
    const { camera } = this;
    const { right, up, back, distance } = framing;
    this.zoom = framing.zoom;
    this.basis.makeBasis(vector(right), vector(up), vector(back));
    this.basis.setPosition(back[0] * distance, back[1] * distance, back[2] * distance);
    camera.matrix.copy(this.basis);
    camera.matrix.decompose(camera.position, camera.quaternion, camera.scale);
    camera.updateMatrixWorld(true);
    this.project3d(framing);
  }

  private project3d(framing: Framing): void {
    const { camera } = this;
    const { width, height } = this.viewport;
    camera.fov = framing.fieldOfView;
    camera.aspect = width / height;
    camera.near = framing.near;
    camera.far = framing.far;
    camera.setViewOffset(width, height, -framing.shift.x, -framing.shift.y, width, height);
  }

  /** Where a point of the box appears. */
  toScreen(at: Triple): Pixels {
    this.point.set(at[0], at[1], at[2]).project(this.camera);
    return {
      x: ((this.point.x + 1) / 2) * this.viewport.width,
      y: ((1 - this.point.y) / 2) * this.viewport.height,
    };
  }

  /** The line of sight through a place on the screen. */
  rayAt({ x, y }: Pixels): BoxRay {
    const { width, height } = this.viewport;
    const { position } = this.camera;
    this.point.set((2 * x) / width - 1, 1 - (2 * y) / height, 0.5).unproject(this.camera);
    const direction = this.point.sub(position).normalize();
    return {
      origin: [position.x, position.y, position.z],
      direction: [direction.x, direction.y, direction.z],
    };
  }

  /** Where one unit along an axis (0 yE, 1 x, 2 |yI|) goes on the screen, near a point of the box. */
  axisOnScreen(at: Triple, axis: 0 | 1 | 2): Pixels {
    const step = 0.01;
    const moved: [number, number, number] = [at[0], at[1], at[2]];
    moved[axis] += step;
    const from = this.toScreen(at);
    const to = this.toScreen(moved);
    return { x: (to.x - from.x) / step, y: (to.y - from.y) / step };
  }

  /** The eye's place in the box's coordinates. */
  get eye(): Triple {
    const { x, y, z } = this.camera.position;
    return [x, y, z];
  }
}

function vector([x, y, z]: Triple): Vector3 {
  return new Vector3(x, y, z);
}
