import { useEffect } from "react";
import { compileNetwork } from "#document";
import { useActions, useAppStore } from "../hooks/StoreProvider.tsx";
import { toIndex, toRef } from "../lab/geometry.ts";
import { useSpikeWalk } from "../lab/spikeWalk.ts";

/** Fields that letters and signs belong to; a choice that has just been made is none of them. */
const TYPED_INTO = "input:not([type='radio'], [type='checkbox'], [type='range']), textarea";

/** Keys that work anywhere but in fields: space, spike to spike, step by step, neuron to neuron. */
export function useLabKeys(): void {
  const store = useAppStore();
  const { setPlaying, select } = useActions();
  const walk = useSpikeWalk();
  useEffect(() => {
    const choose = (by: 1 | -1): void => {
      const { experiment, view } = store.getState();
      const compiled = compileNetwork(experiment.network);
      if (!compiled.ok) return;
      const { network } = compiled;
      const now = toIndex(network, view.selection.at(-1) ?? null);
      const next = now === null ? (by > 0 ? 0 : network.neurons - 1) : now + by;
      const ref = toRef(network, (next + network.neurons) % network.neurons);
      if (ref !== null) select([ref]);
    };
    const keys: Readonly<Record<string, () => void>> = {
      " ": () => setPlaying(!store.getState().playing),
      ",": () => walk.go(-1),
      ".": () => walk.go(1),
      "<": () => walk.step(-1),
      ">": () => walk.step(1),
      "[": () => choose(-1),
      "]": () => choose(1),
    };
    const listen = (event: KeyboardEvent): void => {
      const { target } = event;
      const busy =
        target instanceof HTMLElement &&
        target.closest(`${TYPED_INTO}, select, [role='dialog'], [role='menu']`) !== null;
      // The space bar belongs to a focused button or choice.
      const pressing =
        event.key === " " && target instanceof HTMLElement && target.matches("button, input");
      const act = keys[event.key];
      if (busy || pressing || act === undefined || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      act();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [store, walk, setPlaying, select]);
}
