import { type ReactNode, useEffect, useRef } from "react";
import type { AppState } from "#store";
import { describeNeurons } from "../controls/describeTarget.ts";
import { useAppStore } from "../hooks/StoreProvider.tsx";

/** Speaks what sighted users see happen elsewhere on the page: undo, redo and the selection. */
export function Announcer(): ReactNode {
  const store = useAppStore();
  const voice = useRef<HTMLDivElement>(null);
  useEffect(
    () =>
      store.subscribe((state, before) => {
        const sentence = tellChange(state, before);
        if (sentence !== null && voice.current !== null) voice.current.textContent = sentence;
      }),
    [store],
  );
  return <div ref={voice} className="lb-hidden" role="status" aria-live="polite" />;
}

/** What changed between two states, for a screen reader; null when nothing worth saying did. */
export function tellChange(state: AppState, before: AppState): string | null {
  if (state.future.length > before.future.length && state.past.length < before.past.length) {
    return `Undone: ${before.past.at(-1)?.label ?? "last step"}.`;
  }
  if (state.future.length < before.future.length && state.past.length > before.past.length) {
    const redone = state.past.at(-1)?.label;
    if (redone === before.future[0]?.label) return `Done again: ${redone ?? "last step"}.`;
  }
  const { selection } = state.view;
  if (selection === before.view.selection) return null;
  return selection.length === 0 ? "Nothing selected." : `Selected: ${describeNeurons(selection)}.`;
}
