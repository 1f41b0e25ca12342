import type { Triple } from "./box.ts";

/** Corners of a flat convex polygon in order, x, yE, |yI| each. */
export type Corners = ArrayLike<number>;

/** The plane normal . point = offset. */
export interface Plane {
  readonly normal: Triple;
  readonly offset: number;
}

/** A polygon whose area is below this share of its extent has no direction of its own. */
const SLIVER = 1e-9;

export function cornerCount(corners: Corners): number {
  return Math.floor(corners.length / 3);
}

/** Read one corner; zeros beyond the last. */
export function cornerAt(corners: Corners, index: number): Triple {
  const at = 3 * index;
  return [corners[at] ?? 0, corners[at + 1] ?? 0, corners[at + 2] ?? 0];
}

/** All corners, one by one. */
export function listCorners(corners: Corners): readonly Triple[] {
  return Array.from({ length: cornerCount(corners) }, (_, k) => cornerAt(corners, k));
}

export function subtract(a: Triple, b: Triple): Triple {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
}

export function cross(a: Triple, b: Triple): Triple {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

export function dot(a: Triple, b: Triple): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

/** Find the plane through a polygon by the sum over its fan; null for slivers. */
export function planeOf(corners: Corners): Plane | null {
  const origin = cornerAt(corners, 0);
  let normal: Triple = [0, 0, 0];
  let extent = 0;
  forEachTriangle(corners, (_first, second, third) => {
    // Relative to the first corner nothing is lost to cancellation far from the origin.
    const a = subtract(cornerAt(corners, second), origin);
    const b = subtract(cornerAt(corners, third), origin);
    const area = cross(a, b);
    normal = [normal[0] + area[0], normal[1] + area[1], normal[2] + area[2]];
    extent += dot(a, a) + dot(b, b);
  });
  if (!(Math.hypot(...normal) > SLIVER * extent)) return null;
  return { normal, offset: dot(normal, origin) };
}

/** Mean of the corners. */
export function centroid(corners: Corners): Triple {
  const count = cornerCount(corners);
  let sum: Triple = [0, 0, 0];
  for (let k = 0; k < count; k += 1) {
    const [x, e, i] = cornerAt(corners, k);
    sum = [sum[0] + x / count, sum[1] + e / count, sum[2] + i / count];
  }
  return sum;
}

/** Call back with the corner indices of each triangle of a fan; n - 2 of them. */
export function forEachTriangle(
  corners: Corners,
  visit: (a: number, b: number, c: number) => void,
): void {
  const count = cornerCount(corners);
  for (let k = 1; k + 1 < count; k += 1) visit(0, k, k + 1);
}

/** Where a polygon meets the plane of one x: the two ends, or null. */
export function sliceAtX(corners: Corners, x: number): readonly [Triple, Triple] | null {
  const count = cornerCount(corners);
  const ends: Triple[] = [];
  for (let k = 0; k < count; k += 1) {
    const here = cornerAt(corners, k);
    const next = cornerAt(corners, (k + 1) % count);
    // Half-open, so that a plane through a corner is met once by the two edges that share it.
    if (here[0] < x === next[0] < x) continue;
    const share = (x - here[0]) / (next[0] - here[0]);
    ends.push([x, here[1] + share * (next[1] - here[1]), here[2] + share * (next[2] - here[2])]);
  }
  const [from, to] = ends;
  return from === undefined || to === undefined ? null : [from, to];
}
