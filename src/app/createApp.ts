import {
  type ClientStatus,
  connectTrialWorker,
  connectWorker,
  createFrameLoop,
  createSimulationClient,
  type FrameLoop,
  type SimulationClient,
} from "#runtime/client";
import { createTraces } from "#runtime/protocol";
import { createTrialPool, type TrialPool } from "#runtime/trials";
import { type AppStore, createAppStore, toWorkspace } from "#store";
import type { Lab, LabData, PanelCapture, Services } from "#ui";
import { createAddressBar, isDescribed, openFragment } from "./addressBar.ts";
import { startAutosave } from "./autosave.ts";
import { beginWith } from "./beginning.ts";
import { createLab } from "./createLab.ts";
import { announceEngines } from "./engineNotices.ts";
import { createNumericsProbe } from "./numerics/numericsProbe.ts";
import { createRunController } from "./runController.ts";
import { createServices } from "./services.ts";
import { createSummaryFeed } from "./summaryFeed.ts";
import { createTrialDesk } from "./trialDesk.ts";

/** Everything the page is made of, wired together. */
export interface App {
  readonly store: AppStore;
  readonly lab: Lab;
  readonly services: Services;
  /** End the simulation and let go of the page. */
  dispose(): void;
}

/** Wire store, simulation, address bar and storage; the address decides what is opened first. */
export function createApp(): App {
  const beginning = beginWith(location.hash);
  const store = createAppStore(beginning);
  const { actions } = store.getState();
  const captures = new Map<string, PanelCapture>();
  const loop = createFrameLoop({
    request: (callback) => requestAnimationFrame(callback),
    cancel: (handle) => cancelAnimationFrame(handle),
  });
  const data: LabData = {
    traces: createTraces(),
    ghost: null,
    time: beginning.workspace.view.time,
    timeRange: [0, beginning.workspace.experiment.duration],
  };
  const summary = createSummaryFeed(store, data);
  const client = connectSimulation({ store, data, loop, onFresh: summary.changed });
  const runs = createRunController({ store, client, data, loop });
  const numerics = createNumericsProbe({
    store,
    createClient: () =>
      createSimulationClient({
        connect: connectWorker(startWorker),
        onTraces: () => undefined,
        onStatus: () => undefined,
        isVisible: () => document.visibilityState === "visible",
      }),
    schedule: (callback, delayMs) => {
      const timer = setTimeout(callback, delayMs);
      return () => clearTimeout(timer);
    },
  });
  const lab = createLab({ store, data, loop, captures, runs });
  const addressBar = createAddressBar(store, {
    described: beginning.described,
    open(fragment) {
      const opening = openFragment(fragment, () => toWorkspace(store.getState()));
      // A link that says nothing usable leaves what is on screen.
      if (opening.from !== "nothing") actions.open(opening.workspace);
      for (const sentence of opening.notices) actions.notify("warning", sentence);
      return isDescribed(opening);
    },
  });
  const { lastVisit } = beginning;
  const pool = createTrials();
  const trials = createTrialDesk({ store, data, pool });
  const services = createServices({
    store,
    data,
    client,
    runs,
    captures,
    addressBar,
    summary,
    numerics,
    lastVisit,
    trials,
  });
  const stopAutosave = startAutosave(store);
  const stopNotices = announceEngines(store);
  for (const sentence of beginning.notices) actions.notify("warning", sentence);
  if (lastVisit !== null) {
    const { name } = lastVisit.experiment;
    actions.notify(
      "info",
      `A link was opened; "${name}" of your last visit is kept.`,
      "last visit",
    );
  }
  // A first visitor sees the network at work.
  if (beginning.isFirstVisit && !matchMedia("(prefers-reduced-motion: reduce)").matches) {
    actions.setPlaying(true);
  }
  return {
    store,
    lab,
    services,
    dispose() {
      addressBar.dispose();
      stopAutosave();
      stopNotices();
      runs.dispose();
      numerics.dispose();
      client.dispose();
      pool.dispose();
      loop.dispose();
    },
  };
}

interface SimulationParts {
  readonly store: AppStore;
  readonly data: LabData;
  readonly loop: FrameLoop;
  onFresh(): void;
}

function startWorker(): Worker {
  return new Worker(new URL("../runtime/worker/simulation.worker.ts", import.meta.url), {
    type: "module",
  });
}

/** A worker that dies is replaced once; when the next one dies soon after, the user decides. */
const REPLACE_AGAIN_AFTER = 5_000;

function connectSimulation({ store, data, loop, onFresh }: SimulationParts): SimulationClient {
  const { actions } = store.getState();
  let replaced = Number.NEGATIVE_INFINITY;
  const onStatus = (status: ClientStatus): void => {
    const lost = status.phase === "worker-lost";
    if (lost && performance.now() - replaced > REPLACE_AGAIN_AFTER) {
      replaced = performance.now();
      actions.notify("info", `${status.problem ?? ""} It was replaced; nothing is lost.`.trim());
      queueMicrotask(() => client.restart());
      return;
    }
    actions.setRun({ phase: lost ? "failed" : status.phase, problem: status.problem });
  };
  const client: SimulationClient = createSimulationClient({
    connect: connectWorker(startWorker),
    onTraces: (traces) => {
      data.traces = traces;
      if (store.getState().view.mode === "live") followLive(data);
      onFresh();
      loop.invalidate();
    },
    onStatus,
    isVisible: () => document.visibilityState === "visible",
  });
  return client;
}

/** As many workers as the machine runs at a time; none before there are trials. */
function createTrials(): TrialPool {
  return createTrialPool({
    connect: connectTrialWorker(
      () =>
        new Worker(new URL("../runtime/worker/trials.worker.ts", import.meta.url), {
          type: "module",
        }),
    ),
    size: navigator.hardwareConcurrency,
    isVisible: () => document.visibilityState === "visible",
    now: () => performance.now(),
    schedule: (callback, delayMs) => {
      const timer = setTimeout(callback, delayMs);
      return () => clearTimeout(timer);
    },
  });
}

/** In a live run the playhead is the present and the axis rolls along. */
function followLive(data: LabData): void {
  const { traces } = data;
  if (traces.sampleEnd === traces.sampleStart) return;
  const now = traces.time[traces.sampleEnd - 1] ?? 0;
  data.time = now;
  const length = data.timeRange[1] - data.timeRange[0];
  data.timeRange = now > length ? [now - length, now] : [0, length];
}
