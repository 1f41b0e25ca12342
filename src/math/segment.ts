import type { Face, HalfSpace } from "./polyhedron.ts";

/** A point in three dimensions. */
export type Point3 = readonly [number, number, number];

/** A straight piece from one point to another. */
export interface Segment {
  readonly from: Point3;
  readonly to: Point3;
}

/** How far a point lies outside a half-space, in units of its normal; negative inside. */
export function excessOver(space: HalfSpace, point: Point3): number {
  const [u, v, w] = space.normal;
  return u * point[0] + v * point[1] + w * point[2] - space.bound;
}

/** Where a face meets the plane of a half-space, or null when its corners do not lie strictly on both sides. */
export function sectionOfFace(face: Face, space: HalfSpace): Segment | null {
  const { points } = face;
  const ends: Point3[] = [];
  let before = pointAt(points, points.length - 3);
  let excessBefore = excessOver(space, before);
  for (let at = 0; at < points.length; at += 3) {
    const point = pointAt(points, at);
    const excess = excessOver(space, point);
    // A corner on the plane counts as outside, so that no end is found twice.
    if (excess < 0 !== excessBefore < 0) {
      ends.push(pointBetween({ from: before, to: point }, excessBefore / (excessBefore - excess)));
    }
    before = point;
    excessBefore = excess;
  }
  const [from, to] = ends;
  return from === undefined || to === undefined ? null : { from, to };
}

/** The part of a segment inside all half-spaces, or null when there is none of positive length. */
export function clipSegment(segment: Segment, spaces: Iterable<HalfSpace>): Segment | null {
  let enter = 0;
  let leave = 1;
  for (const space of spaces) {
    const start = excessOver(space, segment.from);
    const end = excessOver(space, segment.to);
    if (start <= 0 && end <= 0) continue;
    if (start > 0 && end > 0) return null;
    const share = start / (start - end);
    if (start > 0) enter = Math.max(enter, share);
    else leave = Math.min(leave, share);
  }
  // Shorter than rounding errors: a corner, not a piece.
  if (leave - enter < 1e-12) return null;
  return { from: pointBetween(segment, enter), to: pointBetween(segment, leave) };
}

/** The point a share of the way along a segment; 0 and 1 give its ends exactly. */
export function pointBetween(segment: Segment, share: number): Point3 {
  if (share === 1) return segment.to;
  const { from, to } = segment;
  return [
    from[0] + share * (to[0] - from[0]),
    from[1] + share * (to[1] - from[1]),
    from[2] + share * (to[2] - from[2]),
  ];
}

function pointAt(points: Float64Array, at: number): Point3 {
  return [points[at]!, points[at + 1]!, points[at + 2]!];
}
