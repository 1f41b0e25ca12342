export { connectTrialWorker } from "./connectTrialWorker.ts";
export type { WorkerLike } from "./connectWorker.ts";
export { connectWorker } from "./connectWorker.ts";
export type { FrameLoop, FrameSource, FrameSubscriber } from "./frameLoop.ts";
export { createFrameLoop } from "./frameLoop.ts";
export { createSimulationClient } from "./simulationClient.ts";
export type {
  ClientOptions,
  ClientStatus,
  Connect,
  Connection,
  RunOutcome,
  SimulationClient,
} from "./types.ts";
