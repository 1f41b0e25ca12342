import { useCallback, useSyncExternalStore } from "react";
import type { AppState, AppStore } from "#store";
import { atNextBeat } from "./calmBeat.ts";
import { useAppStore } from "./StoreProvider.tsx";

/** Tells of changes at once, but of those inside a gesture only now and then. */
interface CalmFeed {
  subscribe(listener: () => void): () => void;
}

const feeds = new WeakMap<AppStore, CalmFeed>();

function feedOf(store: AppStore): CalmFeed {
  const known = feeds.get(store) ?? createFeed(store);
  feeds.set(store, known);
  return known;
}

/** One beat for all listeners, so that they are rendered together. */
function createFeed(store: AppStore): CalmFeed {
  const listeners = new Set<() => void>();
  let cancel: (() => void) | null = null;
  let stop: (() => void) | null = null;
  const tell = (): void => {
    cancel?.();
    cancel = null;
    for (const listener of listeners) listener();
  };
  const follow = (state: AppState): void => {
    if (state.gesture === null) tell();
    else cancel ??= atNextBeat(tell, true);
  };
  return {
    subscribe(listener) {
      listeners.add(listener);
      stop ??= store.subscribe(follow);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        stop?.();
        stop = null;
        cancel?.();
        cancel = null;
      };
    },
  };
}

const never = (): boolean => false;

/**
 * Read a part of the state for text that a drag elsewhere changes: numbers follow it now and then and are right
 * when it ends, and the frames between belong to the pictures.
 *
 * @param isOwn true while the gesture is this component's own, which is followed at once; keep the same function.
 */
export function useCalmApp<Selected>(
  select: (state: AppState) => Selected,
  isOwn: () => boolean = never,
): Selected {
  const store = useAppStore();
  const subscribe = useCallback(
    (listener: () => void) => {
      const leaveCalm = feedOf(store).subscribe(listener);
      const leave = store.subscribe(() => {
        if (isOwn()) listener();
      });
      return () => {
        leaveCalm();
        leave();
      };
    },
    [store, isOwn],
  );
  return useSyncExternalStore(subscribe, () => select(store.getState()));
}
