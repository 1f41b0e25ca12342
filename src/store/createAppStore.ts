import { createStore, type StoreApi } from "zustand/vanilla";
import type { Workspace } from "#document";
import { createDocumentActions } from "./actions/documentActions.ts";
import { createSessionActions } from "./actions/sessionActions.ts";
import { createViewActions } from "./actions/viewActions.ts";
import { startTimeline } from "./history/timeline.ts";
import { pruneSelection } from "./neurons.ts";
import type { AppActions, AppState, Preferences } from "./types.ts";

/** The state with what may be done to it. */
export interface AppModel extends AppState {
  readonly actions: AppActions;
}

export type AppStore = StoreApi<AppModel>;

/** What a store begins with: an opened link, the autosave or the start preset. */
export interface InitialState {
  readonly workspace: Workspace;
  readonly preferences: Preferences;
}

/** Make the one store of a page. Never a module singleton: the composition root hands it down. */
export function createAppStore({ workspace, preferences }: InitialState): AppStore {
  return createStore<AppModel>()((set, get) => ({
    ...startTimeline(workspace),
    view: pruneSelection(workspace.experiment, workspace.view),
    run: { phase: "idle", problem: null },
    playing: false,
    ghost: null,
    hovered: null,
    spike: null,
    preferences,
    notices: [],
    actions: {
      ...createDocumentActions(set, get),
      ...createViewActions(set, get),
      ...createSessionActions(set, get),
    },
  }));
}
