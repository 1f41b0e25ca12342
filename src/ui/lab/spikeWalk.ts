import { useMemo } from "react";
import { compileNetwork } from "#document";
import type { Traces } from "#runtime/protocol";
import type { AppStore } from "#store";
import { useAppStore } from "../hooks/StoreProvider.tsx";
import { toIndices } from "./geometry.ts";
import { type Lab, useLab } from "./LabContext.tsx";
import { labelOf } from "./neuronLabel.ts";

/** Goes to spikes and explains them; always holds time first. */
export interface SpikeWalk {
  /** The next (1) or previous (-1) spike, of the selected neurons when there are any. */
  go(by: 1 | -1): void;
  /** A spike by its place in the run's list. */
  choose(spike: number): void;
  /** One time step forth or back, and the spike that it lands on. */
  step(by: 1 | -1): void;
}

/** Times closer than this are one instant; tau. */
const SAME_INSTANT = 1e-9;

/** The walk through the run on show. */
export function useSpikeWalk(): SpikeWalk {
  const store = useAppStore();
  const lab = useLab();
  return useMemo(() => createSpikeWalk(store, lab), [store, lab]);
}

/** Make the walk; it reads the store and the run at every call. */
export function createSpikeWalk(store: AppStore, lab: Lab): SpikeWalk {
  const { setPlaying, explain, notify } = store.getState().actions;
  const choose = (spike: number): void => {
    setPlaying(false);
    lab.seek(lab.data.traces.spikeTime[spike] ?? 0, true);
    explain(spike);
    lab.loop.invalidate();
  };
  const go = (by: 1 | -1): void => {
    const { view, experiment, spike } = store.getState();
    if (view.mode === "live") return;
    setPlaying(false);
    if (experiment.dynamics.engine === "rate") {
      notify("info", "A network of rates moves without spikes: there is no spike to explain.");
      return;
    }
    const { traces, time } = lab.data;
    const wanted = selectedNeurons(store);
    const found = findSpike(traces, { from: spike ?? time, isPlace: spike !== null, by, wanted });
    if (found !== null) choose(found);
    else notify("info", sayNone(store, by));
  };
  const step = (by: 1 | -1): void => {
    const { view, experiment } = store.getState();
    setPlaying(false);
    if (by > 0) lab.stepOnce();
    else if (view.mode !== "live")
      lab.seek(lab.data.time - (experiment.dynamics.dt ?? lab.data.traces.dt), true);
    if (view.mode !== "live") explain(spikeAt(lab.data.traces, lab.data.time));
  };
  return { go, choose, step };
}

interface Search {
  /** A place in the list or a time, tau. */
  readonly from: number;
  readonly isPlace: boolean;
  readonly by: 1 | -1;
  /** Neurons whose spikes count; null for all. */
  readonly wanted: ReadonlySet<number> | null;
}

/** The nearest wanted spike on one side of a spike or a time, or null. */
export function findSpike(
  { spikeTime, spikeNeuron, spikeStart, spikeEnd }: Traces,
  { from, isPlace, by, wanted }: Search,
): number | null {
  const first = by > 0 ? spikeStart : spikeEnd - 1;
  for (let spike = first; spike >= spikeStart && spike < spikeEnd; spike += by) {
    const isBeyond = isPlace
      ? (spike - from) * by > 0
      : ((spikeTime[spike] ?? 0) - from) * by > SAME_INSTANT;
    if (isBeyond && (wanted === null || wanted.has(spikeNeuron[spike] ?? 0))) return spike;
  }
  return null;
}

/** The first spike at a time, or null. */
function spikeAt(traces: Traces, time: number): number | null {
  const search = { from: time - 2 * SAME_INSTANT, isPlace: false, by: 1, wanted: null } as const;
  const found = findSpike(traces, search);
  if (found === null) return null;
  return Math.abs((traces.spikeTime[found] ?? 0) - time) <= SAME_INSTANT ? found : null;
}

function selectedNeurons(store: AppStore): ReadonlySet<number> | null {
  const { experiment, view } = store.getState();
  if (view.selection.length === 0) return null;
  const compiled = compileNetwork(experiment.network);
  return compiled.ok ? new Set(toIndices(compiled.network, view.selection)) : null;
}

function sayNone(store: AppStore, by: 1 | -1): string {
  const { selection } = store.getState().view;
  const [only] = selection;
  const which = by > 0 ? "later" : "earlier";
  if (only === undefined) return `There is no ${which} spike in this run.`;
  const whose = selection.length === 1 ? labelOf(only) : "the selected neurons";
  return `There is no ${which} spike of ${whose}; select nothing to go through all spikes.`;
}
