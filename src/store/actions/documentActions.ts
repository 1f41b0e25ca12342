import { fitTimes } from "../fitTimes.ts";
import {
  beginGesture,
  cancelGesture,
  commitGesture,
  editGesture,
  record,
  recordOpening,
  redo,
  replace,
  startTimeline,
  type Timeline,
  undo,
} from "../history/timeline.ts";
import { hasNeuron, pruneSelection } from "../neurons.ts";
import type { AppActions, AppState, Capture } from "../types.ts";
import type { GetState, SetState } from "./access.ts";

type DocumentActions = Pick<
  AppActions,
  "edit" | "beginGesture" | "commitGesture" | "cancelGesture" | "undo" | "redo" | "open"
>;

/** Everything that changes the document or its history; run state and view stay, but for lost neurons. */
export function createDocumentActions(set: SetState, get: GetState): DocumentActions {
  const move = (step: (timeline: Timeline) => Timeline): void => {
    const state = get();
    const next = step(state);
    if (next !== state) set(adopt(state, next));
  };
  return {
    edit: (label, change, capture = "now") =>
      move((timeline) => {
        const experiment = change(timeline.experiment);
        if (experiment === timeline.experiment) return timeline;
        return capturing(capture, timeline, { label, experiment });
      }),
    beginGesture: (label) => move((timeline) => beginGesture(timeline, label)),
    commitGesture: () => move(commitGesture),
    cancelGesture: () => move(cancelGesture),
    undo: () => move(undo),
    redo: () => move(redo),
    open: (workspace, { undoable = false, label = "open another experiment" } = {}) => {
      const state = get();
      set({
        ...adopt(
          state,
          undoable ? recordOpening(state, label, workspace) : startTimeline(workspace),
        ),
        // A ghost of another experiment would be compared with things that it never was.
        ...(undoable ? {} : { ghost: null }),
      });
    },
  };
}

function capturing(
  capture: Capture,
  timeline: Timeline,
  { label, experiment }: { readonly label: string; readonly experiment: Timeline["experiment"] },
): Timeline {
  switch (capture) {
    case "now":
      return record(timeline, label, experiment);
    case "gesture":
      return editGesture(timeline, experiment);
    case "never":
      return replace(timeline, experiment);
  }
}

/** The change of state that makes `next` the present, without neurons and times that it lost. */
function adopt(
  before: AppState,
  { experiment, view, past, future, gesture }: Timeline,
): Partial<AppState> {
  const { hovered, spike } = before;
  const seen = pruneSelection(experiment, view);
  return {
    experiment,
    past,
    future,
    gesture,
    // While the end of the run is in somebody's hand it may still come back.
    view: gesture === null ? fitTimes(experiment, seen) : seen,
    hovered: hovered !== null && hasNeuron(experiment, hovered) ? hovered : null,
    // Another document is another run, with spikes of its own.
    spike: experiment === before.experiment ? spike : null,
  };
}
