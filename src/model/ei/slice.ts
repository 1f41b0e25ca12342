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

/** A box, and which lines are wanted in it. */
export interface LineOptions extends SliceBox {
  /** Of a larger population only this many lines, evenly spread; default all. */
  readonly most?: number;
  /** Neurons of the network whose lines are wanted in any case, as those that own the boundary are. */
  readonly always?: readonly number[];
}

/**
 * Every neuron's line at input x inside a box, in the order of the population; null where the line misses the box, the
 * neuron reads neither latent or its line is not wanted.
 */
export function sliceLines(
  ei: EINetwork,
  x: InputValue,
  options: LineOptions,
): BySide<readonly (LinePiece | null)[]> {
  return { E: linesOf(ei.E, x, options), I: linesOf(ei.I, x, options) };
}

function linesOf(
  neurons: readonly EINeuron[],
  x: InputValue,
  { most = Number.POSITIVE_INFINITY, always = [], ...box }: LineOptions,
): readonly (LinePiece | null)[] {
  const clip = (neuron: EINeuron): LinePiece | null => clipLine(lineAt(neuron, x), box);
  if (neurons.length <= most) return neurons.map(clip);
  const lines = new Array<LinePiece | null>(neurons.length).fill(null);
  const start = neurons[0]?.neuron ?? 0;
  const draw = (index: number): void => {
    const neuron = neurons[index];
    if (neuron !== undefined) lines[index] = clip(neuron);
  };
  const stride = strideOf(neurons.length, most);
  for (let index = 0; index < neurons.length; index += stride) draw(index);
  for (const { neuron } of boundaryAt(neurons, x)?.owners ?? []) draw(neuron - start);
  for (const neuron of always) draw(neuron - start);
  return lines;
}

/** Distance between two of the lines that are drawn when at most `most` of `count` are. */
export function strideOf(count: number, most: number): number {
  return Math.max(1, Math.ceil(count / most));
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
