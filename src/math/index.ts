export { BIN_ROUNDING, binOf } from "./binOf.ts";
export type { Bounds3 } from "./bounds.ts";
export { boundsOf, boundsOverlap } from "./bounds.ts";
export type { ConvexPolygon, HalfPlane, Point2, PolygonEdge } from "./convexPolygon.ts";
export { clipPolygon, edgesOf, polygonArea, rectangle } from "./convexPolygon.ts";
export type { LagBins } from "./correlogram.ts";
export { addPairs, normalisePairs } from "./correlogram.ts";
export { dot } from "./dot.ts";
export type { Envelope } from "./envelope.ts";
export { findOwner, lowerEnvelope, upperEnvelope } from "./envelope.ts";
export { envelopeOwners } from "./envelopeOwners.ts";
export type { BootstrapOptions, Estimate, MomentStatistic } from "./estimates.ts";
export { bootstrapInterval, cvOfMoments, fanoOfMoments, jackknife } from "./estimates.ts";
export { linspace, quantise } from "./grid.ts";
export { invariant } from "./invariant.ts";
export { isSameData } from "./isSameData.ts";
export { largestEigenvalue } from "./largestEigenvalue.ts";
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
export { trialSeed } from "./random/splitmix.ts";
export type { Scatter } from "./scatterAlong.ts";
export { scatterAlong } from "./scatterAlong.ts";
export type { Point3, Segment } from "./segment.ts";
export { clipSegment, excessOver, pointBetween, sectionOfFace } from "./segment.ts";
export { smoothGaussian } from "./smooth.ts";
export { countBelow, midpoints } from "./sorted.ts";
export { sortOrder } from "./sortOrder.ts";
export { largestRowSum, spectralRadius } from "./spectralRadius.ts";
export type { Spread } from "./spread.ts";
export { describeSpread, quantileOfSorted } from "./spread.ts";
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
