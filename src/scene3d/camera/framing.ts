import { HALF, type Triple } from "../geometry/box.ts";
import type { Pose } from "./pose.ts";

/** Size of the canvas and the margins kept free for labels; CSS pixels. */
export interface Viewport {
  readonly width: number;
  readonly height: number;
  readonly margin: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
}

/** Everything a perspective camera needs. */
export interface Framing {
  /** Unit vectors of the picture in box coordinates; `back` points to the eye. */
  readonly right: Triple;
  readonly up: Triple;
  readonly back: Triple;
  /** From the box's centre to the eye. */
  readonly distance: number;
  /** Height of the field of view, degrees. */
  readonly fieldOfView: number;
  readonly near: number;
  readonly far: number;
  /** Zoom that has been reached: less than asked for where the eye would enter the box. */
  readonly zoom: number;
  /** How far the box's centre stands from the canvas's; CSS pixels, right and down. */
  readonly shift: { readonly x: number; readonly y: number };
}

/** Margins that leave room for ticks and names; slimmer in small views. */
export function viewportOf(width: number, height: number): Viewport {
  const isSmall = Math.min(width, height) < 340;
  const margin = isSmall
    ? { left: 34, right: 12, top: 14, bottom: 36 }
    : { left: 46, right: 20, top: 18, bottom: 46 };
  return { width, height, margin };
}

const WIDE_FIELD = 26;
/** As good as parallel, and still an ordinary perspective camera. */
const FLAT_FIELD = 0.8;
/** Fitted by eye at the elevation where it is largest, 45 degrees. */
const NEAR_EXCESS = 0.1;
/** How much of the box's depth swells in perspective. */
const SWELL = 0.03;
/** Longest distance from the box's centre to its surface. */
const REACH = 1;

/** Place the eye so that the box fits between the margins. */
export function frameBox(pose: Pose, viewport: Viewport): Framing {
  const basis = lookFrom(pose);
  const { width, height, margin } = viewport;
  const freeWidth = Math.max(40, width - margin.left - margin.right);
  const freeHeight = Math.max(40, height - margin.top - margin.bottom);
  const extent = extentOf(pose, basis);
  const boxPerPixel = Math.max(extent.width / freeWidth, extent.height / freeHeight) / pose.zoom;
  const fieldOfView = WIDE_FIELD * (FLAT_FIELD / WIDE_FIELD) ** pose.flatness;
  const distance = (boxPerPixel * height) / (2 * Math.tan((fieldOfView * Math.PI) / 360));
  // An eye inside the box would see nothing of use: from there on, stop.
  const held = Math.max(distance, REACH + 0.1);
  return {
    ...basis,
    distance: held,
    zoom: (pose.zoom * distance) / held,
    fieldOfView,
    near: Math.max(0.02, held - REACH),
    far: held + REACH,
    shift: {
      x: (margin.left - margin.right) / 2,
      y: (margin.top - margin.bottom) / 2 - nearHalfExcess(pose, basis) * freeHeight,
    },
  };
}

/** In perspective the near half of the floor or ceiling takes more room than the far one: share to shift the box by. */
function nearHalfExcess({ flatness }: Pose, { back }: Basis): number {
  return NEAR_EXCESS * back[2] * Math.hypot(back[0], back[1]) * (1 - flatness);
}

interface Basis {
  readonly right: Triple;
  readonly up: Triple;
  readonly back: Triple;
}

/** The picture's directions; defined at the poles too. */
function lookFrom(pose: Pose): Basis {
  const azimuth = (pose.azimuth * Math.PI) / 180;
  const elevation = (pose.elevation * Math.PI) / 180;
  const [ca, sa] = [Math.cos(azimuth), Math.sin(azimuth)];
  const [ce, se] = [Math.cos(elevation), Math.sin(elevation)];
  return { right: [-sa, ca, 0], up: [-se * ca, -se * sa, ce], back: [ce * ca, ce * sa, se] };
}

/**
 * Room the box takes on the picture. Turning freely, it is that of the cylinder the box sweeps out, so that the picture
 * does not breathe; along an axis, that of the face in view.
 */
function extentOf(pose: Pose, basis: Basis): { readonly width: number; readonly height: number } {
  const [e, x, i] = HALF;
  const diagonal = Math.hypot(e, x);
  const cosine = Math.hypot(basis.back[0], basis.back[1]);
  const swell = 1 + SWELL;
  const swept = {
    width: 2 * diagonal * swell,
    height: 2 * (i * cosine + diagonal * Math.abs(basis.back[2])) * swell,
  };
  const flat = { width: spanAlong(basis.right), height: spanAlong(basis.up) };
  return {
    width: swept.width + pose.flatness * (flat.width - swept.width),
    height: swept.height + pose.flatness * (flat.height - swept.height),
  };
}

function spanAlong(direction: Triple): number {
  const [e, x, i] = HALF;
  return 2 * (Math.abs(direction[0]) * e + Math.abs(direction[1]) * x + Math.abs(direction[2]) * i);
}
