import { planComparison, shownExperiment } from "#document";
import type { SimulationClient } from "#runtime/client";
import type { AppState, AppStore } from "#store";
import type { NumericsFeed, NumericsReading } from "#ui";
import { runTrials } from "./runTrials.ts";

interface ProbeParts {
  readonly store: AppStore;
  /** Reach for a simulation beside the one on show; asked once, when the first measurement begins. */
  readonly createClient: () => SimulationClient;
  /** Call back later; returns how to cancel. */
  readonly schedule: (callback: () => void, delayMs: number) => () => void;
}

/** The hand rests this long before anything is measured, ms. */
const REST_MS = 500;

export interface NumericsProbe extends NumericsFeed {
  dispose(): void;
}

/**
 * Measure in the background what the numbers on screen are worth: a while after the last change, in a worker of its
 * own, one run at a time; a change or a hand on the network ends it.
 */
export function createNumericsProbe({ store, createClient, schedule }: ProbeParts): NumericsProbe {
  const listeners = new Set<() => void>();
  let client: SimulationClient | null = null;
  let reading: NumericsReading = {
    subject: shownExperiment(store.getState()),
    measurement: { kind: "measuring" },
  };
  let cancel: (() => void) | null = null;

  const tell = (next: NumericsReading): void => {
    reading = next;
    for (const listener of listeners) listener();
  };
  const measure = async (): Promise<void> => {
    cancel = null;
    const { subject } = reading;
    const plan = planComparison(subject);
    if (plan === null) {
      tell({ subject, measurement: { kind: "none" } });
      return;
    }
    client ??= createClient();
    const outcome = await runTrials(client, plan);
    if (subject === reading.subject && outcome.kind !== "dropped")
      tell({ subject, measurement: outcome });
  };
  const begin = (): void => {
    cancel?.();
    cancel = schedule(() => void measure(), REST_MS);
  };
  const halt = (): void => {
    cancel?.();
    cancel = null;
    client?.stop();
  };
  const follow = (state: AppState, before: AppState): void => {
    const isHeld = state.gesture !== null;
    if (!isSameRun(state, before)) {
      halt();
      tell({ subject: shownExperiment(state), measurement: { kind: "measuring" } });
      if (!isHeld) begin();
    } else if (isHeld !== (before.gesture !== null)) {
      // A hand on the network has the machine to itself; what it interrupted is measured when it lets go.
      halt();
      if (!isHeld && reading.measurement.kind === "measuring") begin();
    }
  };
  const leave = store.subscribe(follow);
  begin();
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    current: () => reading,
    dispose() {
      leave();
      halt();
      client?.dispose();
    },
  };
}

/** Whether two states show the same run: the same document, and in a live run the same hand. */
function isSameRun(state: AppState, before: AppState): boolean {
  const { view, experiment } = state;
  if (experiment !== before.experiment || view.mode !== before.view.mode) return false;
  if (view.mode === "protocol") return true;
  return view.liveInput === before.view.liveInput && view.liveCurrent === before.view.liveCurrent;
}
