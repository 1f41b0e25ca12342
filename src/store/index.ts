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
