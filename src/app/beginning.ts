import { invariant } from "#math";
import { fromStorage, type InitialState, type Preferences } from "#store";
import { openFragment, presetWorkspace } from "./addressBar.ts";
import { readAutosave } from "./autosave.ts";

const FIRST_PRESET = "start";

const DEFAULT_PREFERENCES: Preferences = {
  theme: "auto",
  projector: false,
  inspectorOpen: true,
  stageTab: "slice",
};

/** What the page begins with, and what has to be said about it. */
export interface Beginning extends InitialState {
  readonly notices: readonly string[];
}

/** A link wins over what the browser kept; without either the first preset is opened. */
export function beginWith(fragment: string): Beginning {
  const text = readAutosave();
  const kept = text === null ? null : fromStorage(text);
  const workspaceKept = kept?.ok === true ? kept.workspace : null;
  const opening = openFragment(fragment, () => workspaceKept ?? firstWorkspace());
  return {
    workspace: opening.workspace,
    preferences: kept?.ok === true ? kept.preferences : DEFAULT_PREFERENCES,
    notices: opening.notices,
  };
}

function firstWorkspace(): InitialState["workspace"] {
  const workspace = presetWorkspace(FIRST_PRESET);
  invariant(workspace !== null, `The preset "${FIRST_PRESET}" is missing.`);
  return workspace;
}
