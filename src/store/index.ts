export {
  type AppModel,
  type AppStore,
  createAppStore,
  type InitialState,
} from "./createAppStore.ts";
export { HISTORY_LIMIT } from "./history/timeline.ts";
export { hasNeuron, isSameNeuron } from "./neurons.ts";
export { DEFAULT_PREFERENCES } from "./preferences.ts";
export { hasChangedIn, SCOPES, type Scope } from "./scopes.ts";
export {
  canRedo,
  canUndo,
  isDragging,
  isHovered,
  isSelected,
  selectOpened,
  selectRedoLabel,
  selectUndoLabel,
  toWorkspace,
} from "./selectors.ts";
export { fromStorage, type Restored, type Saved, toStorage } from "./storage.ts";
export type {
  AppActions,
  AppState,
  Capture,
  Ghost,
  HistoryEntry,
  Notice,
  Preferences,
  RunStatus,
} from "./types.ts";
