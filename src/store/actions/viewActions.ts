import { hasNeuron, isSameNeuron, keepExisting } from "../neurons.ts";
import type { AppActions, AppState } from "../types.ts";
import type { GetState, SetState } from "./access.ts";

type ViewActions = Pick<AppActions, "setView" | "select" | "hover">;

/** What is looked at; never part of the history. */
export function createViewActions(set: SetState, get: GetState): ViewActions {
  return {
    setView: (change) => set({ view: { ...get().view, ...change } }),
    select: (neurons) => {
      const { experiment, view } = get();
      set({ view: { ...view, selection: keepExisting(experiment, neurons) } });
    },
    hover: (neuron) => {
      const state = get();
      const hovered = neuron !== null && hasNeuron(state.experiment, neuron) ? neuron : null;
      // The pointer moves far more often than it reaches another neuron.
      if (!isSameHover(state, hovered)) set({ hovered });
    },
  };
}

function isSameHover({ hovered }: AppState, next: AppState["hovered"]): boolean {
  return hovered === null || next === null ? hovered === next : isSameNeuron(hovered, next);
}
