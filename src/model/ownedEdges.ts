import type { ConvexPolygon } from "#math";

/** A point of a picture. */
export type PlanePoint = readonly [number, number];

/** A straight piece of a neuron's line, from left to right (a wall: from low to high). */
export interface LinePiece {
  /** Index in the network. */
  readonly neuron: number;
  readonly from: PlanePoint;
  readonly to: PlanePoint;
}

/** The edges of a region that neurons made (owner >= 0), sorted from left to right, then up. */
export function ownedEdges(region: ConvexPolygon): readonly LinePiece[] {
  const corner = (index: number): PlanePoint => {
    const at = 2 * (index % region.owners.length);
    return [region.points[at] ?? 0, region.points[at + 1] ?? 0];
  };
  return Array.from(region.owners, (neuron, index) => {
    const ends = [corner(index), corner(index + 1)] as const;
    const [from, to] = comparePoints(ends[0], ends[1]) <= 0 ? ends : [ends[1], ends[0]];
    return { neuron, from, to };
  })
    .filter((piece) => piece.neuron >= 0)
    .sort((a, b) => comparePoints(a.from, b.from));
}

function comparePoints(a: PlanePoint, b: PlanePoint): number {
  return a[0] - b[0] || a[1] - b[1];
}
