export type { Frame, FrameColumns, FrameHeader, FrameLayout } from "./frames.ts";
export { createFrameLayout, frameBytes, readFrame, viewColumns, writeHeader } from "./frames.ts";
export type { RecordingWish } from "./recording.ts";
export { countSamples, planRecording } from "./recording.ts";
export type {
  AsyncSimulationService,
  FrameReply,
  FrameRequest,
  Hello,
  LiveChange,
  RunRequest,
  ServiceError,
  SimulationService,
  StartReply,
} from "./service.ts";
export { PROTOCOL_VERSION } from "./service.ts";
export { ServiceWire } from "./serviceWire.ts";
export type { TraceRoom } from "./traceBuffer.ts";
export { appendFrame, copyTraces, createTraces, resetTraces } from "./traceBuffer.ts";
export type { Traces } from "./traces.ts";
export type {
  GroupColumn,
  LatentColumn,
  NullspaceColumn,
  TrialLayout,
} from "./trialLayout.ts";
export {
  createTrialLayout,
  GROUP_COLUMNS,
  groupStart,
  LATENT_COLUMNS,
  latentStart,
  listBlockBuffers,
  NULLSPACE_COLUMNS,
  nullspaceStart,
  TRIAL_VERDICTS,
} from "./trialLayout.ts";
export type {
  AsyncTrialService,
  CorrelogramPlan,
  TrialBlock,
  TrialPlan,
  TrialReply,
  TrialRequest,
  TrialService,
  TrialSetup,
} from "./trials.ts";
export type { WatchdogOptions } from "./watchdog.ts";
