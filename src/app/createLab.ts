import type { ViewState } from "#document";
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

/** What the time axis was made from. */
interface Axis {
  readonly mode: ViewState["mode"];
  readonly timeRange: ViewState["timeRange"];
  readonly duration: number;
}

/** What the panels share: the playhead follows the document's view, and the view follows the finger. */
export function createLab({ store, data, loop, captures, runs }: LabParts): Lab {
  const seek = (time: number, commit: boolean): void => {
    const { experiment, actions } = store.getState();
    data.time = Math.min(experiment.duration, Math.max(0, time));
    if (commit) actions.setView({ time: data.time });
    loop.invalidate();
  };
  let axis: Axis | null = null;
  const adoptAxis = ({ view, experiment }: AppState): void => {
    const { duration } = experiment;
    const { mode, timeRange } = view;
    if (axis?.mode === mode && axis.timeRange === timeRange && axis.duration === duration) return;
    axis = { mode, timeRange, duration };
    data.timeRange = mode === "live" ? [0, liveWindow(experiment)] : (timeRange ?? [0, duration]);
  };
  adoptAxis(store.getState());
  store.subscribe((state, before) => {
    const { view } = state;
    if (view.time !== before.view.time || view.mode !== before.view.mode) data.time = view.time;
    // The axis lies still under a hand that drags the end of the run.
    if (state.gesture === null) adoptAxis(state);
    // What playing has moved is kept when it stops.
    if (!state.playing && before.playing && view.mode === "protocol") seek(data.time, true);
  });
  return {
    data,
    loop,
    seek,
    holdInput(values) {
      const { view, actions } = store.getState();
      // A hand that holds the first input leaves the others where they are.
      actions.setView({ liveInput: [...values, ...view.liveInput.slice(values.length)] });
    },
    stepOnce() {
      const { view, experiment } = store.getState();
      if (view.mode === "live") runs.stepOnce();
      else seek(data.time + (experiment.dynamics.dt ?? data.traces.dt), true);
    },
    registerCapture(panel, capture) {
      if (capture === null) captures.delete(panel);
      else captures.set(panel, capture);
    },
  };
}
