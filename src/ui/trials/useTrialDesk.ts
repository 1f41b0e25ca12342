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
      const tell = (): void => {
        cancel = null;
        listener();
      };
      const leave = trials.subscribe(() => {
        cancel ??= atNextBeat(tell, store.getState().gesture !== null);
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
