export { createTrialPool } from "./createTrialPool.ts";
export type {
  ConnectTrials,
  GroupSummary,
  LatentSummary,
  NeuronCounts,
  NullspaceSummary,
  PairSummary,
  PointSummary,
  TrialConnection,
  TrialJob,
  TrialOutcome,
  TrialPoint,
  TrialPool,
  TrialPoolOptions,
  TrialProgress,
  TrialRaster,
  TrialRequestOptions,
} from "./types.ts";
