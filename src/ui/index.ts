export { ServicesProvider, useServices } from "./hooks/ServicesProvider.tsx";
export type { ReadableStore } from "./hooks/StoreProvider.tsx";
export { StoreProvider, useActions, useApp, useAppStore } from "./hooks/StoreProvider.tsx";
export type { Screen } from "./hooks/useScreen.ts";
export { useScreen } from "./hooks/useScreen.ts";
export type {
  CrossingNumbers,
  PanelId,
  PopulationNumbers,
  Services,
  Summary,
  SummaryFeed,
} from "./services.ts";
export { Shell } from "./shell/Shell.tsx";
export { AppTheme } from "./theme/AppTheme.tsx";
