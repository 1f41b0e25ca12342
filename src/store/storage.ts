import { parseExperiment, parseView, type Workspace } from "#document";
import { DEFAULT_PREFERENCES, readPreferences } from "./preferences.ts";
import type { Preferences } from "./types.ts";

/** What the autosave holds. */
export interface Saved {
  readonly workspace: Workspace;
  readonly preferences: Preferences;
}

/** What came back; preferences survive a workspace that does not, and `message` says why in one sentence. */
export type Restored =
  | ({ readonly ok: true } & Saved)
  | { readonly ok: false; readonly preferences: Preferences; readonly message: string };

const FORMAT = "latent-boundaries/autosave";
const VERSION = 1;

/** Write the autosave as text; `fromStorage` reads it back to the same workspace. */
export function toStorage({ workspace, preferences }: Saved): string {
  const { experiment, view } = workspace;
  return JSON.stringify({ format: FORMAT, version: VERSION, experiment, view, preferences });
}

/** Read what `toStorage` wrote, from a browser that anything may have happened to. Never throws. */
export function fromStorage(text: string): Restored {
  const saved = parseObject(text);
  if (saved === null || saved.format !== FORMAT) {
    const message = "What this browser kept from the last visit is damaged and was left out.";
    return { ok: false, preferences: DEFAULT_PREFERENCES, message };
  }
  const preferences = readPreferences(saved.preferences);
  if (saved.version !== VERSION) {
    const message =
      "What this browser kept from the last visit is of another version of this page and was left out.";
    return { ok: false, preferences, message };
  }
  const parsed = parseExperiment(saved.experiment);
  if (!parsed.ok) {
    const reason = parsed.problems[0]?.message ?? "";
    const message = `The experiment of the last visit was left out: ${reason}`;
    return { ok: false, preferences, message };
  }
  const { experiment } = parsed;
  const { view } = parseView(saved.view, experiment);
  return { ok: true, workspace: { experiment, view }, preferences };
}

/** The fields that an autosave has, none of them to be trusted. */
interface Fields {
  readonly format?: unknown;
  readonly version?: unknown;
  readonly experiment?: unknown;
  readonly view?: unknown;
  readonly preferences?: unknown;
}

function parseObject(text: string): Fields | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" ? value : null;
  } catch {
    return null;
  }
}
