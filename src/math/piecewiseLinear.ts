import { invariant } from "./invariant.ts";

/** Straight lines through knots (u, value) with rising u, extended beyond both ends. One knot: a constant. */
export type Knots = readonly (readonly [number, number])[];

/**
 * Value of a piecewise-linear function.
 *
 * @throws Error when there is no knot.
 */
export function evaluatePiecewiseLinear(knots: Knots, u: number): number {
  const piece = findPiece(knots, u);
  const [from, value] = knots[piece]!;
  return value + slopeOfPiece(knots, piece) * (u - from);
}

/** Slope at u; at a knot the slope on its right (beyond the last knot that of the last piece). */
export function slopeOfPiecewiseLinear(knots: Knots, u: number): number {
  return slopeOfPiece(knots, findPiece(knots, u));
}

/** Slopes of all pieces from left to right. */
export function slopesOfPiecewiseLinear(knots: Knots): readonly number[] {
  return knots.slice(1).map((_, piece) => slopeOfPiece(knots, piece));
}

/** True when the slopes never fall, up to rounding. */
export function isConvexPiecewiseLinear(knots: Knots): boolean {
  const slopes = slopesOfPiecewiseLinear(knots);
  return slopes.every((slope, piece) => {
    const before = slopes[piece - 1] ?? Number.NEGATIVE_INFINITY;
    // Slopes are quotients of differences: equal ones may differ in their last digits.
    return slope >= before - 1e-12 * Math.max(1, Math.abs(slope));
  });
}

function findPiece(knots: Knots, u: number): number {
  invariant(knots.length > 0, "A piecewise-linear function needs at least one knot.");
  let piece = 0;
  while (piece < knots.length - 2 && knots[piece + 1]![0] <= u) piece += 1;
  return piece;
}

function slopeOfPiece(knots: Knots, piece: number): number {
  const from = knots[piece]!;
  const to = knots[piece + 1];
  if (to === undefined) return 0;
  invariant(to[0] > from[0], `Knots must rise: ${to[0]} follows ${from[0]}.`);
  return (to[1] - from[1]) / (to[0] - from[0]);
}
