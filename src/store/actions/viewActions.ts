import { hasNeuron, isSameNeuron, keepExisting } from "../neurons.ts";
import type { AppActions, AppState } from "../types.ts";
import type { GetState, SetState } from "./access.ts";

type ViewActions = Pick<AppActions, "setView" | "select" | "hover" | "explain">;

/** What is looked at; never part of the history. */
export function createViewActions(set: SetState, get: GetState): ViewActions {
  return {
    setView: (change) => {
      const { view, spike } = get();
      const next = { ...view, ...change };
      const isSameMoment = next.time === view.time && next.mode === view.mode;
      set({ view: next, spike: isSameMoment ? spike : null });
    },
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
    explain: (spike) => {
      if (get().spike !== spike) set({ spike });
    },
  };
}

function isSameHover({ hovered }: AppState, next: AppState["hovered"]): boolean {
  return hovered === null || next === null ? hovered === next : isSameNeuron(hovered, next);
}
