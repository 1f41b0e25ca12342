import type { AppState } from "./types.ts";

/** Where a piece of state goes besides the screen. */
export interface Scope {
  /** Undo and redo bring it back. */
  readonly undo: boolean;
  /** A link describes it. */
  readonly url: boolean;
  /** The autosave keeps it. */
  readonly storage: boolean;
}

const ALL: Scope = { undo: true, url: true, storage: true };
const LINKED: Scope = { undo: false, url: true, storage: true };
const KEPT: Scope = { undo: false, url: false, storage: true };
const PASSING: Scope = { undo: false, url: false, storage: false };

/** Every key of the state has its row: a key without one does not compile. */
export const SCOPES: Readonly<Record<keyof AppState, Scope>> = {
  experiment: ALL,
  view: LINKED,
  preferences: KEPT,
  past: PASSING,
  future: PASSING,
  gesture: PASSING,
  run: PASSING,
  playing: PASSING,
  ghost: PASSING,
  hovered: PASSING,
  spike: PASSING,
  notices: PASSING,
};

/** Whether two states differ in anything that belongs to `scope`, e.g. whether the link has to be written anew. */
export function hasChangedIn(scope: keyof Scope, before: AppState, after: AppState): boolean {
  return Object.keys(SCOPES)
    .filter(isStateKey)
    .some((key) => SCOPES[key][scope] && before[key] !== after[key]);
}

function isStateKey(key: string): key is keyof AppState {
  return Object.hasOwn(SCOPES, key);
}
