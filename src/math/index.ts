export { invariant } from "./invariant.ts";
export { isSameData } from "./isSameData.ts";
