import type { HalfPlane } from "#math";
import type { Triple } from "../geometry/box.ts";
import type { Pixels } from "../geometry/displacement.ts";
import { spansInside } from "../geometry/outline.ts";
import type { Span } from "../geometry/spans.ts";
import type { LabelView } from "./avoid.ts";
import type { AxisEdge } from "./axisEdges.ts";
import type { Size } from "./label.ts";

/** Room kept to the rim of the view; CSS pixels. */
const RIM = 3;
/** Further places along the line, for labels that meet; CSS pixels. */
const FURTHER = [0, 22, 44] as const;

/** The grid line that begins at a place on an edge, over both walls it crosses. */
export function gridLineFrom(edge: AxisEdge, at: Triple): readonly [Triple, Triple, Triple] {
  const [first, second] = edge.across;
  const middle = opposite(at, first);
  return [at, middle, opposite(middle, second)];
}

function opposite(at: Triple, axis: 0 | 1 | 2): Triple {
  const moved: [number, number, number] = [...at];
  moved[axis] = -at[axis];
  return moved;
}

/** Places for a label on a line whose beginning may be out of view: where all of the label first is in view, and after. */
export function placesAlong(
  line: readonly Pixels[],
  size: Size,
  view: LabelView,
): readonly Pixels[] {
  for (const [index, from] of line.entries()) {
    const to = line[index + 1];
    if (to === undefined) break;
    const [span] = spansInside([from, to], sidesOfView(size, view));
    if (span === undefined) continue;
    const length = Math.max(1e-6, Math.hypot(to.x - from.x, to.y - from.y));
    return FURTHER.map((further) => Math.min(span[1], span[0] + further / length)).map((share) => ({
      x: from.x + share * (to.x - from.x),
      y: from.y + share * (to.y - from.y),
    }));
  }
  return [];
}

/** The visible part of a line as shares of its length; null when there is none. */
export function visibleSpan(ends: readonly [Pixels, Pixels], view: LabelView): Span | null {
  return spansInside(ends, sidesOfView({ width: 0, height: 0 }, view))[0] ?? null;
}

/** Half-planes of the places where a label of this size is wholly in view. */
function sidesOfView({ width, height }: Size, view: LabelView): readonly HalfPlane[] {
  const left = width / 2 + RIM;
  const top = height / 2 + RIM;
  return [
    { a: -1, b: 0, c: -left, owner: -1 },
    { a: 1, b: 0, c: view.width - left, owner: -1 },
    { a: 0, b: -1, c: -top, owner: -1 },
    { a: 0, b: 1, c: view.height - top, owner: -1 },
  ];
}
