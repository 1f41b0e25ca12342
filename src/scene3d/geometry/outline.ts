import { type ConvexPolygon, clipPolygon, type HalfPlane, polygonArea } from "#math";
import type { Pixels } from "./displacement.ts";
import type { Span } from "./spans.ts";

/** Smaller pieces (square pixels) cannot be seen. */
export const LEAST_AREA = 1e-3;

/** Corners nearer together (pixels) are one: the side between them would have no direction. */
const SAME = 1e-3;

/** A convex polygon on the screen. */
export function outlineOf(corners: readonly Pixels[]): ConvexPolygon {
  const distinct = corners.filter(({ x, y }, index) => {
    const before = corners.at(index - 1);
    return before === undefined || Math.hypot(x - before.x, y - before.y) >= SAME;
  });
  return {
    points: Float64Array.from(distinct.flatMap(({ x, y }) => [x, y])),
    owners: new Int32Array(distinct.length).fill(-1),
  };
}

export function cornersOf({ points, owners }: ConvexPolygon): readonly Pixels[] {
  return Array.from(owners, (_, k) => ({ x: points[2 * k] ?? 0, y: points[2 * k + 1] ?? 0 }));
}

/** The half-planes whose common part an outline is, whichever way round it runs. */
export function sidesOf(outline: ConvexPolygon): readonly HalfPlane[] {
  const corners = cornersOf(outline);
  const edges = corners.map((from, k) => ({ from, to: corners[(k + 1) % corners.length] ?? from }));
  const twice = edges.reduce((sum, { from, to }) => sum + from.x * to.y - to.x * from.y, 0);
  const sign = twice > 0 ? 1 : -1;
  return edges.map(({ from, to }) => {
    const a = sign * (to.y - from.y);
    const b = sign * (from.x - to.x);
    return { a, b, c: a * from.x + b * from.y, owner: -1 };
  });
}

/** A polygon cut along an outline. */
export interface Split {
  readonly inside: ConvexPolygon | null;
  readonly outside: readonly ConvexPolygon[];
}

/** Cut a polygon along the outline with these sides; what lies beside it stays whole. */
export function splitPolygon(polygon: ConvexPolygon, sides: readonly HalfPlane[]): Split {
  if (sides.some((side) => liesBeyond(polygon, side))) return { inside: null, outside: [polygon] };
  const outside: ConvexPolygon[] = [];
  let rest = polygon;
  for (const side of sides) {
    const off = clipPolygon(rest, { ...side, a: -side.a, b: -side.b, c: -side.c });
    rest = clipPolygon(rest, side);
    if (polygonArea(rest) < LEAST_AREA) return { inside: null, outside: [polygon] };
    if (polygonArea(off) >= LEAST_AREA) outside.push(off);
  }
  return { inside: rest, outside };
}

/** True when no corner lies inside a half-plane: the quick way to see that nothing is to be cut. */
function liesBeyond({ points }: ConvexPolygon, { a, b, c }: HalfPlane): boolean {
  for (let at = 0; at < points.length; at += 2) {
    if (a * (points[at] ?? 0) + b * (points[at + 1] ?? 0) < c) return false;
  }
  return true;
}

/** The stretch of a line inside the outline with these sides: one or none. */
export function spansInside(
  [from, to]: readonly [Pixels, Pixels],
  sides: readonly HalfPlane[],
): readonly Span[] {
  let enter = 0;
  let leave = 1;
  for (const { a, b, c } of sides) {
    const start = a * from.x + b * from.y - c;
    const way = a * (to.x - from.x) + b * (to.y - from.y);
    if (way > 0) leave = Math.min(leave, -start / way);
    else if (way < 0) enter = Math.max(enter, -start / way);
    else if (start > 0) return [];
  }
  return enter < leave ? [[enter, leave]] : [];
}
