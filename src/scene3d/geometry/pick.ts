import type { Facet } from "#model";
import type { Triple } from "./box.ts";
import { type Corners, cornerAt, cornerCount, cross, dot, planeOf, subtract } from "./polygon.ts";

/** A line of sight in data coordinates (x, yE, |yI|), from the eye. */
export interface Ray {
  readonly origin: Triple;
  readonly direction: Triple;
}

/** What a ray meets first. */
export interface Hit {
  readonly neuron: number;
  /** x, yE, |yI|. */
  readonly point: Triple;
}

/** Find the facet nearest to the eye along a ray. */
export function pickFacet(facets: readonly Facet[], ray: Ray): Hit | null {
  let nearest = Number.POSITIVE_INFINITY;
  let hit: Hit | null = null;
  for (const { neuron, points } of facets) {
    const plane = planeOf(points);
    if (plane === null) continue;
    const speed = dot(plane.normal, ray.direction);
    const along = (plane.offset - dot(plane.normal, ray.origin)) / speed;
    if (!(along > 0 && along < nearest)) continue;
    const point = pointAlong(ray, along);
    if (!isInside(points, plane.normal, point)) continue;
    nearest = along;
    hit = { neuron, point };
  }
  return hit;
}

function pointAlong({ origin, direction }: Ray, along: number): Triple {
  return [
    origin[0] + along * direction[0],
    origin[1] + along * direction[1],
    origin[2] + along * direction[2],
  ];
}

/** True when a point of the polygon's plane lies on the same side of all its edges. */
function isInside(corners: Corners, normal: Triple, point: Triple): boolean {
  const count = cornerCount(corners);
  for (let k = 0; k < count; k += 1) {
    const from = cornerAt(corners, k);
    const edge = subtract(cornerAt(corners, (k + 1) % count), from);
    if (dot(cross(edge, subtract(point, from)), normal) < 0) return false;
  }
  return true;
}
