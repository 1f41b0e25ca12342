import type { Workspace } from "#document";
import { isSameData } from "#math";
import type { AppState, HistoryEntry } from "../types.ts";

/**
 * What the history knows: the document with its view, the steps before and after it and the gesture that is going on.
 */
export type Timeline = Pick<AppState, "experiment" | "view" | "past" | "future" | "gesture">;

/** Oldest steps are forgotten beyond this many; snapshots share structure, so a step costs little. */
export const HISTORY_LIMIT = 200;

/** A workspace with nothing to undo. */
export function startTimeline({ experiment, view }: Workspace): Timeline {
  return { experiment, view, past: [], future: [], gesture: null };
}

/**
 * Make `experiment` the present and remember the present one under `label`. A document that equals the present
 * one leaves no step. An open gesture is committed first: it was an intention of its own.
 */
export function record(
  timeline: Timeline,
  label: string,
  experiment: Timeline["experiment"],
): Timeline {
  const settled = commitGesture(timeline);
  if (isSameData(settled.experiment, experiment)) return settled;
  return remember({ ...settled, experiment }, { label, experiment: settled.experiment });
}

/** Make another workspace the present, view and all; undo brings both back. An equal document leaves no step. */
export function recordOpening(
  timeline: Timeline,
  label: string,
  { experiment, view }: Workspace,
): Timeline {
  const settled = commitGesture(timeline);
  if (isSameData(settled.experiment, experiment)) return { ...settled, view };
  const step = { label, experiment: settled.experiment, view: settled.view };
  return remember({ ...settled, experiment, view }, step);
}

/** Make `experiment` the present and keep the steps as they are. */
export function replace(timeline: Timeline, experiment: Timeline["experiment"]): Timeline {
  return timeline.experiment === experiment ? timeline : { ...timeline, experiment };
}

/** Mark the present document; what follows is one step until it is committed or cancelled. */
export function beginGesture(timeline: Timeline, label: string): Timeline {
  const settled = commitGesture(timeline);
  return { ...settled, gesture: { label, experiment: settled.experiment } };
}

/**
 * Edit within the open gesture. Without one nothing happens: the pointer may still be moving after Escape.
 */
export function editGesture(timeline: Timeline, experiment: Timeline["experiment"]): Timeline {
  return timeline.gesture === null ? timeline : replace(timeline, experiment);
}

/** Close the gesture as one step, or as none when it ended where it began. */
export function commitGesture(timeline: Timeline): Timeline {
  const { gesture } = timeline;
  if (gesture === null) return timeline;
  // The very document of the mark comes back, so that whoever compares by identity sees no change either.
  if (isSameData(gesture.experiment, timeline.experiment)) return cancelGesture(timeline);
  return remember({ ...timeline, gesture: null }, gesture);
}

/** Go back to the mark; the steps to redo are still there. */
export function cancelGesture(timeline: Timeline): Timeline {
  const { gesture } = timeline;
  if (gesture === null) return timeline;
  return { ...timeline, experiment: gesture.experiment, gesture: null };
}

/** One step back. In the middle of a gesture that means: not this gesture. */
export function undo(timeline: Timeline): Timeline {
  if (timeline.gesture !== null) return cancelGesture(timeline);
  const step = timeline.past.at(-1);
  if (step === undefined) return timeline;
  return {
    ...presentOf(step, timeline),
    past: timeline.past.slice(0, -1),
    future: [wayBack(step, timeline), ...timeline.future],
    gesture: null,
  };
}

/** One step forward again; nothing in the middle of a gesture. */
export function redo(timeline: Timeline): Timeline {
  const step = timeline.future[0];
  if (timeline.gesture !== null || step === undefined) return timeline;
  return {
    ...presentOf(step, timeline),
    past: [...timeline.past, wayBack(step, timeline)],
    future: timeline.future.slice(1),
    gesture: null,
  };
}

function presentOf({ experiment, view }: HistoryEntry, timeline: Timeline): Workspace {
  return { experiment, view: view ?? timeline.view };
}

/** The step that leads from where a step goes back to the present. */
function wayBack({ label, view }: HistoryEntry, timeline: Timeline): HistoryEntry {
  const { experiment } = timeline;
  return view === undefined ? { label, experiment } : { label, experiment, view: timeline.view };
}

function remember(timeline: Timeline, step: HistoryEntry): Timeline {
  return { ...timeline, past: [...timeline.past, step].slice(-HISTORY_LIMIT), future: [] };
}
