export type { Bounds3 } from "./bounds.ts";
export { boundsOf, boundsOverlap } from "./bounds.ts";
export type { ConvexPolygon, HalfPlane, Point2, PolygonEdge } from "./convexPolygon.ts";
export { clipPolygon, edgesOf, polygonArea, rectangle } from "./convexPolygon.ts";
export { dot } from "./dot.ts";
export type { Envelope } from "./envelope.ts";
export { findOwner, lowerEnvelope, upperEnvelope } from "./envelope.ts";
export { linspace, quantise } from "./grid.ts";
export { invariant } from "./invariant.ts";
export { isSameData } from "./isSameData.ts";
export type { Knots } from "./piecewiseLinear.ts";
export {
  evaluatePiecewiseLinear,
  isConvexPiecewiseLinear,
  slopeOfPiecewiseLinear,
  slopesOfPiecewiseLinear,
} from "./piecewiseLinear.ts";
export type { Box3, Face, HalfSpace } from "./polyhedron.ts";
export { facesOfPolyhedron } from "./polyhedron.ts";
export { createMt19937, createRng } from "./random/createRng.ts";
export type { Rng, RngKind } from "./random/rng.ts";
export type { Point3, Segment } from "./segment.ts";
export { clipSegment, excessOver, pointBetween, sectionOfFace } from "./segment.ts";
export { countBelow, midpoints } from "./sorted.ts";
export {
  coefficientOfVariation,
  correlation,
  differences,
  fanoFactor,
  histogram,
  localVariation,
  mean,
  rootMeanSquare,
  standardDeviation,
  variance,
} from "./statistics.ts";
