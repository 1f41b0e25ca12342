import { fig4abc } from "./presets/fig4abc.ts";
import { fig4de } from "./presets/fig4de.ts";
import { fig4f } from "./presets/fig4f.ts";
import { fig5cd } from "./presets/fig5cd.ts";
import { start } from "./presets/start.ts";
import type { Preset } from "./types.ts";

export { type GlossaryEntry, type GlossaryId, glossary } from "./glossary.ts";
export type { Preset } from "./types.ts";

/** Every preset, in the order of the gallery. */
export const presets: readonly Preset[] = [start, fig4abc, fig4de, fig4f, fig5cd];
