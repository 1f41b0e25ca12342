/**
 * Convex polygon in the plane. `points` holds n corners as x, y pairs in order; `owners[k]` tells which half-plane
 * made the edge from corner k to the next (-1: an edge of the starting box). No corners: empty.
 */
export interface ConvexPolygon {
  readonly points: Float64Array;
  readonly owners: Int32Array;
}

/** The closed half-plane a u + b v <= c, with the mark its edges get. */
export interface HalfPlane {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly owner: number;
}

const EMPTY: ConvexPolygon = { points: new Float64Array(0), owners: new Int32Array(0) };

/** The rectangle of two ranges, counter-clockwise, its edges owned by nobody (-1). Empty when a range is. */
export function rectangle(
  u: readonly [number, number],
  v: readonly [number, number],
): ConvexPolygon {
  if (!(u[0] < u[1] && v[0] < v[1])) return EMPTY;
  return {
    points: Float64Array.of(u[0], v[0], u[1], v[0], u[1], v[1], u[0], v[1]),
    owners: new Int32Array(4).fill(-1),
  };
}

/**
 * The part of a convex polygon inside a half-plane, exact; the new edge gets the half-plane's owner.
 * The same object comes back when nothing is cut off.
 */
export function clipPolygon(polygon: ConvexPolygon, half: HalfPlane): ConvexPolygon {
  const { points } = polygon;
  let outside = 0;
  let inside = 0;
  for (let at = 0; at < points.length; at += 2) {
    const excess = half.a * points[at]! + half.b * points[at + 1]! - half.c;
    if (excess > 0) outside += 1;
    else if (excess < 0) inside += 1;
  }
  if (outside === 0) return polygon;
  return inside === 0 ? EMPTY : cut(polygon, half);
}

/** Cut a polygon known to have corners strictly inside and strictly outside. */
function cut(polygon: ConvexPolygon, half: HalfPlane): ConvexPolygon {
  const { points, owners } = polygon;
  const count = owners.length;
  const kept: number[] = [];
  const marks: number[] = [];
  for (let corner = 0; corner < count; corner += 1) {
    const at = 2 * corner;
    const next = 2 * ((corner + 1) % count);
    const here = half.a * points[at]! + half.b * points[at + 1]! - half.c;
    const there = half.a * points[next]! + half.b * points[next + 1]! - half.c;
    if (here <= 0) {
      kept.push(points[at]!, points[at + 1]!);
      // A corner exactly on the line starts the new edge itself.
      marks.push(here === 0 && there > 0 ? half.owner : owners[corner]!);
    }
    if ((here < 0 && there > 0) || (here > 0 && there < 0)) {
      const share = here / (here - there);
      kept.push(
        points[at]! + share * (points[next]! - points[at]!),
        points[at + 1]! + share * (points[next + 1]! - points[at + 1]!),
      );
      marks.push(here < 0 ? half.owner : owners[corner]!);
    }
  }
  return { points: Float64Array.from(kept), owners: Int32Array.from(marks) };
}

/** A point in the plane. */
export type Point2 = readonly [number, number];

/** An edge of a polygon with the half-plane that made it. */
export interface PolygonEdge {
  readonly owner: number;
  readonly from: Point2;
  readonly to: Point2;
}

/** All edges of a polygon in order. */
export function edgesOf(polygon: ConvexPolygon): readonly PolygonEdge[] {
  const { points, owners } = polygon;
  const corner = (at: number): Point2 => [points[2 * at]!, points[2 * at + 1]!];
  return Array.from(owners, (owner, at) => ({
    owner,
    from: corner(at),
    to: corner((at + 1) % owners.length),
  }));
}

/** Area of a convex polygon (shoelace formula); 0 when empty. */
export function polygonArea(polygon: ConvexPolygon): number {
  const { points } = polygon;
  let twice = 0;
  for (let at = 0; at < points.length; at += 2) {
    const next = (at + 2) % points.length;
    twice += points[at]! * points[next + 1]! - points[next]! * points[at + 1]!;
  }
  return Math.abs(twice) / 2;
}
