import { type ExperimentDoc, findParameter, type ViewState } from "#document";
import { createFrameLoop } from "#runtime/client";
import { createTraces } from "#runtime/protocol";
import { createRunController } from "../../src/app/runController.ts";
import type { LabData } from "../../src/ui/lab/LabContext.tsx";
import { eiDocument } from "./documents.ts";
import { createFakeClient } from "./fakeClient.ts";
import { CrankedFrames } from "./handCrank.ts";
import { storeOf } from "./labStore.ts";

/** A neuron of every document that is run. */
export const E1 = { population: "E", index: 0 };

/** A controller over a store, a client that only writes down, and frames that are turned by hand. */
export function beginRuns(change: Partial<ViewState> = {}, document: ExperimentDoc = eiDocument()) {
  const store = storeOf(document, change);
  const frames = new CrankedFrames();
  const loop = createFrameLoop(frames);
  const data: LabData = { traces: createTraces(), ghost: null, time: 0, timeRange: [0, 10] };
  const client = createFakeClient();
  const runs = createRunController({ store, client, data, loop });
  const { actions } = store.getState();
  const { show } = store.getState().view;
  const showTraces = (traces: ViewState["show"]["traces"]): void =>
    actions.setView({ show: { ...show, traces } });
  return { store, actions, frames, data, client, runs, showTraces };
}

/** Lift a threshold a little. */
export function lift(document: ExperimentDoc): ExperimentDoc {
  const threshold = findParameter("threshold");
  const target = { scope: "neurons", neurons: [E1] } as const;
  return threshold.write(document, target, (threshold.read(document, target) ?? 0) + 0.1);
}
