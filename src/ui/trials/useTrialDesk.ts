import { useCallback, useSyncExternalStore } from "react";
import { atNextBeat } from "../hooks/calmBeat.ts";
import { useServices } from "../hooks/ServicesProvider.tsx";
import { useAppStore } from "../hooks/StoreProvider.tsx";
import type { TrialRun } from "./trialRun.ts";

/** The trials now, read anew at each beat while they go on. */
export interface DeskView {
  readonly run: TrialRun | null;
  /** Differs whenever there is something new to draw. */
  readonly revision: number;
}

/** Follow the trials at a pace that can be read; slower while something is dragged. */
export function useTrialDesk(): DeskView {
  const { trials } = useServices();
  const store = useAppStore();
  const subscribe = useCallback(
    (listener: () => void) => {
      let cancel: (() => void) | null = null;
      let run = trials.current();
      const tell = (): void => {
        cancel?.();
        cancel = null;
        run = trials.current();
        listener();
      };
      const leave = trials.subscribe(() => {
        const isTurn = trials.current() !== run || run?.job.outcome !== null;
        // A press and an end are shown at once, results when they can be read.
        if (isTurn) tell();
        else cancel ??= atNextBeat(tell, store.getState().gesture !== null);
      });
      return () => {
        leave();
        cancel?.();
      };
    },
    [trials, store],
  );
  const revision = useSyncExternalStore(subscribe, trials.revision);
  return { run: trials.current(), revision };
}
