import { describe, expect, it } from "vitest";
import { Eye } from "../../../src/scene3d/camera/Eye.ts";
import { viewportOf } from "../../../src/scene3d/camera/framing.ts";
import { poseAt } from "../../../src/scene3d/camera/glide.ts";
import { blendPoses, clamp, ease, poseOf, turnOf } from "../../../src/scene3d/camera/pose.ts";

const free = { preset: "free", azimuth: 240, elevation: 20, zoom: 1 } as const;

describe("poses", () => {
  it("take angles of the free view and hold them in range", () => {
    expect(poseOf({ ...free, azimuth: -90, elevation: 120, zoom: 100 })).toEqual({
      azimuth: 270,
      elevation: 90,
      zoom: 8,
      flatness: 0,
    });
  });

  it("survive numbers that are none", () => {
    const pose = poseOf({ ...free, azimuth: Number.NaN, elevation: Number.NaN, zoom: Number.NaN });
    expect(Object.values(pose).every(Number.isFinite)).toBe(true);
  });

  it("are flat along an axis", () => {
    expect(poseOf({ ...free, preset: "I" })).toMatchObject({ elevation: 90, flatness: 1 });
  });

  it("turn the short way round", () => {
    const from = poseOf({ ...free, azimuth: 350 });
    const to = poseOf({ ...free, azimuth: 10 });
    expect(blendPoses(from, to, 0.5).azimuth).toBeCloseTo(0, 9);
    expect(blendPoses(to, from, 0.25).azimuth).toBeCloseTo(5, 9);
  });

  it("zoom by equal factors", () => {
    const to = poseOf({ ...free, zoom: 4 });
    expect(blendPoses(poseOf(free), to, 0.5).zoom).toBeCloseTo(2, 12);
  });

  it("ease from rest to rest", () => {
    expect([ease(0), ease(0.5), ease(1)]).toEqual([0, 0.5, 1]);
  });

  it("hold values and angles", () => {
    expect([turnOf(-1), turnOf(360), turnOf(Number.POSITIVE_INFINITY)]).toEqual([359, 0, 0]);
    expect([clamp(5, [0, 1]), clamp(-5, [0, 1]), clamp(Number.NaN, [2, 3])]).toEqual([1, 0, 2]);
  });
});

describe("a glide", () => {
  const glide = { from: poseOf(free), to: poseOf({ ...free, preset: "x" }), began: 1000 };

  it("starts where it is and ends exactly where it goes", () => {
    expect(poseAt(glide, 900)).toEqual({ pose: glide.from, done: false });
    expect(poseAt(glide, 1e6)).toEqual({ pose: glide.to, done: true });
  });

  it("is between the two on the way", () => {
    const { pose, done } = poseAt(glide, 1260);
    expect(done).toBe(false);
    expect(pose.flatness).toBeGreaterThan(0);
    expect(pose.flatness).toBeLessThan(1);
  });
});

describe("the eye", () => {
  const eyeAt = (camera: typeof free): Eye => new Eye(camera, viewportOf(600, 500));

  it("goes to another view at once without a clock, and by gliding with one", () => {
    const eye = eyeAt(free);
    expect(eye.goTo({ ...free, azimuth: 100 }, null)).toBe(true);
    expect(eye.rig.pose.azimuth).toBe(100);
    eye.goTo(free, 0);
    expect(eye.isGliding).toBe(true);
    eye.advance(1e6);
    expect(eye.isGliding).toBe(false);
    expect(eye.rig.pose.azimuth).toBe(240);
  });

  it("does not stir for the view it has", () => {
    const eye = eyeAt(free);
    expect(eye.goTo({ ...free }, 0)).toBe(false);
    expect(eye.isGliding).toBe(false);
  });

  it("knows the view again that it has just reported", () => {
    const eye = eyeAt(free);
    eye.moveTo({ ...eye.rig.pose, azimuth: 123.456 }, true);
    const camera = eye.settle(0);
    expect(camera).toEqual({ ...free, azimuth: 123.5 });
    expect(eye.goTo(camera, 0)).toBe(false);
  });

  it("is not called back by an echo of what it has reported when it has moved on since", () => {
    const eye = eyeAt(free);
    eye.moveTo({ ...eye.rig.pose, zoom: 2 }, false);
    const echo = { ...eye.settle(0) };
    eye.moveTo({ ...eye.rig.pose, zoom: 3 }, false);
    expect(eye.goTo(echo, null)).toBe(false);
    expect(eye.rig.pose.zoom).toBe(3);
    expect(eye.goTo(echo, null)).toBe(true);
    expect(eye.rig.pose.zoom).toBe(2);
  });

  it("leaves a preset when turned, and rounds out when let go", () => {
    const eye = eyeAt(free);
    eye.goTo({ ...free, preset: "x" }, null);
    eye.moveTo({ ...eye.rig.pose, azimuth: 280 }, true);
    expect(eye.settle(null)).toEqual({ preset: "free", azimuth: 280, elevation: 0, zoom: 1 });
    expect(eye.rig.pose.flatness).toBe(0);
  });

  it("keeps a preset when only zoomed", () => {
    const eye = eyeAt(free);
    eye.goTo({ ...free, preset: "E" }, null);
    eye.moveTo({ ...eye.rig.pose, zoom: 2 }, false);
    expect(eye.settle(0)).toMatchObject({ preset: "E", zoom: 2 });
    expect(eye.rig.pose.flatness).toBe(1);
  });
});
