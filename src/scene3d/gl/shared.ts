import { type DepthModes, GreaterDepth, LessEqualDepth, Vector2, Vector3 } from "three";
import { HALF } from "../geometry/box.ts";

/** Uniforms that every material of a scene shares by reference. */
export interface SharedUniforms {
  /** Drawing buffer, device pixels. */
  readonly resolution: { readonly value: Vector2 };
  readonly pixelRatio: { value: number };
  readonly halfBox: { readonly value: Vector3 };
}

export function createSharedUniforms(): SharedUniforms {
  return {
    resolution: { value: new Vector2(1, 1) },
    pixelRatio: { value: 1 },
    halfBox: { value: new Vector3(...HALF) },
  };
}

/** Order of painting: nothing on screen depends on depth alone, so that translucent parts cannot flicker. */
export const PAINT_ORDER = {
  depth: 0,
  walls: 1,
  grid: 2,
  planeBehind: 3,
  firstSurface: 4,
  secondSurface: 5,
  facetEdges: 6,
  planeInFront: 7,
  outline: 8,
  slice: 9,
  reference: 10,
  crossingHalo: 11,
  crossing: 12,
  ghost: 13,
  trajectory: 14,
  spikes: 15,
  present: 16,
  grip: 17,
} as const;

/** Smallest power of two that holds `count`, at least `least`: how buffers grow. */
export function roomFor(count: number, least: number): number {
  return Math.max(least, 2 ** Math.ceil(Math.log2(Math.max(1, count))));
}

/** The test that paints only behind, or only in front of, the surfaces' depth. */
export function depthRule(where: "behind" | "front"): DepthModes {
  return where === "behind" ? GreaterDepth : LessEqualDepth;
}
