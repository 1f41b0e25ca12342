import { describe, expect, it } from "vitest";
import { evaluateInput } from "#document";
import { createView } from "#plots";
import { createAppStore } from "#store";
import { beginDrawing, beginPan, beginScrub } from "../../../../src/ui/panels/stripDrags.ts";
import { createFakeLab } from "../../../support/fakeLab.ts";
import { experiment, preferences, view, workspace } from "../../../support/workspaces.ts";

/** Ten pixels a tau from 100 on, and a hundred pixels for x from 1 down to -1. */
const row = createView({
  rect: { x: 100, y: 0, width: 100, height: 100 },
  x: [0, 10],
  y: [-1, 1],
});

function begin(change: Partial<typeof view> = {}) {
  const store = createAppStore({
    workspace: { ...workspace, view: { ...view, ...change } },
    preferences,
  });
  const { actions } = store.getState();
  const lab = createFakeLab({ time: 2.5 });
  return { store, actions, lab };
}

describe("scrubbing", () => {
  it("moves the playhead at once, follows, and stays where it is let go", () => {
    const parts = begin();
    parts.actions.setPlaying(true);
    const drag = beginScrub(parts, row, { x: 130, y: 50 });
    drag.move({ x: 140, y: 0 });
    drag.commit({ x: 150, y: 0 });
    expect(parts.lab.asked).toEqual(["seek 3", "seek 4", "seek 5 for good"]);
    expect(parts.store.getState().playing).toBe(false);
  });

  it("goes back to where the playhead was", () => {
    const parts = begin();
    const drag = beginScrub(parts, row, { x: 130, y: 50 });
    drag.cancel();
    expect(parts.lab.asked.at(-1)).toBe("seek 2.5 for good");
  });
});

describe("panning", () => {
  const zoomed = createView({
    rect: { x: 100, y: 0, width: 100, height: 100 },
    x: [1, 4],
    y: [0, 1],
  });

  it("pushes the axis along with the pointer, and not beyond the run", () => {
    const parts = begin();
    const drag = beginPan(parts, zoomed, { x: 150, y: 0 });
    drag.move({ x: 140, y: 0 });
    expect(parts.store.getState().view.timeRange?.[0]).toBeCloseTo(1.3, 12);
    drag.move({ x: 1000, y: 0 });
    expect(parts.store.getState().view.timeRange).toEqual([0, 3]);
    drag.commit({ x: 1000, y: 0 });
    expect(parts.store.getState().view.timeRange).toEqual([0, 3]);
  });

  it("goes back to the stretch that was on show", () => {
    const parts = begin();
    const drag = beginPan(parts, zoomed, { x: 150, y: 0 });
    drag.move({ x: 140, y: 0 });
    drag.cancel();
    expect(parts.store.getState().view.timeRange).toEqual([1, 4]);
  });

  it("leaves the whole run the whole run", () => {
    const parts = begin({ timeRange: null });
    const drag = beginPan(parts, row, { x: 150, y: 0 });
    drag.move({ x: 140, y: 0 });
    expect(parts.store.getState().view.timeRange).toBeNull();
  });
});

describe("drawing", () => {
  it("draws over the course as one step", () => {
    const parts = begin();
    const drag = beginDrawing(parts, row, { x: 140, y: 25 });
    drag.move({ x: 150, y: 0 });
    drag.move({ x: 160, y: 25 });
    drag.commit({ x: 160, y: 25 });
    const { input } = parts.store.getState().experiment;
    expect([4, 5, 5.5].map((time) => evaluateInput(input, time, 0.01)[0])).toEqual([0.5, 1, 0.75]);
    // Beside the stroke the course is what it was: from -1 at 0 to 1 at 5 tau.
    expect(evaluateInput(input, 2.5, 0.01)[0]).toBeCloseTo(0, 9);
    expect(parts.store.getState().past.map(({ label }) => label)).toEqual(["draw the input"]);
  });

  it("holds the pen inside the run and the visible range", () => {
    const parts = begin();
    const drag = beginDrawing(parts, row, { x: 180, y: 50 });
    drag.move({ x: 900, y: -500 });
    const { input } = parts.store.getState().experiment;
    if (input.kind !== "piecewise-linear") throw new Error("A drawn course has corners.");
    expect(input.points.at(-1)).toEqual([10, [1]]);
  });

  it("is forgotten when it is cancelled, and does not go on after that", () => {
    const parts = begin();
    const drag = beginDrawing(parts, row, { x: 140, y: 25 });
    drag.move({ x: 160, y: 25 });
    drag.cancel();
    drag.move({ x: 170, y: 25 });
    expect(parts.store.getState().experiment).toBe(experiment);
    expect(parts.store.getState().past).toEqual([]);
  });
});
