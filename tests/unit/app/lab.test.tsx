import { describe, expect, it } from "vitest";
import { setDuration, type ViewState } from "#document";
import { createFrameLoop } from "#runtime/client";
import { createTraces } from "#runtime/protocol";
import { createLab } from "../../../src/app/createLab.ts";
import type { LabData, PanelCapture } from "../../../src/ui/lab/LabContext.tsx";
import { eiDocument } from "../../support/documents.ts";
import { CrankedFrames } from "../../support/handCrank.ts";
import { storeOf } from "../../support/labStore.ts";

function begin(change: Partial<ViewState> = {}) {
  const store = storeOf(eiDocument(), change);
  const frames = new CrankedFrames();
  const loop = createFrameLoop(frames);
  const data: LabData = { traces: createTraces(), ghost: null, time: 3, timeRange: [0, 10] };
  const captures = new Map<string, PanelCapture>();
  const steps: string[] = [];
  const runs = {
    restart: () => void steps.push("restart"),
    stepOnce: () => void steps.push("step"),
    dispose: () => undefined,
  };
  const lab = createLab({ store, data, loop, captures, runs });
  return { store, actions: store.getState().actions, frames, data, captures, steps, lab };
}

describe("the playhead", () => {
  it("follows the finger at once and is written down when it is let go", () => {
    const { lab, data, store, frames } = begin({ time: 1 });
    lab.seek(4.5, false);
    expect([data.time, store.getState().view.time]).toEqual([4.5, 1]);
    expect(frames.waiting).toBe(1);
    lab.seek(4.75, true);
    expect([data.time, store.getState().view.time]).toEqual([4.75, 4.75]);
  });

  it("stays inside the run", () => {
    const { lab, data } = begin();
    lab.seek(-3, false);
    expect(data.time).toBe(0);
    lab.seek(30, false);
    expect(data.time).toBe(10);
  });

  it("goes where the view says, and stays when the view changes otherwise", () => {
    const { actions, data } = begin();
    actions.setView({ time: 7 });
    expect(data.time).toBe(7);
    data.time = 2;
    actions.setView({ timeUnit: "ms" });
    expect(data.time).toBe(2);
  });

  it("keeps what playing has moved when it stops", () => {
    const { actions, data, store } = begin({ time: 1 });
    actions.setPlaying(true);
    data.time = 6.5;
    actions.setPlaying(false);
    expect(store.getState().view.time).toBe(6.5);
  });

  it("comes back from a live run to where the view is, also where that has not changed", () => {
    const { actions, data } = begin({ mode: "live", time: 0 });
    data.time = 137;
    actions.setView({ mode: "protocol", time: 0 });
    expect(data.time).toBe(0);
  });

  it("moves by one step of the run, or lets a live run take one", () => {
    const run = begin();
    run.lab.stepOnce();
    expect(run.data.time).toBeCloseTo(3.01, 12);
    expect(run.steps).toEqual([]);
    const live = begin({ mode: "live" });
    live.lab.stepOnce();
    expect(live.steps).toEqual(["step"]);
    expect(live.data.time).toBe(3);
  });
});

describe("the time axis", () => {
  it("is the visible stretch, or the whole run", () => {
    const { actions, data } = begin({ timeRange: [2, 4] });
    expect(data.timeRange).toEqual([2, 4]);
    actions.setView({ timeRange: null });
    expect(data.timeRange).toEqual([0, 10]);
  });

  it("is the window of a live run, and rolls on without being called back", () => {
    const { actions, data } = begin({ timeRange: [2, 4] });
    actions.setView({ mode: "live" });
    expect(data.timeRange).toEqual([0, 10]);
    data.timeRange = [20, 30];
    actions.beginGesture("drag");
    actions.commitGesture();
    actions.setView({ liveInput: [1] });
    expect(data.timeRange).toEqual([20, 30]);
    actions.setView({ mode: "protocol" });
    expect(data.timeRange).toEqual([2, 4]);
  });

  it("lies still under the hand that drags the end of the run, and follows when it lets go", () => {
    const { actions, data } = begin();
    actions.beginGesture("duration");
    actions.edit("duration", (open) => setDuration(open, 6), "gesture");
    expect(data.timeRange).toEqual([0, 10]);
    actions.commitGesture();
    expect(data.timeRange).toEqual([0, 6]);
    actions.undo();
    expect(data.timeRange).toEqual([0, 10]);
  });
});

describe("the lab", () => {
  it("holds the first input by hand and leaves the others where they are", () => {
    const { lab, store } = begin({ mode: "live", liveInput: [1, 2, 3] });
    lab.holdInput([9]);
    expect(store.getState().view.liveInput).toEqual([9, 2, 3]);
  });

  it("knows which pictures are on screen", () => {
    const { lab, captures } = begin();
    const capture: PanelCapture = { svg: () => "", canvas: () => document.createElement("canvas") };
    lab.registerCapture("slice", capture);
    expect(captures.get("slice")).toBe(capture);
    lab.registerCapture("slice", null);
    expect(captures.size).toBe(0);
  });
});
