export { type DecodedLink, decodeLink, type LinkProblem } from "./decodeLink.ts";
export { type EncodedLink, encodeLink, encodePresetLink } from "./encodeLink.ts";
export { LINK_LIMITS, type LinkLimits } from "./limits.ts";
