import { describe, expect, it } from "vitest";
import { createAppStore, HISTORY_LIMIT, selectUndoLabel } from "#store";
import { preferences, withSeed, workspace } from "../../support/workspaces.ts";

function open(): ReturnType<typeof createAppStore> {
  return createAppStore({ workspace, preferences });
}

describe("edits", () => {
  it("become one labelled step each, the newest last", () => {
    const store = open();
    const { edit } = store.getState().actions;
    edit("first", withSeed(1));
    edit("second", withSeed(2));
    const { experiment, past } = store.getState();
    expect(experiment.seed).toBe(2);
    expect(past.map((step) => [step.label, step.experiment.seed])).toEqual([
      ["first", 7],
      ["second", 1],
    ]);
  });

  it("that give the same object back notify nobody", () => {
    const store = open();
    const before = store.getState();
    store.getState().actions.edit("nothing", (experiment) => experiment);
    expect(store.getState()).toBe(before);
  });

  it("that give an equal document back leave no step", () => {
    const store = open();
    store.getState().actions.edit("same seed", withSeed(7));
    expect(store.getState().past).toEqual([]);
    expect(store.getState().experiment).toBe(workspace.experiment);
  });

  it("captured never change the document alone", () => {
    const store = open();
    store.getState().actions.edit("silent", withSeed(3), "never");
    expect(store.getState().experiment.seed).toBe(3);
    expect(store.getState().past).toEqual([]);
  });

  it("forget what could be redone", () => {
    const store = open();
    const { edit, undo } = store.getState().actions;
    edit("first", withSeed(1));
    undo();
    edit("second", withSeed(2));
    expect(store.getState().future).toEqual([]);
  });

  it("beyond the limit forget the oldest step", () => {
    const store = open();
    const { edit } = store.getState().actions;
    for (let seed = 100; seed <= 100 + HISTORY_LIMIT; seed += 1) edit(`${seed}`, withSeed(seed));
    const { past } = store.getState();
    expect(past).toHaveLength(HISTORY_LIMIT);
    expect(past[0]?.label).toBe("101");
  });
});

describe("a gesture", () => {
  it("of many edits is one step under its own label", () => {
    const store = open();
    const { beginGesture, edit, commitGesture } = store.getState().actions;
    beginGesture("drag");
    for (const seed of [1, 2, 3]) edit("ignored", withSeed(seed), "gesture");
    expect(store.getState().past).toEqual([]);
    expect(selectUndoLabel(store.getState())).toBe("drag");
    commitGesture();
    const { experiment, past, gesture } = store.getState();
    expect([experiment.seed, gesture]).toEqual([3, null]);
    expect(past).toEqual([{ label: "drag", experiment: workspace.experiment }]);
  });

  it("that is cancelled leaves the very document and what could be redone", () => {
    const store = open();
    const { beginGesture, edit, cancelGesture, undo } = store.getState().actions;
    edit("first", withSeed(1));
    undo();
    beginGesture("drag");
    edit("ignored", withSeed(5), "gesture");
    cancelGesture();
    const { experiment, past, future, gesture } = store.getState();
    expect(experiment).toBe(workspace.experiment);
    expect([past.length, future.length, gesture]).toEqual([0, 1, null]);
  });

  it("that ends where it began leaves no step, the very document and what could be redone", () => {
    const store = open();
    const { beginGesture, edit, commitGesture, undo } = store.getState().actions;
    edit("first", withSeed(1));
    undo();
    beginGesture("drag");
    edit("out", withSeed(5), "gesture");
    edit("back", withSeed(7), "gesture");
    commitGesture();
    const { experiment, past, future } = store.getState();
    expect(experiment).toBe(workspace.experiment);
    expect([past.length, future.length]).toEqual([0, 1]);
  });

  it("takes no more edits after Escape, though the pointer still moves", () => {
    const store = open();
    const { beginGesture, edit, cancelGesture } = store.getState().actions;
    beginGesture("drag");
    cancelGesture();
    edit("late", withSeed(9), "gesture");
    expect(store.getState().experiment).toBe(workspace.experiment);
  });

  it("is committed by the next gesture and by an edit of its own", () => {
    const store = open();
    const { beginGesture, edit } = store.getState().actions;
    beginGesture("one");
    edit("", withSeed(1), "gesture");
    beginGesture("two");
    edit("", withSeed(2), "gesture");
    edit("three", withSeed(3));
    expect(store.getState().past.map(({ label }) => label)).toEqual(["one", "two", "three"]);
    expect(store.getState().gesture).toBeNull();
  });

  it("that is not there cannot be committed or cancelled", () => {
    const store = open();
    const before = store.getState();
    before.actions.commitGesture();
    before.actions.cancelGesture();
    expect(store.getState()).toBe(before);
  });

  it("is given up by undo, and redo waits for its end", () => {
    const store = open();
    const { beginGesture, edit, undo, redo } = store.getState().actions;
    edit("first", withSeed(1));
    undo();
    beginGesture("drag");
    edit("", withSeed(5), "gesture");
    redo();
    expect(store.getState().experiment.seed).toBe(5);
    undo();
    expect(store.getState().experiment).toBe(workspace.experiment);
    redo();
    expect(store.getState().experiment.seed).toBe(1);
  });
});

describe("undo and redo", () => {
  it("walk back and forth over the very documents, labels included", () => {
    const store = open();
    const { edit, undo, redo } = store.getState().actions;
    edit("first", withSeed(1));
    const first = store.getState().experiment;
    edit("second", withSeed(2));
    undo();
    expect(store.getState().experiment).toBe(first);
    undo();
    expect(store.getState().experiment).toBe(workspace.experiment);
    expect(store.getState().future.map(({ label }) => label)).toEqual(["first", "second"]);
    redo();
    redo();
    expect(store.getState().experiment.seed).toBe(2);
    expect(store.getState().past.map(({ label }) => label)).toEqual(["first", "second"]);
  });

  it("do nothing at the ends", () => {
    const store = open();
    const before = store.getState();
    before.actions.undo();
    before.actions.redo();
    expect(store.getState()).toBe(before);
  });

  it("touch neither the run nor the view", () => {
    const store = open();
    const { edit, undo, redo, setRun, setView, setPlaying } = store.getState().actions;
    edit("first", withSeed(1));
    setRun({ phase: "running", problem: null });
    setPlaying(true);
    setView({ time: 9 });
    const { run, view } = store.getState();
    undo();
    expect(store.getState()).toMatchObject({ run, playing: true });
    expect(store.getState().view).toBe(view);
    redo();
    expect(store.getState().view).toBe(view);
  });
});
