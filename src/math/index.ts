export { invariant } from "./invariant.ts";
