import { type ConvexPolygon, clipPolygon, rectangle } from "./convexPolygon.ts";

/** The closed half-space normal . p <= bound in three dimensions; the normal is not zero. */
export interface HalfSpace {
  readonly normal: readonly [number, number, number];
  readonly bound: number;
}

type Range = readonly [number, number];

/** An axis-parallel box, one range an axis. */
export type Box3 = readonly [Range, Range, Range];

/** One face of a convex polyhedron: a planar convex polygon. */
export interface Face {
  /** Index of the half-space whose plane carries it. */
  readonly owner: number;
  /** Corners as u, v, w triples, in order. */
  readonly points: Float64Array;
  /** Index of the half-space behind each edge, from its corner to the next; -1: a wall of the box. */
  readonly neighbours: Int32Array;
}

/** Half-spaces scaled so that the largest entry of each normal is 1 or -1, then the six walls of the box. */
interface Scaled {
  readonly normals: readonly Float64Array[];
  readonly bounds: Float64Array;
  readonly pivots: Uint8Array;
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
export function facesOfPolyhedron(
  spaces: readonly HalfSpace[],
  options: FaceOptions,
): readonly Face[] {
  const { box, from = 0, to = spaces.length } = options;
  const scaled = scaleSpaces(spaces);
  const faces: Face[] = [];
  for (let owner = from; owner < to; owner += 1) {
    const polygon = cutFace(scaled, owner, box);
    if (polygon.owners.length < 3) continue;
    faces.push({ owner, points: lift(scaled, owner, polygon), neighbours: polygon.owners });
  }
  return faces;
}

function scaleSpaces(spaces: readonly HalfSpace[]): Scaled {
  const pivots = Uint8Array.from(spaces, ({ normal }) => findPivot(normal));
  const scales = spaces.map(({ normal }, index) => Math.abs(normal[pivots[index]!]!));
  return {
    normals: spaces.map(({ normal }, index) =>
      Float64Array.from(normal, (entry) => entry / scales[index]!),
    ),
    bounds: Float64Array.from(spaces, ({ bound }, index) => bound / scales[index]!),
    pivots,
  };
}

function findPivot(normal: readonly [number, number, number]): number {
  const sizes = normal.map(Math.abs);
  return sizes.indexOf(Math.max(...sizes));
}

/** The face in the two coordinates other than its pivot, in ascending order of axes. */
function cutFace(scaled: Scaled, owner: number, box: Box3): ConvexPolygon {
  const pivot = scaled.pivots[owner]!;
  const [first, second] = planeAxes(pivot);
  let polygon = rectangle(box[first]!, box[second]!);
  polygon = clipToPivotRange(scaled, owner, { polygon, range: box[pivot]! });
  const total = scaled.normals.length;
  // Neighbours in the list are mostly neighbours in space: cutting with them first leaves small polygons.
  for (let away = 1; away < total && polygon.owners.length > 0; away += 1) {
    if (owner - away >= 0) polygon = cutBy(scaled, polygon, [owner, owner - away]);
    if (owner + away < total) polygon = cutBy(scaled, polygon, [owner, owner + away]);
  }
  return polygon;
}

/** Axes that span the picture of a face: those other than the pivot. */
function planeAxes(pivot: number): readonly [0 | 1, 1 | 2] {
  if (pivot === 0) return [1, 2];
  return pivot === 1 ? [0, 2] : [0, 1];
}

/** On the face the pivot coordinate is (bound - rest) * sign; keep the part where it is inside the box. */
function clipToPivotRange(
  scaled: Scaled,
  owner: number,
  start: { readonly polygon: ConvexPolygon; readonly range: Range },
): ConvexPolygon {
  const pivot = scaled.pivots[owner]!;
  const [first, second] = planeAxes(pivot);
  const normal = scaled.normals[owner]!;
  const sign = normal[pivot]!;
  const bound = scaled.bounds[owner]! * sign;
  const a = normal[first]! * sign;
  const b = normal[second]! * sign;
  const above = clipPolygon(start.polygon, { a, b, c: bound - start.range[0], owner: -1 });
  return clipPolygon(above, { a: -a, b: -b, c: start.range[1] - bound, owner: -1 });
}

/** Clip face `pair[0]` by half-space `pair[1]`, the pivot coordinate eliminated. */
function cutBy(
  scaled: Scaled,
  polygon: ConvexPolygon,
  pair: readonly [number, number],
): ConvexPolygon {
  const [owner, other] = pair;
  const pivot = scaled.pivots[owner]!;
  const [first, second] = planeAxes(pivot);
  const own = scaled.normals[owner]!;
  const cutter = scaled.normals[other]!;
  const factor = cutter[pivot]! * own[pivot]!;
  const a = cutter[first]! - factor * own[first]!;
  const b = cutter[second]! - factor * own[second]!;
  const c = scaled.bounds[other]! - factor * scaled.bounds[owner]!;
  // The same plane twice: the first one in the list has it.
  const isTie = a === 0 && b === 0 && c === 0 && factor > 0 && other < owner;
  return clipPolygon(polygon, isTie ? { a, b, c: -1, owner: other } : { a, b, c, owner: other });
}

function lift(scaled: Scaled, owner: number, polygon: ConvexPolygon): Float64Array {
  const pivot = scaled.pivots[owner]!;
  const [first, second] = planeAxes(pivot);
  const normal = scaled.normals[owner]!;
  const corners = polygon.owners.length;
  const points = new Float64Array(3 * corners);
  for (let corner = 0; corner < corners; corner += 1) {
    const u = polygon.points[2 * corner]!;
    const v = polygon.points[2 * corner + 1]!;
    points[3 * corner + first] = u;
    points[3 * corner + second] = v;
    points[3 * corner + pivot] =
      (scaled.bounds[owner]! - normal[first]! * u - normal[second]! * v) * normal[pivot]!;
  }
  return points;
}
