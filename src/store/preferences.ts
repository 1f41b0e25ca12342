import type { Preferences } from "./types.ts";

/** What a first visit begins with. */
export const DEFAULT_PREFERENCES: Preferences = {
  theme: "auto",
  projector: false,
  inspectorOpen: true,
  stageTab: "slice",
  stripTab: "time",
};

const THEMES = ["auto", "light", "dark"] as const;
const STAGE_TABS = ["space", "slice", "outputs"] as const;
const STRIP_TABS = ["time", "trials"] as const;

/** Read preferences of unknown origin; whatever is not one falls back, as none is worth a sentence. */
export function readPreferences(value: unknown): Preferences {
  const usual = DEFAULT_PREFERENCES;
  if (typeof value !== "object" || value === null) return usual;
  const given: Readonly<Record<string, unknown>> = { ...value };
  const { theme, projector, inspectorOpen, stageTab, stripTab } = given;
  return {
    theme: THEMES.find((each) => each === theme) ?? usual.theme,
    projector: typeof projector === "boolean" ? projector : usual.projector,
    inspectorOpen: typeof inspectorOpen === "boolean" ? inspectorOpen : usual.inspectorOpen,
    stageTab: STAGE_TABS.find((each) => each === stageTab) ?? usual.stageTab,
    stripTab: STRIP_TABS.find((each) => each === stripTab) ?? usual.stripTab,
  };
}
