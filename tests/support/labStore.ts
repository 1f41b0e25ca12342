import { defaultView, type ExperimentDoc, toSimulation, type ViewState } from "#document";
import { simulate } from "#runtime/inline";
import type { Traces } from "#runtime/protocol";
import { type AppStore, createAppStore } from "#store";
import { preferences } from "./workspaces.ts";

/** A store that shows a document in its usual view, changed a little. */
export function storeOf(experiment: ExperimentDoc, change: Partial<ViewState> = {}): AppStore {
  const view = { ...defaultView(experiment), ...change };
  return createAppStore({ workspace: { experiment, view }, preferences });
}

/** Run a document to its end, every step recorded. */
export function runOf(experiment: ExperimentDoc): Traces {
  const simulation = toSimulation(experiment);
  if (!simulation.ok) throw new Error(simulation.problem.message);
  const reply = simulate(simulation.spec, { everySteps: 1, voltages: [], currents: [] });
  if (!reply.ok) throw new Error(reply.error.message);
  return reply.traces;
}
