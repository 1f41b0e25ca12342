export { createInlineService } from "./inlineService.ts";
export type { Simulation } from "./simulate.ts";
export { simulate } from "./simulate.ts";
