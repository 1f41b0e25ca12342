import { describe, expect, it } from "vitest";
import {
  canRedo,
  canUndo,
  createAppStore,
  isDragging,
  isHovered,
  isSelected,
  selectRedoLabel,
  selectUndoLabel,
  toWorkspace,
} from "#store";
import { preferences, withSeed, workspace } from "../../support/workspaces.ts";

describe("selectors", () => {
  it("say that nothing can be undone or redone at first", () => {
    const state = createAppStore({ workspace, preferences }).getState();
    expect([canUndo(state), canRedo(state), isDragging(state)]).toEqual([false, false, false]);
    expect([selectUndoLabel(state), selectRedoLabel(state)]).toEqual([null, null]);
  });

  it("name the steps on both sides", () => {
    const store = createAppStore({ workspace, preferences });
    const { edit, undo } = store.getState().actions;
    edit("first", withSeed(1));
    edit("second", withSeed(2));
    undo();
    const state = store.getState();
    expect([canUndo(state), canRedo(state)]).toEqual([true, true]);
    expect([selectUndoLabel(state), selectRedoLabel(state)]).toEqual(["first", "second"]);
  });

  it("offer to give a gesture up and to redo nothing while it lasts", () => {
    const store = createAppStore({ workspace, preferences });
    const { edit, undo, beginGesture } = store.getState().actions;
    edit("first", withSeed(1));
    undo();
    beginGesture("drag");
    const state = store.getState();
    expect([canUndo(state), canRedo(state), isDragging(state)]).toEqual([true, false, true]);
    expect([selectUndoLabel(state), selectRedoLabel(state)]).toEqual(["drag", null]);
  });

  it("know the selected and the hovered neuron", () => {
    const store = createAppStore({ workspace, preferences });
    const selected = { population: "I", index: 2 };
    const other = { population: "E", index: 1 };
    expect(isHovered(store.getState(), other)).toBe(false);
    store.getState().actions.hover({ ...other });
    const state = store.getState();
    expect([isSelected(state, selected), isSelected(state, other)]).toEqual([true, false]);
    expect([isHovered(state, selected), isHovered(state, other)]).toEqual([false, true]);
  });

  it("give the workspace that links and the autosave describe", () => {
    const store = createAppStore({ workspace, preferences });
    expect(toWorkspace(store.getState())).toEqual(workspace);
  });
});
