import { describe, expect, it } from "vitest";
import type { ExperimentDoc, ViewState } from "#document";
import { lightTheme } from "#plots";
import { createOutputsScene } from "../../../../src/ui/panels/outputsScene.ts";
import { createSliceScene } from "../../../../src/ui/panels/sliceScene.ts";
import { eiDocument, tangentDocument } from "../../../support/documents.ts";
import { createFakeLab } from "../../../support/fakeLab.ts";
import { runOf, storeOf } from "../../../support/labStore.ts";
import { createStringSink } from "../../../support/stringSink.ts";

const size = { width: 480, height: 440 };
const I2 = { population: "I", index: 1 };

function begin(document: ExperimentDoc = eiDocument(), change: Partial<ViewState> = {}) {
  const store = storeOf(document, change);
  const lab = createFakeLab({ traces: runOf(eiDocument()), time: 9 });
  return { store, actions: store.getState().actions, lab };
}

describe("the slice", () => {
  const sliceOf = (...values: Parameters<typeof begin>) => {
    const parts = begin(...values);
    const scene = createSliceScene(parts.store, parts.lab);
    return { ...parts, scene, read: () => scene.read(size, lightTheme) };
  };

  it("is that at the input of the playhead", () => {
    const { lab, read } = sliceOf();
    expect(read()?.x).toBe(1);
    expect(read()?.picture.crossings[0]?.yE).toBeCloseTo(3.6, 9);
    lab.data.time = 2.5;
    expect(read()?.x).toBeCloseTo(0.5, 2);
  });

  it("is that at the held input of a live run", () => {
    expect(sliceOf(eiDocument(), { mode: "live", liveInput: [0.75] }).read()?.x).toBe(0.75);
  });

  it("offers the handles of the neuron that was selected last", () => {
    const { actions, read } = sliceOf();
    expect(read()?.handles).toEqual([]);
    actions.select([{ population: "E", index: 0 }, I2]);
    expect(read()?.handles.map(({ neuron }) => neuron)).toEqual([3, 3, 3, 3]);
    expect(read()?.picture.selected).toEqual([0, 3]);
  });

  it("shows published curves at their own input alone, and those of every input", () => {
    const annotation = { style: "dotted", tone: "neutral", points: [[1, 1]] } as const;
    const document = eiDocument({
      annotations: [
        { ...annotation, label: "here", x: 1 },
        { ...annotation, label: "there", x: 0.5 },
        { ...annotation, label: "always", x: null },
      ],
    });
    const labels = sliceOf(document)
      .read()
      ?.picture.annotations.map(({ label }) => label);
    expect(labels).toEqual(["here", "always"]);
  });

  it("shows the pinned run and its boundaries at the same input", () => {
    const { actions, lab, read } = sliceOf();
    lab.data.ghost = runOf(eiDocument());
    actions.setGhost({ id: 1, label: "before", experiment: eiDocument() });
    expect(read()?.picture.ghost?.trajectory?.traces).toBe(lab.data.ghost);
    actions.setGhost({ id: 2, label: "other", experiment: tangentDocument() });
    expect(read()?.picture.ghost).toBeNull();
    actions.setGhost(null);
    expect(read()?.picture.ghost).toBeNull();
  });

  it("is painted with boundaries, crossing and trajectory", () => {
    const { scene, actions } = sliceOf();
    actions.select([I2]);
    const sink = createStringSink();
    scene.paint(sink, size, lightTheme);
    expect(sink.calls.length).toBeGreaterThan(100);
    expect(sink.calls.filter((call) => call.startsWith("begin "))).not.toEqual([]);
  });

  it("is nothing for a document of another shape, and in a panel without room", () => {
    const { scene, read } = sliceOf(tangentDocument());
    expect(read()).toBeNull();
    const sink = createStringSink();
    scene.paint(sink, size, lightTheme);
    expect(sink.calls).toEqual([]);
    expect(sliceOf().scene.read({ width: 0, height: 0 }, lightTheme)).toBeNull();
  });

  it("is painted again when playhead, run, view or document are others, not otherwise", () => {
    const { scene, lab, actions } = sliceOf();
    const now = () => scene.dependencies(size, lightTheme);
    const first = now();
    expect(now().every((value, index) => Object.is(value, first[index]))).toBe(true);
    const changes: readonly (() => void)[] = [
      () => {
        lab.data.time = 3;
      },
      () => {
        lab.data.traces.version += 1;
      },
      () => actions.select([I2]),
      () => actions.hover(I2),
      () => actions.edit("name", (open) => ({ ...open, name: "other" })),
    ];
    for (const change of changes) {
      const before = now();
      change();
      expect(now().every((value, index) => Object.is(value, before[index]))).toBe(false);
    }
  });
});

describe("the outputs", () => {
  const outputsOf = (...values: Parameters<typeof begin>) => {
    const parts = begin(...values);
    const scene = createOutputsScene(parts.store, parts.lab);
    const paint = () => {
      const sink = createStringSink();
      scene.paint(sink, size, lightTheme);
      return sink;
    };
    return { ...parts, scene, paint };
  };

  it("are painted one above the other", () => {
    const words = outputsOf().paint().words();
    expect(words.some((word) => word.includes("E"))).toBe(true);
    expect(words.some((word) => word.includes("I"))).toBe(true);
  });

  it("offer handles of the last selected neuron in both views", () => {
    const { scene, actions } = outputsOf();
    expect(scene.handles(size, lightTheme)).toEqual([]);
    actions.select([{ population: "E", index: 0 }, I2]);
    const handles = scene.handles(size, lightTheme);
    expect(new Set(handles.map(({ neuron }) => neuron))).toEqual(new Set([3]));
    for (const { id, position } of handles) {
      expect(position.y > size.height / 2).toBe(id.startsWith("output-I-"));
    }
    expect(handles.some(({ id }) => id.startsWith("output-I-"))).toBe(true);
    expect(handles.some(({ id }) => id.startsWith("output-E-"))).toBe(true);
  });

  it("draw the lines of hovered and selected neurons, each once", () => {
    const { actions, paint } = outputsOf();
    const plain = paint().calls.length;
    actions.hover(I2);
    const hovered = paint().calls.length;
    expect(hovered).toBeGreaterThan(plain);
    actions.hover({ population: "E", index: 0 });
    expect(paint().calls.length).not.toBe(plain);
  });

  it("draw the pinned run beside the present one", () => {
    const { actions, lab, paint } = outputsOf();
    const plain = paint().calls.length;
    actions.setGhost({ id: 1, label: "before", experiment: eiDocument() });
    expect(paint().calls.length).toBe(plain);
    lab.data.ghost = runOf(eiDocument());
    expect(paint().calls.length).toBeGreaterThan(plain);
    actions.setGhost({ id: 2, label: "other", experiment: tangentDocument() });
    expect(paint().calls.length).toBe(plain);
  });

  it("draw no run that belongs to another network", () => {
    const { lab, paint } = outputsOf();
    const withRun = paint().calls.length;
    lab.data.traces = { ...lab.data.traces, latentCount: 9 };
    expect(paint().calls.length).toBeLessThan(withRun);
  });

  it("are nothing for a document of another shape", () => {
    const { scene, paint } = outputsOf(tangentDocument());
    expect(paint().calls).toEqual([]);
    expect(scene.handles(size, lightTheme)).toEqual([]);
    expect(scene.dependencies(size, lightTheme)).toContain(size.width);
  });
});
