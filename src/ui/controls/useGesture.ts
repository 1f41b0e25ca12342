import { useEffect, useMemo, useRef } from "react";
import type { ExperimentDoc } from "#document";
import { useActions } from "../hooks/StoreProvider.tsx";

/** One drag or one held key: begun, edited, then kept as one undo step or dropped. */
export interface Gesture {
  isOpen(): boolean;
  begin(): void;
  /** Edits inside the open gesture, or as a step of its own when none is open. */
  edit(change: (experiment: ExperimentDoc) => ExperimentDoc): void;
  commit(): void;
  cancel(): void;
}

/** A gesture of one control under a history label; an abandoned one is committed when the control goes away. */
export function useGesture(label: string): Gesture {
  const actions = useActions();
  const open = useRef(false);
  const gesture = useMemo<Gesture>(() => {
    const close = (finish: () => void) => {
      if (!open.current) return;
      open.current = false;
      finish();
    };
    return {
      isOpen: () => open.current,
      begin: () => {
        if (open.current) return;
        open.current = true;
        actions.beginGesture(label);
      },
      edit: (change) => actions.edit(label, change, open.current ? "gesture" : "now"),
      commit: () => close(actions.commitGesture),
      cancel: () => close(actions.cancelGesture),
    };
  }, [actions, label]);
  useEffect(() => gesture.commit, [gesture]);
  return gesture;
}
