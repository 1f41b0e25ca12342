import type { AppStore } from "#store";
import { tellSwitch } from "#ui";

/**
 * Say so when an edit asks for more than the engine can carry and another one takes over. The sentence is taken back
 * when that one goes in its turn: it would be untrue.
 *
 * @returns the function that ends it.
 */
export function announceEngines(store: AppStore): () => void {
  let told: string | null = null;
  const takeBack = (): void => {
    const { notices, actions } = store.getState();
    for (const { id, text } of notices) if (text === told) actions.dismiss(id);
    told = null;
  };
  return store.subscribe((state, before) => {
    if (state.experiment.dynamics === before.experiment.dynamics) return;
    if (state.experiment.dynamics.engine !== before.experiment.dynamics.engine) takeBack();
    // Another experiment that was opened comes with an engine of its own, and so does an older state.
    const step = state.past.length > before.past.length ? state.past.at(-1) : null;
    const isEdit = state.gesture !== null || (step != null && step.view === undefined);
    if (!isEdit || state.future.length > 0) return;
    const sentence = tellSwitch(state.experiment, before.experiment);
    if (sentence === null) return;
    state.actions.notify("info", sentence);
    told = sentence;
  });
}
