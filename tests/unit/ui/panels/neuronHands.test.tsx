import { act } from "react";
import { afterEach, describe, expect, it } from "vitest";
import { defaultView, type NeuronRef, readNeuron, type ViewState } from "#document";
import { lightTheme } from "#plots";
import { useAppStore } from "../../../../src/ui/hooks/StoreProvider.tsx";
import { LabProvider, useLab } from "../../../../src/ui/lab/LabContext.tsx";
import { type Grip, NeuronHandles } from "../../../../src/ui/panels/NeuronHandles.tsx";
import { createSliceScene } from "../../../../src/ui/panels/sliceScene.ts";
import { useLabKeys } from "../../../../src/ui/panels/useLabKeys.ts";
import { useNeuronPointer } from "../../../../src/ui/panels/useNeuronPointer.ts";
import { eiDocument } from "../../../support/documents.ts";
import { createFakeLab } from "../../../support/fakeLab.ts";
import { movePointer, pressPointer, sendPointer } from "../../../support/pointer.ts";
import { handTraces } from "../../../support/traces.ts";
import { type Mounted, mount, point, press } from "../../../support/uiHarness.tsx";

let mounted: Mounted | null = null;
afterEach(() => mounted?.unmount());

const size = { width: 480, height: 440 };
const E1 = { population: "E", index: 0 };
const E2 = { population: "E", index: 1 };
const I1 = { population: "I", index: 0 };
const GRIPS: readonly Grip[] = [
  { prefix: "slice-", suffix: "line", name: (who) => `Threshold of ${who}` },
  { prefix: "slice-", suffix: "slope-to", name: (who) => `Slope of ${who}` },
  { prefix: "slice-", suffix: "decoder", name: (who) => `Decoder of ${who}` },
];

/** The slice without its picture: what hands reach. */
function BareSlice() {
  const scene = createSliceScene(useAppStore(), useLab());
  const read = () => scene.read(size, lightTheme);
  const pointer = useNeuronPointer(read);
  useLabKeys();
  return (
    <>
      <canvas {...pointer} />
      <input aria-label="A field" />
      <button type="button">A button</button>
      <NeuronHandles grips={GRIPS} read={() => read()?.handles ?? []} />
    </>
  );
}

/** The slice at x = 1, where E 1 has the line |yI| = yE + 1.4 and E 2 yE + 1.3. */
function begin(change: Partial<ViewState> = {}) {
  const document = eiDocument();
  const traces = handTraces({
    time: [0, 10],
    input: [1, 1],
    spikes: [
      [2, 0],
      [6, 1],
    ],
  });
  const lab = createFakeLab({ traces, time: 4 });
  const page = mount(
    <LabProvider lab={lab}>
      <BareSlice />
    </LabProvider>,
    { workspace: { experiment: document, view: { ...defaultView(document), ...change } } },
  );
  mounted = page;
  act(() => lab.turn());
  const { store } = page;
  const picture = createSliceScene(store, lab).read(size, lightTheme)?.picture;
  if (picture === undefined) throw new Error("The slice has a picture.");
  const screen = (yE: number, yI: number) => ({
    x: picture.view.screenX(yE),
    y: picture.view.screenY(yI),
  });
  const thresholds = (...refs: readonly NeuronRef[]) =>
    refs.map((ref) => readNeuron(store.getState().experiment, ref)?.threshold);
  const selection = () => store.getState().view.selection;
  const labels = () => store.getState().past.map(({ label }) => label);
  const canvas = page.find("canvas");
  return { lab, page, store, screen, thresholds, selection, labels, canvas };
}

