import { act } from "react";
import { afterEach, describe, expect, it } from "vitest";
import { defaultView, type ExperimentDoc, evaluateInput, type ViewState } from "#document";
import { lightTheme } from "#plots";
import { useAppStore } from "../../../../src/ui/hooks/StoreProvider.tsx";
import { LabProvider, useLab } from "../../../../src/ui/lab/LabContext.tsx";
import { StripHandles } from "../../../../src/ui/panels/StripHandles.tsx";
import { createStripModel } from "../../../../src/ui/panels/stripModel.ts";
import { useStripPointer } from "../../../../src/ui/panels/useStripPointer.ts";
import { eiDocument } from "../../../support/documents.ts";
import { createFakeLab, type FakeLab } from "../../../support/fakeLab.ts";
import { movePointer, pressPointer, sendPointer } from "../../../support/pointer.ts";
import { handTraces } from "../../../support/traces.ts";
import { type Mounted, mount, press } from "../../../support/uiHarness.tsx";

let mounted: Mounted | null = null;
afterEach(() => mounted?.unmount());

const size = { current: { width: 900, height: 360 } };

/** The strip without its picture: what hands reach. */
function BareStrip({ pen }: { readonly pen: boolean }) {
  const model = createStripModel(useAppStore(), useLab());
  const pointer = useStripPointer({ model, size, theme: lightTheme, pen });
  return (
    <>
      <canvas {...pointer} />
      <StripHandles model={model} size={size} theme={lightTheme} />
    </>
  );
}

interface Setting {
  readonly document?: ExperimentDoc;
  readonly view?: Partial<ViewState>;
  readonly pen?: boolean;
}

function begin({ document = eiDocument(), view = {}, pen = false }: Setting = {}) {
  const traces = handTraces({ time: [0, 10], spikes: [[5, 3]] });
  const lab: FakeLab = createFakeLab({ traces, time: 4 });
  const page = mount(
    <LabProvider lab={lab}>
      <BareStrip pen={pen} />
    </LabProvider>,
    { workspace: { experiment: document, view: { ...defaultView(document), ...view } } },
  );
  mounted = page;
  act(() => lab.turn());
  const { store } = page;
  const model = createStripModel(store, lab);
  const time = model.timeView(size.current, lightTheme);
  const xOf = (at: number): number => time.screenX(at);
  const grip = (name: string): HTMLElement => page.find(`[aria-label="${name}"]`);
  /** Drag a grip along the time axis, from where it is. */
  const drag = (name: string, from: number, to: number): void => {
    pressPointer(grip(name), { x: xOf(from), y: 0 });
    movePointer(grip(name), { x: xOf(to), y: 0 });
  };
  const canvas = page.find("canvas");
  return { lab, page, store, model, time, xOf, grip, drag, canvas };
}

describe("the playhead's handle", () => {
  it("is where time is, and moves it", () => {
    const { grip, drag, lab, store } = begin();
    expect(grip("Playhead").getAttribute("aria-valuetext")).toBe("4.00 tau");
    act(() => store.getState().actions.setPlaying(true));
    drag("Playhead", 4, 7);
    sendPointer(grip("Playhead"), "pointerup", { x: 0, y: 0 });
    expect(lab.asked).toEqual(["seek 7", "seek 7 for good"]);
    expect(store.getState().playing).toBe(false);
  });

  it("goes back on Escape", () => {
    const { drag, lab } = begin();
    drag("Playhead", 4, 7);
    press(document.body, "Escape");
    expect(lab.asked.at(-1)).toBe("seek 4 for good");
  });

  it("moves by a hundredth of what is in sight at a key", () => {
    const { grip, lab } = begin();
    lab.data.timeRange = [2, 4];
    press(grip("Playhead"), "ArrowRight");
    press(grip("Playhead"), "ArrowLeft", { shiftKey: true });
    expect(lab.asked).toEqual(["seek 4.02 for good", "seek 3.82 for good"]);
  });

  it("is out of sight where time is", () => {
    const { grip, lab } = begin();
    lab.data.timeRange = [5, 8];
    act(() => lab.turn());
    expect(grip("Playhead").hidden).toBe(true);
  });

  it("is gone in a live run, as are the others", () => {
    const { page } = begin({ view: { mode: "live" } });
    expect(page.page.querySelectorAll(".lb-handle")).toHaveLength(0);
  });
});

