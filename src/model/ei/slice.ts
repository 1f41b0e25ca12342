import { type ConvexPolygon, clipPolygon, rectangle } from "#math";
import { type LinePiece, ownedEdges } from "../ownedEdges.ts";
import { type Boundary, boundaryAt, heightOf, lineAt, type SliceLine } from "./lines.ts";
import type { EINetwork, EINeuron, InputValue, Side, SliceBox } from "./types.ts";

/** One value for each population. */
export type BySide<T> = Readonly<Record<Side, T>>;

/** What one input looks like in the plane (yE, |yI|), clipped to a box. */
export interface Slice {
  /** The bold boundary of each population from left to right, each piece with the neuron that owns it. */
  readonly boundary: BySide<readonly LinePiece[]>;
  /**
   * Convex regions below threshold (empty: none), edges marked with the owning neuron (-1: the box). Painting the box,
   * then I, E and `both` on top of each other gives the four regions.
   */
  readonly subthreshold: BySide<ConvexPolygon> & { readonly both: ConvexPolygon };
}

/**
 * Every neuron's line at input x inside a box, in the order of the population; null where the line misses the box or
 * the neuron reads neither latent.
 */
export function sliceLines(
  ei: EINetwork,
  x: InputValue,
  box: SliceBox,
): BySide<readonly (LinePiece | null)[]> {
  const clip = (neuron: EINeuron) => clipLine(lineAt(neuron, x), box);
  return { E: ei.E.map(clip), I: ei.I.map(clip) };
}

/** Boundaries and regions at input x inside a box; exact. */
export function computeSlice(ei: EINetwork, x: InputValue, box: SliceBox): Slice {
  const whole = rectangle(box.E, box.I);
  const boundaryE = boundaryAt(ei.E, x);
  const boundaryI = boundaryAt(ei.I, x);
  const E = keepBelow(whole, boundaryE);
  const I = keepBelow(whole, boundaryI);
  return {
    boundary: { E: ownedEdges(E), I: ownedEdges(I) },
    subthreshold: { E, I, both: keepBelow(E, boundaryI) },
  };
}

function clipLine(line: SliceLine, box: SliceBox): LinePiece | null {
  const { neuron, readE, readI, bound } = line;
  if (readI === 0) {
    const at = bound / readE;
    if (!(at >= box.E[0] && at <= box.E[1])) return null;
    return { neuron, from: [at, box.I[0]], to: [at, box.I[1]] };
  }
  const yEAt = (yI: number) => (bound + readI * yI) / readE;
  // A level line has no yE for a given |yI|: it is inside for all yE or for none.
  if (readE === 0) {
    const level = heightOf(line, 0);
    if (!(level >= box.I[0] && level <= box.I[1])) return null;
    return { neuron, from: [box.E[0], level], to: [box.E[1], level] };
  }
  const from = Math.max(box.E[0], yEAt(box.I[0]));
  const to = Math.min(box.E[1], yEAt(box.I[1]));
  if (!(from < to)) return null;
  const clampI = (yI: number) => Math.min(box.I[1], Math.max(box.I[0], yI));
  return {
    neuron,
    from: [from, clampI(heightOf(line, from))],
    to: [to, clampI(heightOf(line, to))],
  };
}

function keepBelow(start: ConvexPolygon, boundary: Boundary | null): ConvexPolygon {
  if (boundary === null) return { points: new Float64Array(0), owners: new Int32Array(0) };
  const lines = boundary.wall === null ? boundary.owners : [...boundary.owners, boundary.wall];
  return lines.reduce(
    (polygon, { neuron, readE, readI, bound }) =>
      clipPolygon(polygon, { a: readE, b: -readI, c: bound, owner: neuron }),
    start,
  );
}
