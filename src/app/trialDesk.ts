import {
  type ExperimentDoc,
  findSweepParameter,
  presentPoint,
  resolveChoice,
  type SweepPoint,
  type SweepPoints,
  type SweepVariable,
  sweepPoints,
  sweepValues,
  type TrialSettings,
} from "#document";
import { asEINetwork, type LowRankNetwork } from "#model";
import type { TrialPlan } from "#runtime/protocol";
import type { TrialPool } from "#runtime/trials";
import type { AppModel, AppStore } from "#store";
import { describeVariable, type LabData, type TrialDesk, type TrialRun, watchedNeurons } from "#ui";

/** Trials whose spikes are drawn: more rows than this run together. */
const RASTER_TRIALS = 60;
/** Bins of a histogram over the window, and of a correlogram. */
const HISTOGRAM_BINS = 80;
const LAG_BINS = 41;
/** Largest lag of a correlogram, tau, and as a part of the window. */
const REACH = 1;
const REACH_SHARE = 0.25;
/** Time between two looks at the readouts, tau. */
const LOOK = 0.05;
/** Null spaces of larger networks are not worth their time. */
const MOST_NULLSPACE = 200;

interface DeskParts {
  readonly store: AppStore;
  readonly data: LabData;
  readonly pool: TrialPool;
}

/** Many trials of the open document, in the pool of workers; one order at a time, the last one is kept. */
export function createTrialDesk({ store, data, pool }: DeskParts): TrialDesk {
  const listeners = new Set<() => void>();
  let run: TrialRun | null = null;
  let revision = 0;
  const changed = (): void => {
    revision += 1;
    for (const listener of listeners) listener();
  };
  // While a hand is on the network the machine belongs to it.
  store.subscribe(({ gesture }, before) => {
    if (gesture !== before.gesture) pool.hold(gesture !== null);
  });
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    current: () => run,
    revision: () => revision,
    start(settings) {
      const state = store.getState();
      const order = findOrder(state, settings);
      if (!order.ok) return order.message;
      run?.job.cancel();
      const { experiment } = state;
      const watched = isSameCrowd(order.points)
        ? watchedNeurons(order.network, state.view.selection, data.traces)
        : [];
      const plan = planTrials(experiment.window, { settings, order, watched });
      const job = pool.start({
        points: order.points.map(({ value, spec }) => ({
          label:
            order.variable === null || value === null
              ? "the open experiment"
              : `${describeVariable(order.variable)} ${value}`,
          spec,
          trials: settings.trials,
        })),
        plan,
        onChange: changed,
      });
      run = {
        id: (run?.id ?? 0) + 1,
        experiment,
        settings,
        variable: order.variable,
        points: order.points,
        watched,
        rasterTrials: plan.rasterTrials,
        reach: plan.correlogram?.reach ?? 0,
        job,
      };
      changed();
      return null;
    },
    cancel() {
      run?.job.cancel();
      changed();
    },
  };
}

/** What is to be run, or why it cannot be, in one sentence. */
type Order =
  | {
      readonly ok: true;
      readonly variable: SweepVariable | null;
      readonly points: readonly SweepPoint[];
      readonly network: LowRankNetwork;
    }
  | { readonly ok: false; readonly message: string };

function findOrder({ experiment, view }: AppModel, { vary, range }: TrialSettings): Order {
  if (vary === null) return withPoints(null, presentPoint(experiment));
  const variable = resolveChoice(experiment, vary, view.selection);
  if (variable === null) {
    const parameter = findSweepParameter(vary.parameter);
    return {
      ok: false,
      message:
        parameter?.scope === "neurons"
          ? `The ${parameter.label} belongs to neurons; select the neurons that it is to be varied of.`
          : `The ${parameter?.label ?? vary.parameter} has no meaning in the open experiment; vary something else.`,
    };
  }
  const spread = sweepValues(range, variable.parameter);
  if (!spread.ok) return { ok: false, message: spread.problem.message };
  return withPoints(variable, sweepPoints(experiment, variable, spread.values));
}

function withPoints(variable: SweepVariable | null, made: SweepPoints): Order {
  if (!made.ok) return { ok: false, message: made.problem.message };
  const network = made.points[0]?.spec.network;
  return network === undefined
    ? { ok: false, message: "The sweep has no points." }
    : { ok: true, variable, points: made.points, network };
}

/** Whether every point has the same neurons, so that one of them can be followed from point to point. */
function isSameCrowd(points: readonly SweepPoint[]): boolean {
  const [first] = points;
  return points.every(({ spec }) => spec.network.neurons === first?.spec.network.neurons);
}

interface Ordered {
  readonly settings: TrialSettings;
  readonly order: Extract<Order, { readonly ok: true }>;
  readonly watched: readonly number[];
}

function planTrials(
  window: ExperimentDoc["window"],
  { settings, order: { network, points }, watched }: Ordered,
): TrialPlan {
  const isSweep = settings.vary !== null;
  const reach = Math.min(REACH, REACH_SHARE * (window.to - window.from));
  const isSmall = network.neurons <= MOST_NULLSPACE;
  return {
    window,
    watch: watched,
    countWindow: null,
    psthBins: isSweep ? 0 : HISTOGRAM_BINS,
    correlogram: isSweep || watched.length < 2 ? null : { reach, bins: LAG_BINS },
    rasterTrials: isSweep ? 0 : Math.min(RASTER_TRIALS, settings.trials),
    latentSteps: Math.max(1, Math.min(...points.map(({ spec }) => Math.round(LOOK / spec.dt)))),
    nullspace: isSmall && asEINetwork(network) !== null,
    neuronCounts: false,
  };
}