describe("window and end of the run", () => {
  it("move as one step each", () => {
    const { grip, drag, store } = begin();
    drag("Analysis window from", 0, 3);
    sendPointer(grip("Analysis window from"), "pointerup", { x: 0, y: 0 });
    expect(store.getState().experiment.window.from).toBeCloseTo(3, 1);
    expect(store.getState().past).toHaveLength(1);
    press(grip("Analysis window to"), "ArrowLeft");
    expect(store.getState().experiment.window.to).toBeLessThan(10);
    expect(store.getState().past).toHaveLength(2);
  });

  it("shorten the run by as much as the hand goes, however often it moves", () => {
    const { grip, xOf, store } = begin();
    const end = grip("Duration of the run");
    pressPointer(end, { x: xOf(10), y: 0 });
    for (const at of [9.5, 9, 8.5, 8]) movePointer(end, { x: xOf(at), y: 0 });
    sendPointer(end, "pointerup", { x: xOf(8), y: 0 });
    expect(store.getState().experiment.duration).toBeCloseTo(8, 1);
  });

  it("go back on Escape", () => {
    const { drag, store } = begin();
    drag("Duration of the run", 10, 4);
    expect(store.getState().experiment.duration).toBeCloseTo(4, 1);
    press(document.body, "Escape");
    expect(store.getState().experiment.duration).toBe(10);
    expect(store.getState().past).toEqual([]);
  });
});

describe("the corners of the input", () => {
  it("move in time and value, held between their neighbours", () => {
    const points = [
      [0, [0]],
      [4, [0.5]],
      [6, [1]],
    ];
    const document = eiDocument({ input: { kind: "piecewise-linear", points } });
    const { grip, model, store } = begin({ document });
    const row = model.rowView("input", size.current, lightTheme);
    if (row === null) throw new Error("The input has a row.");
    const corner = grip("Input corner 2");
    pressPointer(corner, { x: row.screenX(4), y: row.screenY(0.5) });
    movePointer(corner, { x: row.screenX(5), y: row.screenY(0.75) });
    expect(store.getState().experiment.input).toMatchObject({
      points: [
        [0, [0]],
        [5, [0.75]],
        [6, [1]],
      ],
    });
    movePointer(corner, { x: row.screenX(9), y: row.screenY(0.75) });
    expect(store.getState().experiment.input).toMatchObject({ points: { 1: [6, [0.75]] } });
    movePointer(corner, { x: row.screenX(9), y: row.screenY(0.25), shiftKey: true });
    expect(store.getState().experiment.input).toMatchObject({ points: { 1: [6, [0.25]] } });
    sendPointer(corner, "pointerup", { x: 0, y: 0 });
    expect(store.getState().past.map(({ label }) => label)).toEqual(["input at corner 2"]);
  });

  it("move by a hundredth of the visible range at a key", () => {
    const { grip, store } = begin({ view: { ranges: { x: [0, 2], E: [0, 6], I: [0, 8] } } });
    press(grip("Input corner 2"), "ArrowUp");
    expect(evaluateInput(store.getState().experiment.input, 5, 0.01)).toEqual([1.02]);
  });

  it("are too many to hold in a long course", () => {
    const points = Array.from({ length: 15 }, (_, k) => [k / 2, [0]]);
    const { page } = begin({
      document: eiDocument({ input: { kind: "piecewise-linear", points } }),
    });
    expect(page.page.querySelectorAll('[data-part="input"]')).toHaveLength(0);
  });

  it("are one for a wave: its crest", () => {
    const input = { kind: "sine", offset: [0.5], amplitude: [1], period: 8, phase: 0 };
    const { grip, model, store } = begin({ document: eiDocument({ input }) });
    const row = model.rowView("input", size.current, lightTheme);
    if (row === null) throw new Error("The input has a row.");
    const crest = grip("Crest of the input");
    expect(crest.getAttribute("aria-valuetext")).toBe("crest at 1.50");
    expect(crest.style.transform).toMatch(`translate(${row.screenX(2).toFixed(1)}px`);
    pressPointer(crest, { x: row.screenX(2), y: row.screenY(1.5) });
    movePointer(crest, { x: row.screenX(2), y: row.screenY(1) });
    expect(store.getState().experiment.input).toMatchObject({ amplitude: [0.5] });
    press(document.body, "Escape");
    press(crest, "ArrowDown");
    const { ranges } = store.getState().view;
    const step = (ranges.x[1] - ranges.x[0]) / 100;
    const { input: changed } = store.getState().experiment;
    if (changed.kind !== "sine") throw new Error("It is still a wave.");
    expect(changed.amplitude[0]).toBeCloseTo(1 - step, 3);
  });
});

