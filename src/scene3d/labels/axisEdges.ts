import { HALF, type Triple } from "../geometry/box.ts";
import type { Pixels } from "../geometry/displacement.ts";

type Axis = 0 | 1 | 2;

/** An edge of the box that carries an axis's ticks: from the low to the high end, box coordinates. */
export interface AxisEdge {
  readonly from: Triple;
  readonly to: Triple;
  /** A grid line goes on from the edge over two walls: along the first of these axes, then along the second. */
  readonly across: readonly [Axis, Axis];
}

/** Edge of each axis (yE, x, |yI|), or null where the axis is seen end-on. */
export type AxisEdges = readonly [AxisEdge | null, AxisEdge | null, AxisEdge | null];

type Sign = -1 | 1;

const OTHERS = [
  [1, 2],
  [0, 2],
  [0, 1],
] as const;
const SIGNS: readonly Sign[] = [-1, 1];
/** Shorter edges (pixels) have no room for ticks. */
const SHORTEST = 48;

/**
 * Choose where each axis is labelled: on an outline edge of the box, the lowest for the two lying axes, the leftmost for
 * the standing one, so that ticks stand outside the picture.
 */
export function chooseAxisEdges(eye: Triple, toScreen: (at: Triple) => Pixels): AxisEdges {
  const choose = (axis: Axis): AxisEdge | null => {
    let best: AxisEdge | null = null;
    let bestRank = Number.NEGATIVE_INFINITY;
    for (const edge of outlineEdges(eye, axis)) {
      const from = toScreen(edge.from);
      const to = toScreen(edge.to);
      if (Math.hypot(to.x - from.x, to.y - from.y) < SHORTEST) continue;
      const x = (from.x + to.x) / 2;
      const y = (from.y + to.y) / 2;
      // The small second term settles draws: an axis seen upright in a flat view goes to the left.
      const rank = axis === 2 ? y * 0.01 - x : y - 0.05 * x;
      if (rank > bestRank + 1e-6) {
        bestRank = rank;
        best = edge;
      }
    }
    return best;
  };
  return [choose(0), choose(1), choose(2)];
}

/** Edges parallel to an axis between a face that is seen and one that is not. */
function outlineEdges(eye: Triple, axis: Axis): readonly AxisEdge[] {
  const [b, c] = OTHERS[axis];
  const edges: AxisEdge[] = [];
  for (const sideB of SIGNS) {
    for (const sideC of SIGNS) {
      const isSeenB = isSeen(eye, b, sideB);
      if (isSeenB === isSeen(eye, c, sideC)) continue;
      const from: [number, number, number] = [0, 0, 0];
      from[b] = sideB * HALF[b];
      from[c] = sideC * HALF[c];
      const to: [number, number, number] = [...from];
      from[axis] = -HALF[axis];
      to[axis] = HALF[axis];
      // The face that is not seen is a wall: its grid lines run away from the one that is.
      edges.push({ from, to, across: isSeenB ? [b, c] : [c, b] });
    }
  }
  return edges;
}

/** True when the outside of a face is in view. */
export function isSeen(eye: Triple, axis: Axis, side: Sign): boolean {
  return side * eye[axis] > HALF[axis];
}
