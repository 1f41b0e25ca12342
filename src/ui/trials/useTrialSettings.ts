import { useMemo } from "react";
import {
  type ExperimentDoc,
  resolveChoice,
  type SweepChoice,
  type TrialSettings,
  usualRange,
  usualTrials,
} from "#document";
import { useActions, useApp } from "../hooks/StoreProvider.tsx";

/** The document as it was before the gesture that is going on: a panel of numbers need not follow a drag. */
export function useRestingExperiment(): ExperimentDoc {
  return useApp((state) => state.gesture?.experiment ?? state.experiment);
}

/** What the panel is set to, and how to set it. */
export interface SettingsControl {
  readonly settings: TrialSettings;
  change(change: Partial<TrialSettings>): void;
  /** Vary something else, over a range that suits it. */
  vary(choice: SweepChoice | null): void;
}

/** The settings of the view, or what suits the open document. */
export function useTrialSettings(experiment: ExperimentDoc): SettingsControl {
  const kept = useApp((state) => state.view.trials);
  const inputs = useApp((state) => state.view.ranges.x);
  const selection = useApp((state) => state.view.selection);
  const { setView } = useActions();
  return useMemo(() => {
    const settings = kept ?? usualTrials(experiment, inputs);
    const change = (fields: Partial<TrialSettings>): void =>
      setView({ trials: { ...settings, ...fields } });
    return {
      settings,
      change,
      vary(choice) {
        const variable = choice === null ? null : resolveChoice(experiment, choice, selection);
        const range = variable === null ? settings.range : usualRange(experiment, variable, inputs);
        change({ vary: choice, range });
      },
    };
  }, [kept, experiment, inputs, selection, setView]);
}
