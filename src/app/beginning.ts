import type { Workspace } from "#document";
import { invariant, isSameData } from "#math";
import { DEFAULT_PREFERENCES, fromStorage, type InitialState } from "#store";
import { isDescribed, openFragment, presetWorkspace } from "./addressBar.ts";
import { readAutosave } from "./autosave.ts";

const FIRST_PRESET = "start";

/** What the page begins with, and what has to be said about it. */
export interface Beginning extends InitialState {
  readonly notices: readonly string[];
  /** Whether the fragment describes all of it. */
  readonly described: boolean;
  /** What the browser kept from the last visit and a link has taken the place of, or null. */
  readonly lastVisit: Workspace | null;
  /** Nothing was kept and nothing was asked for. */
  readonly isFirstVisit: boolean;
}

/** A link wins over what the browser kept; without either the first preset is opened. */
export function beginWith(fragment: string): Beginning {
  const text = readAutosave();
  const kept = text === null ? null : fromStorage(text);
  const opening = openFragment(fragment, () =>
    kept?.ok === true ? kept.workspace : firstWorkspace(),
  );
  const lost = kept?.ok === false && opening.from === "nothing" ? [kept.message] : [];
  const other = kept?.ok === true && opening.from !== "nothing" ? kept.workspace : null;
  const isSame = other !== null && isSameData(other.experiment, opening.workspace.experiment);
  return {
    workspace: opening.workspace,
    lastVisit: isSame ? null : other,
    isFirstVisit: kept === null && opening.from === "nothing",
    preferences: kept?.preferences ?? DEFAULT_PREFERENCES,
    notices: [...opening.notices, ...lost],
    described: isDescribed(opening),
  };
}

function firstWorkspace(): InitialState["workspace"] {
  const workspace = presetWorkspace(FIRST_PRESET);
  invariant(workspace !== null, `The preset "${FIRST_PRESET}" is missing.`);
  return workspace;
}
