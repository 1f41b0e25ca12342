import { type ConvexPolygon, clipPolygon, type HalfPlane, rectangle } from "./convexPolygon.ts";

/** The closed half-space normal . p <= bound in three dimensions; the normal is not zero. */
export interface HalfSpace {
  readonly normal: readonly [number, number, number];
  readonly bound: number;
}

type Range = readonly [number, number];

/** An axis-parallel box, one range an axis. */
export type Box3 = readonly [Range, Range, Range];

/** One face of a convex polyhedron: a planar convex polygon. */
export interface Face<Space extends HalfSpace = HalfSpace> {
  /** The half-space whose plane carries it. */
  readonly owner: Space;
  /** Corners as u, v, w triples, in order. */
  readonly points: Float64Array;
  /** Half-spaces behind its edges, in order; edges on the box have none. */
  readonly neighbours: readonly Space[];
}

/** Half-spaces scaled so that the largest entry of each normal is 1 or -1. */
interface Scaled {
  /** Normals as triples. */
  readonly normals: Float64Array;
  readonly bounds: Float64Array;
  /** Axis of that largest entry. */
  readonly pivots: Uint8Array;
}

/** The plane that carries a face; points of it are known by the two coordinates other than the pivot. */
interface Carrier {
  readonly owner: number;
  readonly pivot: number;
  /** The other two axes, ascending. */
  readonly first: number;
  readonly second: number;
  /** On the plane the pivot coordinate is offset - a first - b second. */
  readonly a: number;
  readonly b: number;
  readonly offset: number;
}

/** Where a polyhedron ends and which half-spaces' faces are wanted: from `from` (default 0) up to before `to` (default all). */
export interface FaceOptions {
  readonly box: Box3;
  readonly from?: number;
  readonly to?: number;
}

/**
 * Faces of the polyhedron of all points inside every half-space and the box: for each wanted half-space the part of its
 * plane that bounds the polyhedron, clipped to the box; those that bound nothing are left out. Of equal half-spaces the
 * lowest index owns. Exact; O(N) cuts of a small polygon for each face.
 */
export function facesOfPolyhedron<Space extends HalfSpace>(
  spaces: readonly Space[],
  options: FaceOptions,
): readonly Face<Space>[] {
  const { box, from = 0, to = spaces.length } = options;
  const scaled = scaleSpaces(spaces);
  const faces: Face<Space>[] = [];
  for (let owner = from; owner < to; owner += 1) {
    const carrier = carrierOf(scaled, owner);
    const polygon = cutFace(scaled, carrier, box);
    if (polygon.owners.length < 3) continue;
    faces.push({
      owner: spaces[owner]!,
      points: lift(carrier, polygon),
      neighbours: Array.from(
        polygon.owners.filter((index) => index >= 0),
        (index) => spaces[index]!,
      ),
    });
  }
  return faces;
}

function scaleSpaces(spaces: readonly HalfSpace[]): Scaled {
  const pivots = Uint8Array.from(spaces, ({ normal }) => findPivot(normal));
  const scales = spaces.map(({ normal }, index) => Math.abs(normal[pivots[index]!]!));
  return {
    normals: Float64Array.from(
      spaces.flatMap(({ normal }, index) => normal.map((entry) => entry / scales[index]!)),
    ),
    bounds: Float64Array.from(spaces, ({ bound }, index) => bound / scales[index]!),
    pivots,
  };
}

function findPivot(normal: readonly [number, number, number]): number {
  const sizes = normal.map(Math.abs);
  return sizes.indexOf(Math.max(...sizes));
}

function carrierOf(scaled: Scaled, owner: number): Carrier {
  const pivot = scaled.pivots[owner]!;
  const first = pivot === 0 ? 1 : 0;
  const second = pivot === 2 ? 1 : 2;
  const sign = scaled.normals[3 * owner + pivot]!;
  return {
    owner,
    pivot,
    first,
    second,
    a: scaled.normals[3 * owner + first]! * sign,
    b: scaled.normals[3 * owner + second]! * sign,
    offset: scaled.bounds[owner]! * sign,
  };
}

function cutFace(scaled: Scaled, carrier: Carrier, box: Box3): ConvexPolygon {
  const { owner, pivot, first, second, a, b, offset } = carrier;
  const [low, high] = box[pivot]!;
  let polygon = rectangle(box[first]!, box[second]!);
  polygon = clipPolygon(polygon, { a, b, c: offset - low, owner: -1 });
  polygon = clipPolygon(polygon, { a: -a, b: -b, c: high - offset, owner: -1 });
  const total = scaled.bounds.length;
  const half = { a: 0, b: 0, c: 0, owner: -1 };
  // Neighbours in the list are mostly neighbours in space: cutting with them first leaves small polygons.
  for (let away = 1; away < total && polygon.owners.length > 0; away += 1) {
    for (let other = owner - away; other <= owner + away; other += 2 * away) {
      if (other < 0 || other >= total) continue;
      restrict(scaled, carrier, { other, half });
      polygon = clipPolygon(polygon, half);
    }
  }
  return polygon;
}

/** Write into `half` what half-space `other` leaves of a carrier plane: its pivot coordinate is eliminated. */
function restrict(
  scaled: Scaled,
  carrier: Carrier,
  target: { readonly other: number; readonly half: Mutable<HalfPlane> },
): void {
  const { other, half } = target;
  const factor = scaled.normals[3 * other + carrier.pivot]!;
  half.a = scaled.normals[3 * other + carrier.first]! - factor * carrier.a;
  half.b = scaled.normals[3 * other + carrier.second]! - factor * carrier.b;
  half.c = scaled.bounds[other]! - factor * carrier.offset;
  half.owner = other;
  // The same plane twice: the first one in the list has it, the other keeps nothing.
  const isSame = half.a === 0 && half.b === 0 && half.c === 0;
  if (isSame && other < carrier.owner) half.c = -1;
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

function lift(carrier: Carrier, polygon: ConvexPolygon): Float64Array {
  const { pivot, first, second, a, b, offset } = carrier;
  const corners = polygon.owners.length;
  const points = new Float64Array(3 * corners);
  for (let corner = 0; corner < corners; corner += 1) {
    const u = polygon.points[2 * corner]!;
    const v = polygon.points[2 * corner + 1]!;
    points[3 * corner + first] = u;
    points[3 * corner + second] = v;
    points[3 * corner + pivot] = offset - a * u - b * v;
  }
  return points;
}
