import type { FrameLoop } from "#runtime/client";
import type { AppState, AppStore } from "#store";
import type { Lab, LabData, PanelCapture } from "#ui";
import { liveWindow, type RunController } from "./runController.ts";

interface LabParts {
  readonly store: AppStore;
  readonly data: LabData;
  readonly loop: FrameLoop;
  readonly captures: Map<string, PanelCapture>;
  readonly runs: RunController;
}

/** What the panels share: the playhead follows the document's view, and the view follows the finger. */
export function createLab({ store, data, loop, captures, runs }: LabParts): Lab {
  const seek = (time: number, commit: boolean): void => {
    const { experiment, actions } = store.getState();
    data.time = Math.min(experiment.duration, Math.max(0, time));
    if (commit) actions.setView({ time: data.time });
    loop.invalidate();
  };
  adoptView(data, store.getState());
  store.subscribe((state, before) => {
    const { view, experiment } = state;
    if (view.time !== before.view.time) data.time = view.time;
    if (
      view.timeRange !== before.view.timeRange ||
      view.mode !== before.view.mode ||
      experiment.duration !== before.experiment.duration
    )
      adoptView(data, state);
    // What playing has moved is kept when it stops.
    if (!state.playing && before.playing && view.mode === "protocol") seek(data.time, true);
  });
  return {
    data,
    loop,
    seek,
    holdInput(values) {
      store.getState().actions.setView({ liveInput: values });
    },
    stepOnce() {
      const { view, experiment } = store.getState();
      if (view.mode === "live") runs.stepOnce();
      else seek(data.time + (experiment.dynamics.dt ?? 0.01), true);
    },
    registerCapture(panel, capture) {
      if (capture === null) captures.delete(panel);
      else captures.set(panel, capture);
    },
  };
}

function adoptView(data: LabData, { view, experiment }: AppState): void {
  if (view.mode === "live") data.timeRange = [0, liveWindow(experiment)];
  else data.timeRange = view.timeRange ?? [0, experiment.duration];
}
