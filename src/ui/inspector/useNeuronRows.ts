import { useMemo } from "react";
import { useApp, useAppStore } from "../hooks/StoreProvider.tsx";
import { listRows, type NeuronRows } from "./neuronRows.ts";

/** The neurons as rows; the same object until neurons are added, removed or renamed, so not during a drag. */
export function useNeuronRows(): NeuronRows {
  const store = useAppStore();
  const shape = useApp(({ experiment }) =>
    listRows(experiment.network)
      .blocks.map(({ population, type, count }) => `${population} ${type} ${count}`)
      .join(),
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: the shape says when the rows are others
  return useMemo(() => listRows(store.getState().experiment.network), [store, shape]);
}
