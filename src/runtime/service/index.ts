export type { FrameWriter } from "./frameWriter.ts";
export { createFrameWriter } from "./frameWriter.ts";
export type { ServiceParts } from "./simulationService.ts";
export { createSimulationService } from "./simulationService.ts";
export type { TrialServiceParts } from "./trials/trialService.ts";
export { createTrialService } from "./trials/trialService.ts";