describe("the pointer on the slice", () => {
  it("takes hold of a line: selects it, then moves its threshold without a jump", () => {
    const { canvas, screen, selection, thresholds, labels } = begin();
    // On the part of E 1's line that is the boundary, and a pixel beside it.
    const at = screen(1, 2.4);
    pressPointer(canvas, { x: at.x, y: at.y - 1 });
    expect(selection()).toEqual([E1]);
    expect(thresholds(E1)).toEqual([-1]);
    const to = screen(1, 3.4);
    movePointer(canvas, { x: to.x, y: to.y - 1 });
    sendPointer(canvas, "pointerup", to);
    expect(thresholds(E1)[0]).toBeCloseTo(-2, 2);
    expect(labels()).toEqual(["threshold of E 1"]);
  });

  it("selects alone when it does not move", () => {
    const { canvas, screen, selection, labels } = begin();
    const at = screen(1, 2.4);
    pressPointer(canvas, at);
    movePointer(canvas, { x: at.x + 1, y: at.y });
    sendPointer(canvas, "pointerup", at);
    expect(selection()).toEqual([E1]);
    expect(labels()).toEqual([]);
  });

  it("adds with Shift, keeps several together and moves them", () => {
    const { canvas, screen, selection, thresholds } = begin({ selection: [I1] });
    const at = screen(1, 2.4);
    pressPointer(canvas, { ...at, shiftKey: true });
    sendPointer(canvas, "pointerup", at);
    expect(selection()).toEqual([I1, E1]);
    pressPointer(canvas, at);
    movePointer(canvas, screen(1, 2.9));
    sendPointer(canvas, "pointerup", at);
    expect(selection()).toEqual([I1, E1]);
    const [E, I] = thresholds(E1, I1);
    expect((E ?? 0) + 1).toBeCloseTo((I ?? 0) - 0.5, 9);
    expect(E).toBeCloseTo(-1.5, 2);
  });

  it("lets go of all beside every line, but not with Shift", () => {
    const { canvas, screen, selection } = begin({ selection: [I1] });
    const beside = screen(5, 0.2);
    pressPointer(canvas, { ...beside, shiftKey: true });
    sendPointer(canvas, "pointerup", beside);
    expect(selection()).toEqual([I1]);
    pressPointer(canvas, beside);
    expect(selection()).toEqual([]);
  });

  it("goes back on Escape and when the browser takes the pointer away", () => {
    const { canvas, screen, thresholds, labels } = begin();
    for (const letGo of [
      () => press(document.body, "Escape"),
      () => sendPointer(canvas, "pointercancel", screen(1, 3)),
    ]) {
      pressPointer(canvas, screen(1, 2.4));
      movePointer(canvas, screen(1, 3));
      expect(thresholds(E1)[0]).toBeCloseTo(-1.6, 2);
      letGo();
      movePointer(canvas, screen(1, 4));
      expect(thresholds(E1)).toEqual([-1]);
    }
    expect(labels()).toEqual([]);
  });

  it("shows whose line is under it, and nobody's when it leaves", () => {
    const { canvas, screen, store } = begin();
    movePointer(canvas, screen(1, 2.4));
    expect(store.getState().hovered).toEqual(E1);
    expect(canvas.style.cursor).toBe("grab");
    movePointer(canvas, screen(5, 0.2));
    expect(store.getState().hovered).toBeNull();
    movePointer(canvas, screen(1, 2.4));
    sendPointer(canvas, "pointerout", { x: 0, y: 0 });
    expect(store.getState().hovered).toBeNull();
    movePointer(canvas, { ...screen(1, 2.4), pointerType: "touch" });
    expect(store.getState().hovered).toBeNull();
  });
});

