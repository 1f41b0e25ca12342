import { describe, expect, it } from "vitest";
import { type ExperimentDoc, setEngine, type ViewState } from "#document";
import { lightTheme } from "#plots";
import { createStripModel } from "../../../../src/ui/panels/stripModel.ts";
import { eiDocument, tangentDocument } from "../../../support/documents.ts";
import { createFakeLab } from "../../../support/fakeLab.ts";
import { storeOf } from "../../../support/labStore.ts";
import { handTraces } from "../../../support/traces.ts";

const size = { width: 900, height: 360 };
const document = eiDocument({
  window: { from: 2, to: 8 },
  currents: [
    { population: "I", from: 1, to: 2, amplitude: 0.5 },
    { population: "E", from: 3, to: 4, amplitude: -1 },
  ],
});

function modelOf(experiment: ExperimentDoc = document, change: Partial<ViewState> = {}) {
  const store = storeOf(experiment, change);
  const lab = createFakeLab({ traces: handTraces({ time: [0, 10] }), time: 4, timeRange: [2, 8] });
  const model = createStripModel(store, lab);
  return { store, lab, model, picture: () => model.picture(size, lightTheme) };
}

describe("the strip's picture", () => {
  it("shows run, playhead, window and pulses of a protocol run", () => {
    const { picture, lab } = modelOf();
    expect(picture()).toMatchObject({
      time: [2, 8],
      playhead: 4,
      window: [2, 8],
      traces: lab.data.traces,
      unit: "tau",
      ghost: null,
      currents: [
        { side: "I", from: 1, to: 2, amplitude: 0.5 },
        { side: "E", from: 3, to: 4, amplitude: -1 },
      ],
    });
  });

  it("shows neither window nor pulses of a live run, which has none", () => {
    expect(modelOf(document, { mode: "live" }).picture()).toMatchObject({
      window: null,
      currents: [],
    });
  });

  it("has no empty row of spikes where only rates are", () => {
    const rowsOf = (experiment: ExperimentDoc): readonly string[] =>
      modelOf(experiment)
        .model.layout(size, lightTheme)
        .rows.map(({ id }) => id);
    expect(rowsOf(document)).toEqual(["input", "outputs", "raster"]);
    expect(rowsOf(setEngine(document, "rate"))).toEqual(["input", "outputs"]);
  });

  it("marks what is selected and hovered, and traces what is recorded", () => {
    const { store, picture } = modelOf();
    const { actions } = store.getState();
    actions.select([{ population: "I", index: 1 }]);
    actions.hover({ population: "E", index: 1 });
    actions.setView({ show: { ...store.getState().view.show, traces: "currents" } });
    expect(picture()).toMatchObject({
      selected: [3],
      hovered: 1,
      traced: [3],
      shows: "currents",
    });
    actions.select([]);
    expect(picture()).toMatchObject({ selected: [], traced: [0, 2] });
  });

  it("has a row for voltages or currents when they are asked for", () => {
    const rowsOf = (traces: ViewState["show"]["traces"]) => {
      const { show } = modelOf().store.getState().view;
      const { model } = modelOf(document, { show: { ...show, traces } });
      return model.layout(size, lightTheme).rows.map(({ id }) => id);
    };
    expect(rowsOf("none")).toEqual(["input", "outputs", "raster"]);
    expect(rowsOf("voltages")).toEqual(["input", "outputs", "raster", "traces"]);
  });

  it("draws no traces that belong to another network, nor any before they are there", () => {
    const { lab, picture } = modelOf();
    lab.data.traces = { ...lab.data.traces, latentCount: 5 };
    expect(picture()?.traces).toBeNull();
    lab.data.traces = handTraces({ time: [] });
    expect(picture()?.traces).toBeNull();
  });

  it("shows the pinned run with the network and the crossing that it had", () => {
    const { store, lab, picture } = modelOf();
    lab.data.ghost = handTraces({ time: [0, 5] });
    expect(picture()?.ghost).toBeNull();
    const pinned = eiDocument({ input: { kind: "piecewise-linear", points: [[0, [0.5]]] } });
    store.getState().actions.setGhost({ id: 1, label: "before", experiment: pinned });
    expect(picture()?.ghost?.traces).toBe(lab.data.ghost);
    expect(picture()?.ghost?.crossing?.(0.5)?.yE).toBeCloseTo(3.3, 9);
    store.getState().actions.setGhost({ id: 2, label: "x", experiment: tangentDocument() });
    expect(picture()?.ghost).toBeNull();
    store.getState().actions.setGhost({ id: 3, label: "before", experiment: pinned });
    lab.data.ghost = null;
    expect(picture()?.ghost).toBeNull();
  });

  it("is none for a document of another shape", () => {
    expect(modelOf(tangentDocument()).picture()).toBeNull();
  });
});

describe("the strip's axes", () => {
  it("give time to the right, and x upwards in its row with a margin", () => {
    const { model } = modelOf(document, { ranges: { x: [-1, 1], E: [0, 6], I: [0, 8] } });
    const time = model.timeView(size, lightTheme);
    expect([time.modelX(time.rect.x), time.modelX(time.rect.x + time.rect.width)]).toEqual([2, 8]);
    const row = model.rowView("input", size, lightTheme);
    expect(row?.x).toEqual([2, 8]);
    expect(row?.y).toEqual([-1.16, 1.16]);
    expect(model.rowView("outputs", size, lightTheme)?.y).toEqual([0, 6.300000000000001]);
  });

  it("have none for a row that is hidden", () => {
    const { model } = modelOf();
    expect(model.rowView("traces", size, lightTheme)).toBeNull();
    expect(model.rowView("input", { width: 900, height: 90 }, lightTheme)).toBeNull();
  });
});

describe("what the strip depends on", () => {
  it("is the same while nothing changes, and another when anything does", () => {
    const { store, lab, model } = modelOf();
    const now = () => model.dependencies(size, lightTheme);
    const first = now();
    expect(now()).toEqual(first);
    const changes: readonly (() => void)[] = [
      () => store.getState().actions.hover({ population: "E", index: 0 }),
      () => store.getState().actions.setView({ timeUnit: "ms" }),
      () => {
        lab.data.time = 5;
      },
      () => {
        lab.data.timeRange = [0, 1];
      },
      () => {
        lab.data.traces.version += 1;
      },
    ];
    for (const change of changes) {
      const before = now();
      change();
      expect(now().some((value, index) => value !== before[index])).toBe(true);
    }
  });
});
