import type { Facets } from "./Facets.ts";
import type { Segments } from "./Segments.ts";
import type { Spots } from "./Spots.ts";
import type { TimeLine } from "./TimeLine.ts";

/** Shapes that are painted at once: written for the graphics card, and read back for pictures without one. */
export type Layer = Facets | Segments | Spots | TimeLine;
