export { invariant } from "./invariant.ts";
export { isSameData } from "./isSameData.ts";
export { createMt19937, createRng } from "./random/createRng.ts";
export type { Rng, RngKind } from "./random/rng.ts";
