import { useSyncExternalStore } from "react";
import { useServices } from "../hooks/ServicesProvider.tsx";
import { useApp, useAppStore } from "../hooks/StoreProvider.tsx";
import { deriveGeometry, type Geometry } from "../lab/geometry.ts";
import { useLab } from "../lab/LabContext.tsx";
import { type ExplainedSpike, explainedSpike } from "../lab/spikeMoment.ts";

/** The spike on show, explained, with the geometry of its network. */
export interface Explained extends ExplainedSpike {
  readonly geometry: Geometry;
}

/** The spike that is explained, or null; renders when another one is or the run is, never for a frame. */
export function useExplained(): Explained | null {
  const store = useAppStore();
  const lab = useLab();
  const { summary } = useServices();
  const isOn = useApp(({ spike, playing }) => spike !== null && !playing);
  useApp(({ spike }) => spike);
  // Without a spike on show the runs of a drag render nothing.
  useSyncExternalStore(summary.subscribe, () => (isOn ? lab.data.traces.version : 0));
  const state = store.getState();
  const explained = explainedSpike(state, lab.data);
  if (explained === null) return null;
  const derived = deriveGeometry(state.experiment, state.view.ranges);
  return derived.ok ? { ...explained, geometry: derived.geometry } : null;
}