describe("the pointer on the strip", () => {
  it("scrubs in the rows and lets go where it is", () => {
    const { canvas, lab, xOf } = begin();
    pressPointer(canvas, { x: xOf(2), y: 150 });
    movePointer(canvas, { x: xOf(3), y: 150 });
    sendPointer(canvas, "pointerup", { x: xOf(3), y: 150 });
    movePointer(canvas, { x: xOf(8), y: 150 });
    expect(lab.asked).toEqual(["seek 2", "seek 3", "seek 3 for good"]);
  });

  it("goes back on Escape and when the browser takes the pointer away", () => {
    const { canvas, lab, xOf } = begin();
    pressPointer(canvas, { x: xOf(2), y: 150 });
    press(document.body, "Escape");
    lab.data.time = 4;
    pressPointer(canvas, { x: xOf(3), y: 150 });
    sendPointer(canvas, "pointercancel", { x: xOf(3), y: 150 });
    expect(lab.asked).toEqual(["seek 2", "seek 4 for good", "seek 3", "seek 4 for good"]);
  });

  it("pans on the axis below and with Shift", () => {
    const { canvas, store, lab, time } = begin({ view: { timeRange: [2, 4] } });
    lab.data.timeRange = [2, 4];
    const { rect } = time;
    const push = (y: number, shiftKey: boolean): void => {
      pressPointer(canvas, { x: rect.x + rect.width / 2, y, shiftKey });
      movePointer(canvas, { x: rect.x, y });
      sendPointer(canvas, "pointerup", { x: rect.x, y });
    };
    push(rect.y + rect.height + 10, false);
    expect(store.getState().view.timeRange).toEqual([3, 5]);
    push(rect.y + 5, true);
    expect(store.getState().view.timeRange).toEqual([3, 5]);
    expect(lab.asked).toEqual([]);
  });

  it("draws with the pen in the row of the input, and scrubs below it", () => {
    const { canvas, store, model, lab } = begin({ pen: true });
    const row = model.rowView("input", size.current, lightTheme);
    if (row === null) throw new Error("The input has a row.");
    pressPointer(canvas, { x: row.screenX(4), y: row.screenY(0.5) });
    movePointer(canvas, { x: row.screenX(6), y: row.screenY(0.5) });
    sendPointer(canvas, "pointerup", { x: row.screenX(6), y: row.screenY(0.5) });
    expect(store.getState().past.map(({ label }) => label)).toEqual(["draw the input"]);
    pressPointer(canvas, { x: row.screenX(4), y: row.rect.y + row.rect.height + 30 });
    expect(lab.asked).toEqual(["seek 4"]);
  });

  it("minds no second finger", () => {
    const { canvas, lab, xOf } = begin();
    pressPointer(canvas, { x: xOf(2), y: 150, pointerType: "touch" });
    pressPointer(canvas, { x: xOf(8), y: 150, pointerType: "touch", pointerId: 2 });
    movePointer(canvas, { x: xOf(9), y: 150, pointerType: "touch", pointerId: 2 });
    sendPointer(canvas, "pointerup", { x: xOf(9), y: 150, pointerId: 2 });
    sendPointer(canvas, "pointercancel", { x: xOf(9), y: 150, pointerId: 2 });
    expect(lab.asked).toEqual(["seek 2"]);
  });

  it("zooms about itself with the wheel", () => {
    const { canvas, store, xOf } = begin();
    const turn = (deltaY: number): void => {
      const event = new WheelEvent("wheel", { bubbles: true, deltaY });
      Object.defineProperty(event, "offsetX", { value: xOf(5) });
      act(() => {
        canvas.dispatchEvent(event);
      });
    };
    turn(-200);
    const [from, to] = store.getState().view.timeRange ?? [0, 0];
    expect(to - from).toBeCloseTo(10 * Math.exp(-0.5), 9);
    expect((from + to) / 2).toBeCloseTo(5, 9);
    turn(4000);
    expect(store.getState().view.timeRange).toBeNull();
  });

  it("points at the neuron whose spike is under it, and at none", () => {
    const { canvas, store, model, xOf } = begin();
    const raster = model.rowView("raster", size.current, lightTheme);
    if (raster === null) throw new Error("The spikes have a row.");
    const { rect } = raster;
    const found = new Set<string>();
    for (let y = rect.y; y < rect.y + rect.height; y += 2) {
      movePointer(canvas, { x: xOf(5), y });
      const { hovered } = store.getState();
      if (hovered !== null) found.add(`${hovered.population} ${hovered.index + 1}`);
    }
    expect([...found]).toEqual(["I 2"]);
    sendPointer(canvas, "pointerout", { x: 0, y: 0 });
    expect(store.getState().hovered).toBeNull();
  });

  it("has nothing to hold in a live run", () => {
    const { canvas, store, lab, xOf } = begin({ view: { mode: "live" } });
    pressPointer(canvas, { x: xOf(2), y: 150 });
    act(() => {
      canvas.dispatchEvent(new WheelEvent("wheel", { bubbles: true, deltaY: -100 }));
    });
    expect(lab.asked).toEqual([]);
    expect(store.getState().view.timeRange).toBeNull();
  });
});
