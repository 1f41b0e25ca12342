import { type ExperimentDoc, toSimulation, type ViewState } from "#document";
import type { LowRankNetwork } from "#model";
import type { FrameLoop, SimulationClient } from "#runtime/client";
import { planRecording } from "#runtime/protocol";
import type { AppModel, AppState, AppStore } from "#store";
import { type LabData, tracedNeurons } from "#ui";
import { liveCurrents, liveSpec, withoutNetwork } from "./liveRun.ts";

/** Most samples kept of a run: a few for every pixel of a wide screen. */
const MAX_SAMPLES = 20_000;
/** Longest rolling window of a live run, tau. */
const LIVE_WINDOW = 12;
/** A live run of up to this many neurons records them all, so that choosing another one does not stop time. */
const MOST_RECORDED = 100;

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
  /** What runs now: what is recorded, and of which network. Null when the document cannot run. */
  let running: { readonly network: LowRankNetwork; readonly recorded: Recorded } | null = null;

  const begin = (state: AppModel): void => {
    const { experiment, view } = state;
    const simulation = toSimulation(experiment);
    if (!simulation.ok) {
      running = null;
      client.stop();
      state.actions.setRun({ phase: "failed", problem: simulation.problem.message });
      return;
    }
    const { spec } = simulation;
    const { network } = spec;
    const recorded = recordedNeurons(view, network);
    running = { network, recorded };
    if (view.mode === "protocol") {
      void client.run(spec, planRecording(spec, { maxSamples: MAX_SAMPLES, ...recorded }));
      return;
    }
    const live = liveSpec(spec, view);
    const window = liveWindow(experiment);
    const plan = planRecording(live, { maxSamples: MAX_SAMPLES, window, ...recorded });
    client.live(live, plan, window);
    client.steer({ current: liveCurrents(network, view.liveCurrent) });
    state.actions.setPlaying(true);
  };

  const needsNewRun = ({ view, experiment }: AppState, before: AppState): boolean => {
    if (view.mode !== before.view.mode) return true;
    if (view.mode === "live" && isSpent(data) && isHandMoved({ view, experiment }, before))
      return true;
    if (experiment !== before.experiment && !canFollow(view, { experiment, before })) return true;
    const isShown = view.show === before.view.show && view.selection === before.view.selection;
    if (isShown || running === null) return false;
    // A selection of the same neurons, or of ones that are recorded anyway, is no reason to begin again.
    const wanted = recordedNeurons(view, running.network);
    return JSON.stringify(wanted) !== JSON.stringify(running.recorded);
  };

  const follow = (state: AppModel, before: AppState): void => {
    if (needsNewRun(state, before)) begin(state);
    else if (state.view.mode === "live") steer(state, before);
    if (state.playing !== before.playing && !state.playing && state.view.mode === "live")
      client.pause();
    loop.invalidate();
  };

  const steer = ({ view, experiment }: AppState, before: AppState): void => {
    if (experiment.network !== before.experiment.network) {
      const simulation = toSimulation(experiment);
      if (simulation.ok) client.steer({ network: simulation.spec.network });
    }
    if (view.liveInput !== before.view.liveInput)
      client.steer({ input: Float64Array.from(view.liveInput) });
    if (running !== null && view.liveCurrent !== before.view.liveCurrent)
      client.steer({ current: liveCurrents(running.network, view.liveCurrent) });
  };

  const unsubscribe = store.subscribe(follow);
  const leave = loop.subscribe((_time, elapsedMs) => {
    const state = store.getState();
    // While the hand is on the network the moment on show stands still: only the edit changes the picture.
    const held = state.gesture !== null && state.view.mode === "protocol";
    if (!state.playing || held) return;
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

/** Network indices of the neurons whose voltages or currents are recorded. */
interface Recorded {
  readonly voltages?: readonly number[];
  readonly currents?: readonly number[];
}

function recordedNeurons(view: ViewState, network: LowRankNetwork): Recorded {
  if (view.show.traces === "none") return {};
  const recordsAll = view.mode === "live" && network.neurons <= MOST_RECORDED;
  const neurons = recordsAll
    ? Array.from({ length: network.neurons }, (_, neuron) => neuron)
    : tracedNeurons(network, view);
  return view.show.traces === "voltages" ? { voltages: neurons } : { currents: neurons };
}

/** A run that exploded takes no further step: what could save it has to begin anew. */
function isSpent({ traces }: LabData): boolean {
  return traces.verdict?.kind === "explosive";
}

/** Whether something changed that a live run follows. */
function isHandMoved(
  { view, experiment }: Pick<AppState, "view" | "experiment">,
  before: AppState,
): boolean {
  return (
    experiment !== before.experiment ||
    view.liveInput !== before.view.liveInput ||
    view.liveCurrent !== before.view.liveCurrent
  );
}

/** Whether a run can go on when the document changes: a live one takes over another network of the same shape. */
function canFollow(
  { mode }: ViewState,
  { experiment, before }: { readonly experiment: ExperimentDoc; readonly before: AppState },
): boolean {
  return mode === "live" && withoutNetwork(experiment) === withoutNetwork(before.experiment);
}
