import type { AppActions } from "../types.ts";
import type { GetState, SetState } from "./access.ts";

type SessionActions = Pick<
  AppActions,
  "setRun" | "setPlaying" | "setGhost" | "setPreferences" | "notify" | "dismiss"
>;

/** More sentences than this at a time are not read; the oldest goes. */
const NOTICE_LIMIT = 5;

/** State of this sitting: the run, the ghost, preferences and notices. */
export function createSessionActions(set: SetState, get: GetState): SessionActions {
  let lastNotice = 0;
  return {
    setRun: (run) => set({ run }),
    setPlaying: (playing) => set(playing ? { playing, spike: null } : { playing }),
    setGhost: (ghost) => set({ ghost }),
    setPreferences: (change) => set({ preferences: { ...get().preferences, ...change } }),
    notify: (tone, text, offer = null) => {
      lastNotice += 1;
      // The same sentence again moves to the end instead of standing there twice.
      const others = get().notices.filter((notice) => notice.text !== text);
      set({ notices: [...others, { id: lastNotice, tone, text, offer }].slice(-NOTICE_LIMIT) });
    },
    dismiss: (id) => set({ notices: get().notices.filter((notice) => notice.id !== id) }),
  };
}