describe("the handles of the selected neuron", () => {
  it("are there for the one selected last", () => {
    const { page, store } = begin();
    expect(page.page.querySelectorAll(".lb-handle")).toHaveLength(0);
    act(() => store.getState().actions.select([I1, E1]));
    const names = [...page.page.querySelectorAll(".lb-handle")].map((grip) =>
      grip.getAttribute("aria-label"),
    );
    expect(names).toEqual(["Threshold of E 1", "Slope of E 1", "Decoder of E 1"]);
  });

  it("drag, step and reset the neuron", () => {
    const { page, screen, thresholds, labels } = begin({ selection: [E1] });
    const grip = page.find('[aria-label="Threshold of E 1"]');
    expect(grip.getAttribute("aria-valuenow")).toBe("-1");
    press(grip, "ArrowUp");
    press(grip, "ArrowUp", { altKey: true });
    press(grip, "PageDown");
    expect(thresholds(E1)).toEqual([-1.89]);
    point(grip, "dblclick");
    expect(thresholds(E1)).toEqual([-1]);
    expect(labels().at(-1)).toBe("reset E 1");
    pressPointer(grip, { x: 0, y: 0 });
    const step = screen(0, 1).y - screen(0, 0).y;
    movePointer(grip, { x: 0, y: step });
    sendPointer(grip, "pointerup", { x: 0, y: step });
    expect(thresholds(E1)[0]).toBeCloseTo(-2, 2);
    pressPointer(grip, { x: 0, y: 0 });
    movePointer(grip, { x: 0, y: step });
    press(document.body, "Escape");
    expect(thresholds(E1)[0]).toBeCloseTo(-2, 2);
  });

  it("step the weight of its spikes and turn its line", () => {
    const { page, store } = begin({ selection: [E1] });
    press(page.find('[aria-label="Decoder of E 1"]'), "ArrowUp");
    press(page.find('[aria-label="Slope of E 1"]'), "ArrowUp");
    const neuron = readNeuron(store.getState().experiment, E1);
    expect(neuron?.decoders[0]).toBeGreaterThan(0.5);
    expect(neuron?.encoders).not.toEqual({ E: 1, I: 1 });
  });
});

describe("the keys of the lab", () => {
  it("work on a choice that has just been made, but leave it the space bar; fields of text keep all", () => {
    const { lab, store } = begin();
    const field = document.createElement("input");
    document.body.append(field);
    for (const type of ["text", "radio"]) {
      field.type = type;
      press(field, " ");
      press(field, ".");
      expect(lab.asked).toEqual(type === "radio" ? ["seek 6 for good"] : []);
    }
    expect(store.getState().playing).toBe(false);
    field.remove();
  });

  it("play, go from spike to spike and from neuron to neuron", () => {
    const { lab, store, selection } = begin();
    press(document.body, " ");
    expect(store.getState().playing).toBe(true);
    press(document.body, ".");
    press(document.body, ",");
    expect(store.getState().playing).toBe(false);
    expect(lab.asked).toEqual(["seek 6 for good", "seek 2 for good"]);
    press(document.body, "]");
    expect(selection()).toEqual([E1]);
    press(document.body, "]");
    expect(selection()).toEqual([E2]);
    press(document.body, "[");
    press(document.body, "[");
    expect(selection()).toEqual([{ population: "I", index: 2 }]);
    press(document.body, "]");
    expect(selection()).toEqual([E1]);
  });

  it("begin with the last neuron backwards", () => {
    const { selection } = begin();
    press(document.body, "[");
    expect(selection()).toEqual([{ population: "I", index: 2 }]);
  });

  it("leave fields, buttons and the browser's own keys alone", () => {
    const { page, store, selection } = begin();
    press(page.find("input"), " ");
    press(page.find("input"), "]");
    press(page.find("button"), " ");
    press(document.body, "]", { ctrlKey: true });
    press(document.body, "]", { metaKey: true });
    expect([store.getState().playing, selection()]).toEqual([false, []]);
    press(page.find("button"), "]");
    expect(selection()).toEqual([E1]);
  });

  it("go to no spike of a live run, whose time is its own", () => {
    const { lab, store } = begin({ mode: "live" });
    act(() => store.getState().actions.setPlaying(true));
    press(document.body, ".");
    expect(lab.asked).toEqual([]);
    expect(store.getState().playing).toBe(true);
  });
});
