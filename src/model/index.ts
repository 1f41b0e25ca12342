export type { SpikeList, SpikeMeter, SpikeStatistics, TimeWindow } from "./activity.ts";
export { createSpikeMeter, meanOfNumbers, measureSpikes } from "./activity.ts";
export type {
  BoundaryFunction,
  BoundaryPoint,
  BoundaryTerm,
  Shape,
} from "./builders/boundaryFunction.ts";
export { boundarySlope, evaluateBoundary } from "./builders/boundaryFunction.ts";
export { buildNetwork } from "./builders/buildNetwork.ts";
export type { NeuronGroup } from "./builders/neuronGroup.ts";
export type { NeuronChange } from "./builders/replaceNeurons.ts";
export { replaceNeurons } from "./builders/replaceNeurons.ts";
export type {
  TangentContext,
  TangentGrid,
  TangentPopulation,
  TangentResult,
} from "./builders/tangentNeurons.ts";
export { tangentNeurons } from "./builders/tangentNeurons.ts";
export { crossingCurve } from "./ei/crossingCurve.ts";
export type { CrossingLookup, CrossingSample } from "./ei/crossingLookup.ts";
export { createCrossingLookup } from "./ei/crossingLookup.ts";
export { findCrossings } from "./ei/crossings.ts";
export type { EIPoint, NeuronDrive } from "./ei/drive.ts";
export { findNeuron, neuronDrive } from "./ei/drive.ts";
export { asEINetwork } from "./ei/eiNetwork.ts";
export type { FacetOptions } from "./ei/facets.ts";
export { facets } from "./ei/facets.ts";
export type { Load, LoadCourse, LoadPoint, LoadVerdict } from "./ei/load.ts";
export { judgeLoad, loadAlong, loadFactor, worstLoad } from "./ei/load.ts";
export type { BySide, LineOptions, Slice } from "./ei/slice.ts";
export { computeSlice, sliceLines, strideOf } from "./ei/slice.ts";
export type { InputAxis } from "./ei/spaces.ts";
export type {
  Crossing,
  CrossingPiece,
  EINetwork,
  EINeuron,
  Facet,
  InputValue,
  Range,
  Side,
  SliceBox,
  SpaceBox,
  StabilityReason,
} from "./ei/types.ts";
export { explainSpike } from "./moment/explainSpike.ts";
export { countPushes, nearestNeurons, type PushCount } from "./moment/pushes.ts";
export type {
  Avalanche,
  MomentCurrent,
  MomentRun,
  SpikeClock,
  SpikeMoment,
} from "./moment/types.ts";
export type {
  Latent,
  LowRankNetwork,
  NetworkParts,
  Population,
  PopulationType,
} from "./network.ts";
export { createNetwork, findDaleFault } from "./network.ts";
export { addGain } from "./numerics/addGain.ts";
export type { NoisyStep } from "./numerics/noiseBias.ts";
export { noisyStepBias } from "./numerics/noiseBias.ts";
export type { RateMoment, RateUnits } from "./numerics/rateStiffness.ts";
export { rateStiffness } from "./numerics/rateStiffness.ts";
export type { OrderAgreement, SpikingRun } from "./numerics/spikeMeans.ts";
export { busiestTau, compareOrder, meanReadouts } from "./numerics/spikeMeans.ts";
export type { LinePiece } from "./ownedEdges.ts";
export type { PopulationBoundary, PopulationBoundaryOptions } from "./populationBoundary.ts";
export { populationBoundary } from "./populationBoundary.ts";
export type { TargetFinder } from "./targetCourse.ts";
export { findTargets } from "./targetCourse.ts";
export type { WindowFano } from "./windowCounts.ts";
export { createWindowFano } from "./windowCounts.ts";
