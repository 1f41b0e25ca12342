export { MathSymbol } from "./controls/MathSymbol.tsx";
export { ParameterControl } from "./controls/ParameterControl.tsx";
export { type DialogId, DialogsProvider, useDialogs } from "./dialogs/DialogsProvider.tsx";
export type { PresetCard } from "./dialogs/PresetGallery.tsx";
export { ServicesProvider, useServices } from "./hooks/ServicesProvider.tsx";
export { StoreProvider, useActions, useApp, useAppStore } from "./hooks/StoreProvider.tsx";
export type { Screen } from "./hooks/useScreen.ts";
export { useScreen } from "./hooks/useScreen.ts";
export { tellSwitch } from "./inspector/engineWords.ts";
export { deriveGeometry } from "./lab/geometry.ts";
export { type Lab, type LabData, LabProvider, type PanelCapture } from "./lab/LabContext.tsx";
export { inputAt } from "./lab/present.ts";
export { summarise } from "./lab/summarise.ts";
export { tracedNeurons } from "./lab/tracedNeurons.ts";
export { EiLab } from "./panels/EiLab.tsx";
export type {
  CrossingNumbers,
  NumericsFeed,
  NumericsReading,
  PanelId,
  PopulationNumbers,
  Services,
  Summary,
  SummaryFeed,
} from "./services.ts";
export { Header } from "./shell/Header.tsx";
export { Shell } from "./shell/Shell.tsx";
export { AppTheme } from "./theme/AppTheme.tsx";
export { describeVariable } from "./trials/describeVariable.ts";
export type { TrialDesk, TrialRun } from "./trials/trialRun.ts";
export { fullTable } from "./trials/trialTable.ts";
export { watchedNeurons } from "./trials/watchedNeurons.ts";
