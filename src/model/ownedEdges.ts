import { type ConvexPolygon, edgesOf, type Point2 } from "#math";

/** A straight piece of a neuron's line, from left to right (a wall: from low to high). */
export interface LinePiece {
  /** Index in the network. */
  readonly neuron: number;
  readonly from: Point2;
  readonly to: Point2;
}

/** The edges of a region that neurons made (owner >= 0), sorted from left to right, then up. */
export function ownedEdges(region: ConvexPolygon): readonly LinePiece[] {
  return edgesOf(region)
    .filter((edge) => edge.owner >= 0)
    .map(({ owner, from, to }) =>
      comparePoints(from, to) <= 0
        ? { neuron: owner, from, to }
        : { neuron: owner, from: to, to: from },
    )
    .sort((a, b) => comparePoints(a.from, b.from));
}

function comparePoints(a: Point2, b: Point2): number {
  return a[0] - b[0] || a[1] - b[1];
}
