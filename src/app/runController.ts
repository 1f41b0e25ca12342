import { type ExperimentDoc, toSimulation, type ViewState } from "#document";
import type { FrameLoop, SimulationClient } from "#runtime/client";
import { planRecording } from "#runtime/protocol";
import type { AppModel, AppState, AppStore } from "#store";
import type { LabData } from "#ui";
import { liveCurrents, liveSpec, neuronIndices, withoutNetwork } from "./liveRun.ts";

/** Most samples kept of a run: a few for every pixel of a wide screen. */
const MAX_SAMPLES = 20_000;
/** Longest rolling window of a live run, tau. */
const LIVE_WINDOW = 12;

export interface RunController {
  /** Begin again from step 0: the present document, from the start. */
  restart(): void;
  stepOnce(): void;
  dispose(): void;
}

interface Parts {
  readonly store: AppStore;
  readonly client: SimulationClient;
  readonly data: LabData;
  readonly loop: FrameLoop;
}

/** Length of the time axis of a live run, tau. */
export function liveWindow(experiment: ExperimentDoc): number {
  return Math.min(LIVE_WINDOW, Math.max(1, experiment.duration));
}

/**
 * Keep the simulation in step with the document: a protocol run is run again at every edit, a live one is
 * steered where it can be and started anew where it cannot. Also moves the playhead while playing.
 */
export function createRunController({ store, client, data, loop }: Parts): RunController {
  const begin = (state: AppModel): void => {
    const simulation = toSimulation(state.experiment);
    if (!simulation.ok) {
      client.stop();
      state.actions.setRun({ phase: "failed", problem: simulation.problem.message });
      return;
    }
    const { spec } = simulation;
    const wanted = wantedTraces(state.view, neuronIndices(spec.network, state.view.selection));
    data.recorded = wanted.voltages ?? wanted.currents ?? [];
    if (state.view.mode === "protocol") {
      void client.run(spec, planRecording(spec, { maxSamples: MAX_SAMPLES, ...wanted }));
      return;
    }
    const live = liveSpec(spec, state.view);
    const window = liveWindow(state.experiment);
    client.live(live, planRecording(live, { maxSamples: MAX_SAMPLES, window, ...wanted }), window);
    client.steer({ current: liveCurrents(spec.network, state.view.liveCurrent) });
    state.actions.setPlaying(true);
  };

  const follow = (state: AppModel, before: AppState): void => {
    if (needsNewRun(state, before)) begin(state);
    else if (state.view.mode === "live") steer(state, before, client);
    if (state.playing !== before.playing && !state.playing && state.view.mode === "live")
      client.pause();
    loop.invalidate();
  };

  const unsubscribe = store.subscribe(follow);
  const leave = loop.subscribe((_time, elapsedMs) => {
    const state = store.getState();
    if (!state.playing) return;
    if (state.view.mode === "live") client.pump(elapsedMs, state.view.speed);
    else data.time = advance(data, (elapsedMs / 1000) * state.view.speed);
    loop.invalidate();
  });
  begin(store.getState());
  return {
    restart: () => begin(store.getState()),
    stepOnce: () => client.stepOnce(1),
    dispose() {
      unsubscribe();
      leave();
    },
  };
}

/** Playhead after some time has passed, from the end back to the beginning. */
function advance(data: LabData, passed: number): number {
  const [from, to] = data.timeRange;
  const next = data.time + passed;
  return next <= to ? next : from;
}

function wantedTraces(
  view: ViewState,
  selected: readonly number[],
): { readonly voltages?: readonly number[]; readonly currents?: readonly number[] } {
  if (view.show.traces === "none") return {};
  const neurons = selected.length > 0 ? selected.slice(0, 4) : [];
  return view.show.traces === "voltages" ? { voltages: neurons } : { currents: neurons };
}

function needsNewRun(state: AppState, before: AppState): boolean {
  const { view, experiment } = state;
  if (view.mode !== before.view.mode || view.show.traces !== before.view.show.traces) return true;
  if (view.show.traces !== "none" && view.selection !== before.view.selection) return true;
  if (experiment === before.experiment) return false;
  return (
    view.mode === "protocol" || withoutNetwork(experiment) !== withoutNetwork(before.experiment)
  );
}

function steer(state: AppState, before: AppState, client: SimulationClient): void {
  const { view, experiment } = state;
  const simulation = experiment === before.experiment ? null : toSimulation(experiment);
  if (simulation?.ok === true) client.steer({ network: simulation.spec.network });
  if (view.liveInput !== before.view.liveInput)
    client.steer({ input: Float64Array.from(view.liveInput) });
  if (view.liveCurrent !== before.view.liveCurrent) {
    const present = toSimulation(experiment);
    if (present.ok) client.steer({ current: liveCurrents(present.spec.network, view.liveCurrent) });
  }
}
