export type { ServiceParts } from "./simulationService.ts";
export { createSimulationService } from "./simulationService.ts";
