import type { Pixels } from "../geometry/displacement.ts";

/** Directions a line may take from its beginning so that all points left out lie near it. */
interface Sleeve {
  readonly from: Pixels;
  readonly middle: number;
  readonly low: number;
  readonly high: number;
  /** Furthest point so far: a line that turns back is not straight. */
  readonly reach: number;
}

/**
 * Leave out points that a straight line passes near enough.
 *
 * @param tolerance how far from the line a point left out may lie; pixels.
 */
export function simplifyLine(points: readonly Pixels[], tolerance: number): readonly Pixels[] {
  const [first] = points;
  if (first === undefined) return [];
  const kept: Pixels[] = [first];
  let sleeve = sleeveFrom(first);
  let last = first;
  for (const point of points.slice(1)) {
    let next = narrow(sleeve, point, tolerance);
    if (next === null) {
      kept.push(last);
      const fresh = sleeveFrom(last);
      next = narrow(fresh, point, tolerance) ?? fresh;
    }
    sleeve = next;
    last = point;
  }
  if (last !== first) kept.push(last);
  return kept;
}

function sleeveFrom(from: Pixels): Sleeve {
  return { from, middle: 0, low: -Math.PI, high: Math.PI, reach: 0 };
}

/** The sleeve with one point more; null when the point does not fit. */
function narrow(sleeve: Sleeve, to: Pixels, tolerance: number): Sleeve | null {
  const { from, middle, low, high, reach } = sleeve;
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const length = Math.hypot(dx, dy);
  const isFresh = reach === 0;
  // A point around the beginning has no direction to speak of.
  if (length <= tolerance) return isFresh ? sleeve : null;
  const direction = Math.atan2(dy, dx);
  const leeway = Math.asin(tolerance / length);
  if (isFresh) return { from, middle: direction, low: -leeway, high: leeway, reach: length };
  const turn = turnBetween(middle, direction);
  if (length < reach - tolerance || turn < low || turn > high) return null;
  return {
    from,
    middle,
    low: Math.max(low, turn - leeway),
    high: Math.min(high, turn + leeway),
    reach: Math.max(reach, length),
  };
}

/** Angle from one direction to another, -pi to pi. */
function turnBetween(from: number, to: number): number {
  const turn = to - from;
  return turn - 2 * Math.PI * Math.round(turn / (2 * Math.PI));
}

/** Cut a line where it turns back by more than a right angle. */
export function splitAtTurns(points: readonly Pixels[]): readonly (readonly Pixels[])[] {
  const strands: Pixels[][] = [];
  let strand: Pixels[] = [];
  for (const [index, point] of points.entries()) {
    strand.push(point);
    const before = points[index - 1];
    const after = points[index + 1];
    if (after === undefined) strands.push(strand);
    else if (before !== undefined && turnsBack(before, point, after)) {
      strands.push(strand);
      strand = [point];
    }
  }
  return strands;
}

function turnsBack(before: Pixels, at: Pixels, after: Pixels): boolean {
  return (at.x - before.x) * (after.x - at.x) + (at.y - before.y) * (after.y - at.y) < 0;
}
