import type { AppStore } from "#store";
import {
  deriveGeometry,
  inputAt,
  type LabData,
  type Summary,
  type SummaryFeed,
  summarise,
} from "#ui";

/** Live numbers of the present and the pinned run; computed only when somebody reads them. */
export function createSummaryFeed(
  store: AppStore,
  data: LabData,
): SummaryFeed & { changed(): void } {
  const listeners = new Set<() => void>();
  const changed = (): void => {
    for (const listener of listeners) listener();
  };
  const windowOf = (): { readonly from: number; readonly to: number } => {
    const { view, experiment } = store.getState();
    if (view.mode === "protocol") return experiment.window;
    return { from: data.timeRange[0], to: data.timeRange[1] };
  };
  const current = (): Summary | null => {
    const { experiment, view } = store.getState();
    const derived = deriveGeometry(experiment, view.ranges);
    if (!derived.ok || data.traces.sampleEnd === data.traces.sampleStart) return null;
    return summarise({
      experiment,
      geometry: derived.geometry,
      traces: data.traces,
      time: data.time,
      window: windowOf(),
      input: inputAt(view, data.traces, data.time),
    });
  };
  const ghost = (): Summary | null => {
    const { ghost: pinned, view } = store.getState();
    if (pinned === null || data.ghost === null) return null;
    const derived = deriveGeometry(pinned.experiment, view.ranges);
    if (!derived.ok) return null;
    return summarise({
      experiment: pinned.experiment,
      geometry: derived.geometry,
      traces: data.ghost,
      time: data.time,
      window: pinned.experiment.window,
      input: inputAt({ ...view, mode: "protocol" }, data.ghost, data.time),
    });
  };
  store.subscribe(changed);
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    current,
    ghost,
    changed,
  };
}
