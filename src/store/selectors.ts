import type { ExperimentDoc, NeuronRef, Workspace } from "#document";
import { isSameNeuron } from "./neurons.ts";
import type { AppState } from "./types.ts";

export function canUndo(state: AppState): boolean {
  return state.past.length > 0 || state.gesture !== null;
}

export function canRedo(state: AppState): boolean {
  return state.future.length > 0 && state.gesture === null;
}

/** What undo would take back, or null. */
export function selectUndoLabel(state: AppState): string | null {
  return state.gesture?.label ?? state.past.at(-1)?.label ?? null;
}

/** What redo would bring back, or null. */
export function selectRedoLabel(state: AppState): string | null {
  return state.gesture === null ? (state.future[0]?.label ?? null) : null;
}

export function isDragging(state: AppState): boolean {
  return state.gesture !== null;
}

export function isSelected(state: AppState, neuron: NeuronRef): boolean {
  return state.view.selection.some((selected) => isSameNeuron(selected, neuron));
}

export function isHovered(state: AppState, neuron: NeuronRef): boolean {
  return state.hovered !== null && isSameNeuron(state.hovered, neuron);
}

/** The document as it was opened: right after the last step that opened one, else the oldest that is known. */
export function selectOpened({ past, gesture, experiment }: AppState): ExperimentDoc {
  const opening = past.findLastIndex(({ view }) => view !== undefined);
  return (past[opening + 1] ?? gesture)?.experiment ?? experiment;
}

/** What a link or the autosave describes. A new object each time: for writing it out, not for subscribing. */
export function toWorkspace({ experiment, view }: AppState): Workspace {
  return { experiment, view };
}
