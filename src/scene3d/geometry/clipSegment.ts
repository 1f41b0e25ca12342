import { BOX_AXES, type Ranges, type Triple } from "./box.ts";

/** Place of each axis of the box (yE, x, |yI|) in a data point (x, yE, |yI|). */
const DATA_INDEX = { E: 1, x: 0, I: 2 } as const;

/** The part of a straight stretch (points x, yE, |yI|) inside the ranges, or null when there is none. */
export function clipSegment(
  ranges: Ranges,
  from: Triple,
  to: Triple,
): readonly [Triple, Triple] | null {
  let enter = 0;
  let leave = 1;
  for (const axis of BOX_AXES) {
    const [low, high] = ranges[axis];
    const start = from[DATA_INDEX[axis]];
    const way = to[DATA_INDEX[axis]] - start;
    if (way === 0) {
      if (start < low || start > high) return null;
      continue;
    }
    const [near, far] = way > 0 ? [low, high] : [high, low];
    enter = Math.max(enter, (near - start) / way);
    leave = Math.min(leave, (far - start) / way);
  }
  return enter > leave ? null : [between(from, to, enter), between(from, to, leave)];
}

/** The point a share of the way from one to another; exact at the ends. */
function between(from: Triple, to: Triple, share: number): Triple {
  if (share === 0) return from;
  if (share === 1) return to;
  return [
    from[0] + share * (to[0] - from[0]),
    from[1] + share * (to[1] - from[1]),
    from[2] + share * (to[2] - from[2]),
  ];
}
