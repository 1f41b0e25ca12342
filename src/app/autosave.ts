import type { AppStore } from "#store";
import { hasChangedIn, toStorage } from "#store";

const KEY = "latent-boundaries/autosave";
const DELAY = 400;

/** What the browser kept from the last visit, or null; a browser that refuses storage has kept nothing. */
export function readAutosave(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** Keep the workspace and the preferences in the browser, soon after each change and when the page is left. */
export function startAutosave(store: AppStore): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const save = (): void => {
    clearTimeout(timer);
    const { experiment, view, preferences } = store.getState();
    try {
      localStorage.setItem(KEY, toStorage({ workspace: { experiment, view }, preferences }));
    } catch {
      // Storage may be full or refused: the link still describes everything on screen.
    }
  };
  const unsubscribe = store.subscribe((state, before) => {
    if (!hasChangedIn("storage", before, state)) return;
    clearTimeout(timer);
    timer = setTimeout(save, DELAY);
  });
  addEventListener("pagehide", save);
  return () => {
    unsubscribe();
    clearTimeout(timer);
    removeEventListener("pagehide", save);
  };
}
