import { describe, expect, it } from "vitest";
import {
  evaluatePiecewiseLinear,
  isConvexPiecewiseLinear,
  type Knots,
  slopeOfPiecewiseLinear,
  slopesOfPiecewiseLinear,
} from "#math";

const tent: Knots = [
  [0, 1],
  [2, 5],
  [3, 3],
];

describe("a piecewise-linear function", () => {
  it("passes through its knots and goes on beyond both ends", () => {
    expect([-1, 0, 1, 2, 3, 4].map((u) => evaluatePiecewiseLinear(tent, u))).toEqual([
      -1, 1, 3, 5, 3, 1,
    ]);
  });

  it("takes the slope on the right of a knot", () => {
    expect([-1, 0, 2, 3, 9].map((u) => slopeOfPiecewiseLinear(tent, u))).toEqual([
      2, 2, -2, -2, -2,
    ]);
  });

  it("is constant with one knot", () => {
    expect(evaluatePiecewiseLinear([[3, 7]], 100)).toBe(7);
    expect(slopeOfPiecewiseLinear([[3, 7]], 100)).toBe(0);
    expect(slopesOfPiecewiseLinear([[3, 7]])).toEqual([]);
  });

  it("tells convex from not convex", () => {
    expect(isConvexPiecewiseLinear(tent)).toBe(false);
    expect(isConvexPiecewiseLinear(tent.map(([u, value]) => [u, -value] as const))).toBe(true);
    expect(isConvexPiecewiseLinear([[0, 0]])).toBe(true);
  });

  it("counts a straight line through computed knots as convex", () => {
    const knots = [0, 0.1, 0.3, 0.7, 1.1].map((u) => [u, 0.1 * u + 0.2] as const);
    expect(isConvexPiecewiseLinear(knots)).toBe(true);
  });

  it("refuses no knots and knots that do not rise", () => {
    expect(() => evaluatePiecewiseLinear([], 0)).toThrow("at least one knot");
    const doubled = [
      [1, 0],
      [1, 2],
    ] as const;
    expect(() => evaluatePiecewiseLinear(doubled, 0)).toThrow("1 follows 1");
  });
});
