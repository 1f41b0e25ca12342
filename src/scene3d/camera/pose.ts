import type { SceneCamera } from "../types.ts";

/** The eye's place on its sphere and how the picture is projected. */
export interface Pose {
  /** Degrees; the eye stands at (cos azimuth, sin azimuth) over the (yE, x) floor. */
  readonly azimuth: number;
  /** Degrees above the floor, -90 to 90. */
  readonly elevation: number;
  /** 1 fits the box into the view. */
  readonly zoom: number;
  /** 0: gentle perspective; 1: parallel for the eye. */
  readonly flatness: number;
}

export const ZOOM_RANGE = [0.5, 8] as const;

/** Looking along an axis: the other two lie flat, with the first of each pair to the right. */
const ALONG = {
  /** yE to the right, |yI| up. */
  x: { azimuth: 270, elevation: 0 },
  /** x to the right, |yI| up. */
  E: { azimuth: 0, elevation: 0 },
  /** yE to the right, x up. */
  I: { azimuth: 270, elevation: 90 },
} as const;

/** The pose a camera asks for; numbers out of range are held at its ends. */
export function poseOf(camera: SceneCamera): Pose {
  const zoom = clamp(camera.zoom, ZOOM_RANGE);
  if (camera.preset === "free") {
    const { azimuth, elevation } = camera;
    return {
      azimuth: turnOf(azimuth),
      elevation: clamp(elevation, [-90, 90]),
      zoom,
      flatness: 0,
    };
  }
  return { ...ALONG[camera.preset], zoom, flatness: 1 };
}

/** Bring an angle into [0, 360). */
export function turnOf(degrees: number): number {
  return Number.isFinite(degrees) ? ((degrees % 360) + 360) % 360 : 0;
}

/** Hold a value inside a range; what is no number goes to its low end. */
export function clamp(value: number, [low, high]: readonly [number, number]): number {
  return value > low ? Math.min(value, high) : low;
}

/** A pose part of the way to another: the short way round, zoom by equal factors. */
export function blendPoses(from: Pose, to: Pose, share: number): Pose {
  const turn = turnOf(to.azimuth - from.azimuth + 180) - 180;
  const blend = (a: number, b: number): number => a + share * (b - a);
  return {
    azimuth: turnOf(from.azimuth + share * turn),
    elevation: blend(from.elevation, to.elevation),
    zoom: from.zoom * (to.zoom / from.zoom) ** share,
    flatness: blend(from.flatness, to.flatness),
  };
}

/** Slow start, slow end. */
export function ease(share: number): number {
  return share < 0.5 ? 4 * share ** 3 : 1 - (2 - 2 * share) ** 3 / 2;
}
