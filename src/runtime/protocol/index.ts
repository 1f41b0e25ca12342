export type {
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
export type { Traces } from "./traces.ts";
