import { describe, expect, it } from "vitest";
import { frameBox, viewportOf } from "../../../src/scene3d/camera/framing.ts";
import { type Pose, poseOf } from "../../../src/scene3d/camera/pose.ts";
import { CameraRig } from "../../../src/scene3d/camera/rig.ts";
import { HALF, type Triple } from "../../../src/scene3d/geometry/box.ts";

const free = { preset: "free", azimuth: 240, elevation: 20, zoom: 1 } as const;
const viewport = viewportOf(600, 500);
const rigAt = (pose: Pose): CameraRig => new CameraRig(pose, viewport);

function corners(): readonly Triple[] {
  const signs = [-1, 1];
  return signs.flatMap((e) =>
    signs.flatMap((x) => signs.map((i): Triple => [e * HALF[0], x * HALF[1], i * HALF[2]])),
  );
}

describe("the camera", () => {
  it("keeps the box between the margins from every side", () => {
    for (let azimuth = 0; azimuth < 360; azimuth += 30) {
      for (const elevation of [-90, -40, 0, 20, 60, 90]) {
        const rig = rigAt(poseOf({ ...free, azimuth, elevation }));
        for (const corner of corners()) {
          const { x, y } = rig.toScreen(corner);
          expect(x).toBeGreaterThan(0);
          expect(x).toBeLessThan(600);
          expect(y).toBeGreaterThan(0);
          expect(y).toBeLessThan(500);
        }
      }
    }
  });

  it("shows yE to the right, x into the distance and |yI| upwards, as figure 5c", () => {
    const rig = rigAt(poseOf(free));
    const centre = rig.toScreen([0, 0, 0]);
    expect(rig.toScreen([0.5, 0, 0]).x).toBeGreaterThan(centre.x);
    expect(rig.toScreen([0, 0.5, 0]).x).toBeLessThan(centre.x);
    expect(rig.toScreen([0, 0.5, 0]).y).toBeLessThan(centre.y);
    expect(rig.toScreen([0, 0, 0.4]).y).toBeLessThan(centre.y);
  });

  it("looks along each axis with the other two lying flat", () => {
    const flat = { x: [0, 2, 1], E: [1, 2, 0], I: [0, 1, 2] } as const;
    for (const preset of ["x", "E", "I"] as const) {
      const rig = rigAt(poseOf({ ...free, preset }));
      const [across, upwards, hidden] = flat[preset];
      const right = rig.axisOnScreen([0, 0, 0], across);
      const up = rig.axisOnScreen([0, 0, 0], upwards);
      const deep = rig.axisOnScreen([0, 0, 0], hidden);
      expect(right.x).toBeGreaterThan(100);
      expect(Math.abs(right.y)).toBeLessThan(1e-6);
      expect(up.y).toBeLessThan(-100);
      expect(Math.abs(up.x)).toBeLessThan(1e-6);
      expect(Math.hypot(deep.x, deep.y)).toBeLessThan(0.1 * right.x);
    }
  });

  it("sends a line of sight through the point that appears there", () => {
    const rig = rigAt(poseOf({ ...free, azimuth: 100, elevation: 35 }));
    const point: Triple = [0.2, -0.3, 0.1];
    const { origin, direction } = rig.rayAt(rig.toScreen(point));
    const away = [point[0] - origin[0], point[1] - origin[1], point[2] - origin[2]] as const;
    const along = away[0] * direction[0] + away[1] * direction[1] + away[2] * direction[2];
    expect(along).toBeCloseTo(Math.hypot(...away), 9);
    expect(rig.eye).toEqual(origin);
  });

  it("follows the size of the view", () => {
    const rig = rigAt(poseOf(free));
    const before = rig.axisOnScreen([0, 0, 0], 2).y;
    rig.viewport = viewportOf(1200, 1000);
    rig.apply();
    expect(rig.axisOnScreen([0, 0, 0], 2).y / before).toBeGreaterThan(1.9);
  });
});

describe("framing", () => {
  it("does not breathe while the view turns", () => {
    const distances = [0, 17, 45, 200].map(
      (azimuth) => frameBox(poseOf({ ...free, azimuth }), viewport).distance,
    );
    expect(new Set(distances).size).toBe(1);
  });

  it("comes nearer with zoom but never into the box", () => {
    const far = frameBox(poseOf(free), viewport);
    const near = frameBox(poseOf({ ...free, zoom: 8 }), viewport);
    expect(near.distance).toBeLessThan(far.distance);
    expect(near.distance).toBeGreaterThan(1);
    expect(near.near).toBeGreaterThan(0);
  });

  it("holds in a view with hardly any room", () => {
    const { distance } = frameBox(poseOf(free), viewportOf(1, 1));
    expect(Number.isFinite(distance)).toBe(true);
  });
});
