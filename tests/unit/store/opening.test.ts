import { describe, expect, it } from "vitest";
import type { ExperimentDoc, NeuronRef } from "#document";
import { createAppStore, selectOpened } from "#store";
import { experiment, preferences, view, withSeed, workspace } from "../../support/workspaces.ts";

const neuron = (population: string, index: number): NeuronRef => ({ population, index });

function open(): ReturnType<typeof createAppStore> {
  return createAppStore({ workspace, preferences });
}

describe("opening a workspace", () => {
  const other = { experiment: withSeed(99)(experiment), view: { ...view, time: 0 } };
  const ghost = { id: 1, label: "before", experiment };

  it("replaces everything, clears the history and lets the ghost go", () => {
    const store = open();
    const { edit, setGhost, beginGesture } = store.getState().actions;
    edit("first", withSeed(1));
    setGhost(ghost);
    beginGesture("drag");
    store.getState().actions.open(other);
    expect(store.getState()).toMatchObject({ ...other, past: [], future: [] });
    expect([store.getState().gesture, store.getState().ghost]).toEqual([null, null]);
  });

  it("as a step can be undone and keeps the ghost", () => {
    const store = open();
    store.getState().actions.setGhost(ghost);
    store.getState().actions.open(other, { undoable: true, label: "reset to preset" });
    expect(store.getState().past.map(({ label }) => label)).toEqual(["reset to preset"]);
    expect(store.getState().ghost).toBe(ghost);
    store.getState().actions.undo();
    expect(store.getState().experiment).toBe(experiment);
  });

  it("as a step is undone and redone view and all", () => {
    const store = open();
    const { edit, undo, redo, setView } = store.getState().actions;
    store.getState().actions.open(other, { undoable: true });
    edit("later", withSeed(100));
    setView({ timeUnit: "tau" });
    undo();
    expect(store.getState().view).toEqual({ ...other.view, timeUnit: "tau" });
    undo();
    expect(store.getState()).toMatchObject({ experiment, view });
    redo();
    expect(store.getState()).toMatchObject({
      experiment: other.experiment,
      view: { ...other.view, timeUnit: "tau" },
    });
    undo();
    expect(store.getState().view).toEqual(view);
  });

  it("of an equal document as a step leaves no step, and takes the view", () => {
    const store = open();
    const equal = { experiment: structuredClone(experiment), view: other.view };
    store.getState().actions.open(equal, { undoable: true });
    expect(store.getState()).toMatchObject({ view: other.view, past: [] });
  });

  it("is what resets go back to, until it is undone", () => {
    const store = open();
    const { edit, undo, beginGesture } = store.getState().actions;
    edit("before", withSeed(1));
    expect(selectOpened(store.getState())).toBe(experiment);
    store.getState().actions.open(other, { undoable: true });
    expect(selectOpened(store.getState())).toBe(other.experiment);
    beginGesture("drag");
    edit("drag", withSeed(2), "gesture");
    expect(selectOpened(store.getState())).toBe(other.experiment);
    edit("after", withSeed(3));
    expect(selectOpened(store.getState())).toBe(other.experiment);
    undo();
    undo();
    undo();
    expect(selectOpened(store.getState())).toBe(experiment);
  });

  it("as a step without a name has a plain label", () => {
    const store = open();
    store.getState().actions.open(other, { undoable: true });
    expect(store.getState().past[0]?.label).toBe("open another experiment");
  });

  it("drops selected neurons that it does not have", () => {
    const store = open();
    const selection = [neuron("E", 0), neuron("E", 5)];
    store.getState().actions.open({ experiment, view: { ...view, selection } });
    expect(store.getState().view.selection).toEqual([neuron("E", 0)]);
  });
});

describe("a shorter run", () => {
  const shorten =
    (duration: number) =>
    (document: ExperimentDoc): ExperimentDoc => ({ ...document, duration });

  it("takes playhead and visible stretch along", () => {
    const store = open();
    store.getState().actions.edit("shorter", shorten(2));
    expect(store.getState().view).toEqual({ ...view, time: 2, timeRange: [1, 2] });
    store.getState().actions.edit("shorter", shorten(0.5));
    expect(store.getState().view).toEqual({ ...view, time: 0.5, timeRange: null });
  });

  it("leaves a view alone that fits", () => {
    const store = open();
    store.getState().actions.edit("shorter", shorten(4));
    expect(store.getState().view).toBe(view);
  });

  it("takes nothing while it is in the hand, and everything when it is let go", () => {
    const store = open();
    const { beginGesture, edit, commitGesture, cancelGesture } = store.getState().actions;
    beginGesture("duration");
    edit("duration", shorten(1), "gesture");
    expect(store.getState().view).toBe(view);
    cancelGesture();
    expect(store.getState().view).toBe(view);
    beginGesture("duration");
    edit("duration", shorten(1), "gesture");
    commitGesture();
    expect(store.getState().view).toMatchObject({ time: 1, timeRange: null });
  });
});
