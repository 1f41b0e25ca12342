import { evaluatePiecewiseLinear, type Knots, slopeOfPiecewiseLinear } from "#math";

/** One-variable shape: a u^2 + b u + c, or straight lines through knots (extended beyond the ends). */
export type Shape =
  | { readonly kind: "quadratic"; readonly a: number; readonly b: number; readonly c: number }
  | { readonly kind: "piecewise-linear"; readonly knots: Knots };

/** A term of a boundary function: a shape of the input ("x") or of the magnitude of a latent (its id). */
export interface BoundaryTerm {
  readonly variable: string;
  readonly shape: Shape;
}

/** The magnitude of latent `of` as a sum of one-variable shapes, e.g. |yI| = 0.24 yE^2 + 1.75. */
export interface BoundaryFunction {
  readonly of: string;
  readonly terms: readonly BoundaryTerm[];
}

/** Values of the variables of a boundary function by name; a missing one counts as 0. */
export type BoundaryPoint = Readonly<Record<string, number>>;

/** Value of a boundary function at a point. */
export function evaluateBoundary(boundary: BoundaryFunction, point: BoundaryPoint): number {
  return boundary.terms.reduce(
    (sum, term) => sum + evaluateShape(term.shape, point[term.variable] ?? 0),
    0,
  );
}

/** Slope of a boundary function along one variable; at a kink the slope on its right. */
export function boundarySlope(
  boundary: BoundaryFunction,
  variable: string,
  point: BoundaryPoint,
): number {
  return boundary.terms
    .filter((term) => term.variable === variable)
    .reduce((sum, term) => sum + shapeSlope(term.shape, point[variable] ?? 0), 0);
}

function evaluateShape(shape: Shape, u: number): number {
  if (shape.kind === "quadratic") return shape.a * u * u + shape.b * u + shape.c;
  return evaluatePiecewiseLinear(shape.knots, u);
}

function shapeSlope(shape: Shape, u: number): number {
  if (shape.kind === "quadratic") return 2 * shape.a * u + shape.b;
  return slopeOfPiecewiseLinear(shape.knots, u);
}
