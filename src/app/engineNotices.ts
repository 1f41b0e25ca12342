import type { AppStore } from "#store";
import { tellSwitch } from "#ui";

/**
 * Say so when an edit asks for more than the engine can carry and another one takes over.
 *
 * @returns the function that ends it.
 */
export function announceEngines(store: AppStore): () => void {
  return store.subscribe((state, before) => {
    if (state.experiment.dynamics === before.experiment.dynamics) return;
    // Another experiment that was opened comes with an engine of its own, and so does an older state.
    const step = state.past.length > before.past.length ? state.past.at(-1) : null;
    const isEdit = state.gesture !== null || (step != null && step.view === undefined);
    if (!isEdit || state.future.length > 0) return;
    const sentence = tellSwitch(state.experiment, before.experiment);
    if (sentence !== null) state.actions.notify("info", sentence);
  });
}
