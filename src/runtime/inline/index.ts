export { createInlineService } from "./inlineService.ts";
export { connectInlineTrials } from "./inlineTrials.ts";
export type { Simulation } from "./simulate.ts";
export { simulate } from "./simulate.ts";
