import { describe, expect, it } from "vitest";
import { findParameter, setEngine, setSynapseKind } from "#document";
import { type AppActions, toWorkspace } from "#store";
import { announceEngines } from "../../../src/app/engineNotices.ts";
import { eiDocument } from "../../support/documents.ts";
import { storeOf } from "../../support/labStore.ts";

const SENTENCE = "Runs with “fixed steps” now, because “exact times” cannot carry pulse synapses.";

function begin() {
  const store = storeOf(eiDocument({ dynamics: { engine: "event" } }));
  const stop = announceEngines(store);
  const { actions } = store.getState();
  const notices = () => store.getState().notices.map(({ text }) => text);
  return { store, stop, actions, notices };
}

describe("an engine that gives way", () => {
  it("is announced with the one that takes over and why", () => {
    const { actions, notices } = begin();
    actions.edit("synapse", (open) => setSynapseKind(open, "pulse"));
    expect(notices()).toEqual([SENTENCE]);
  });

  it.each([
    ["undone", ({ undo }: AppActions) => undo()],
    [
      "followed by a choice by hand",
      ({ edit }: AppActions) => edit("method", (open) => setEngine(open, "rate")),
    ],
  ])("is not told of any more once it is %s, and other news stays", (_, move) => {
    const { actions, notices } = begin();
    actions.notify("info", "Something else.");
    actions.edit("synapse", (open) => setSynapseKind(open, "pulse"));
    move(actions);
    expect(notices()).toEqual(["Something else."]);
  });

  it("is announced once in the middle of a drag", () => {
    const { actions, notices } = begin();
    const sigma = findParameter("noise.sigma");
    actions.beginGesture("noise");
    for (const value of [0.01, 0.02, 0.03]) {
      actions.edit(
        "noise",
        (open) => sigma.write(open, { scope: "population", population: "I" }, value),
        "gesture",
      );
    }
    actions.commitGesture();
    expect(notices()).toEqual([
      "Runs with “exact with noise” now, because “exact times” cannot carry noise.",
    ]);
  });

  it("is nothing to tell of when it was chosen by hand, brought back, or came with another experiment", () => {
    const { store, actions, notices } = begin();
    actions.edit("method", (open) => setEngine(open, "clock"));
    const pulses = { kind: "pulse", width: 1 };
    const other = eiDocument({ dynamics: { engine: "clock", dt: 0.01, synapse: pulses } });
    actions.edit("method", (open) => setEngine(open, "event"));
    const workspace = { ...toWorkspace(store.getState()), experiment: other };
    actions.open(workspace, { undoable: true });
    actions.edit("method", (open) => setEngine(open, "event"));
    actions.undo();
    expect(notices()).toEqual([]);
  });

  it("is not told of any more when the page is gone", () => {
    const { stop, actions, notices } = begin();
    stop();
    actions.edit("synapse", (open) => setSynapseKind(open, "pulse"));
    expect(notices()).toEqual([]);
  });
});
