import { describe, expect, it } from "vitest";
import { type NeuronRef, readNeuron, type ViewState } from "#document";
import { createSceneGestures } from "../../../../src/ui/panels/sceneGestures.ts";
import { eiDocument, tangentDocument } from "../../../support/documents.ts";
import { createFakeLab } from "../../../support/fakeLab.ts";
import { storeOf } from "../../../support/labStore.ts";
import { handTraces } from "../../../support/traces.ts";

const I = (index: number): NeuronRef => ({ population: "I", index });
const E = (index: number): NeuronRef => ({ population: "E", index });

function begin(change: Partial<ViewState> = {}, document = eiDocument()) {
  const store = storeOf(document, change);
  const { actions } = store.getState();
  const traces = handTraces({ time: [0, 1, 2, 3], input: [0, 1, 2, 3] });
  const lab = createFakeLab({ traces, time: 0.5 });
  const gestures = createSceneGestures({ store, actions, lab });
  const thresholds = () =>
    [E(0), E(1), I(0), I(1), I(2)].map((ref) =>
      Number(readNeuron(store.getState().experiment, ref)?.threshold.toFixed(9)),
    );
  return { store, actions, lab, gestures, thresholds };
}

describe("pointing in space", () => {
  it("hovers and leaves a neuron", () => {
    const { store, gestures } = begin();
    gestures.onHover?.(3);
    expect(store.getState().hovered).toEqual(I(1));
    gestures.onHover?.(null);
    expect(store.getState().hovered).toBeNull();
  });

  it("selects a neuron, adds another and lets go beside them", () => {
    const { store, gestures } = begin();
    gestures.onSelect?.(3, false);
    gestures.onSelect?.(0, true);
    gestures.onSelect?.(0, true);
    expect(store.getState().view.selection).toEqual([I(1), E(0)]);
    gestures.onSelect?.(null, true);
    expect(store.getState().view.selection).toHaveLength(2);
    gestures.onSelect?.(null, false);
    expect(store.getState().view.selection).toEqual([]);
  });

  it("finds nobody in a document of another shape", () => {
    const { store, gestures } = begin({}, tangentDocument());
    gestures.onHover?.(0);
    gestures.onFacetDragStart?.(0);
    gestures.onFacetDragMove?.(0, 1);
    expect(store.getState()).toMatchObject({ hovered: null, gesture: null, past: [] });
  });
});

describe("lifting a facet", () => {
  it("lowers the threshold of its neuron as one step, and selects it", () => {
    const { store, gestures, thresholds } = begin();
    gestures.onFacetDragStart?.(3);
    gestures.onFacetDragMove?.(3, 0.1);
    gestures.onFacetDragMove?.(3, 0.4);
    gestures.onFacetDragEnd?.(3);
    expect(thresholds()).toEqual([-1, -0.8, 0.5, 0.2, 0.7]);
    expect(store.getState().view.selection).toEqual([I(1)]);
    expect(store.getState().past.map(({ label }) => label)).toEqual(["threshold of I 2"]);
  });

  it("takes the other selected neurons along", () => {
    const { store, gestures, thresholds } = begin({ selection: [I(0), I(1)] });
    gestures.onFacetDragStart?.(3);
    gestures.onFacetDragMove?.(3, -1);
    gestures.onFacetDragEnd?.(3);
    expect(thresholds()).toEqual([-1, -0.8, 1.5, 1.6, 0.7]);
    expect(store.getState().view.selection).toEqual([I(0), I(1)]);
  });

  it("lets the others go when it is none of them", () => {
    const { store, gestures } = begin({ selection: [I(0), I(1)] });
    gestures.onFacetDragStart?.(0);
    expect(store.getState().view.selection).toEqual([E(0)]);
  });

  it("puts it back when it is cancelled, and does not go on", () => {
    const { store, gestures, thresholds } = begin();
    gestures.onFacetDragStart?.(0);
    gestures.onFacetDragMove?.(0, 2);
    gestures.onFacetDragCancel?.(0);
    gestures.onFacetDragMove?.(0, 3);
    expect(thresholds()).toEqual([-1, -0.8, 0.5, 0.6, 0.7]);
    expect(store.getState().past).toEqual([]);
  });

  it("weighs the way by how strongly the neuron reads |yI|", () => {
    const document = eiDocument();
    const { network } = document;
    if (network.kind !== "explicit") throw new Error("The test needs explicit neurons.");
    const populations = network.populations.map((each) => ({
      ...each,
      encoders: { ...each.encoders, I: each.thresholds.map(() => 2) },
    }));
    const { gestures, thresholds } = begin(
      {},
      { ...document, network: { ...network, populations } },
    );
    gestures.onFacetDragStart?.(0);
    gestures.onFacetDragMove?.(0, 0.5);
    expect(thresholds()[0]).toBe(-2);
  });
});

describe("sliding the plane", () => {
  it("moves the playhead of a protocol run to where the input has that value, and stays", () => {
    const { store, actions, lab, gestures } = begin();
    actions.setPlaying(true);
    gestures.onPlaneDragStart?.();
    gestures.onPlaneDragMove?.(2);
    gestures.onPlaneDragEnd?.();
    expect(lab.asked).toEqual(["seek 2", "seek 2 for good"]);
    expect(store.getState().playing).toBe(false);
  });

  it("goes back to where the playhead was on Escape", () => {
    const { lab, gestures } = begin();
    gestures.onPlaneDragStart?.();
    gestures.onPlaneDragMove?.(2);
    gestures.onPlaneDragCancel?.();
    expect(lab.asked.at(-1)).toBe("seek 0.5 for good");
  });

  it("is the input of a live run", () => {
    const { lab, gestures } = begin({ mode: "live", liveInput: [0.25] });
    gestures.onPlaneDragStart?.();
    gestures.onPlaneDragMove?.(0.75);
    gestures.onPlaneDragEnd?.();
    expect(lab.asked).toEqual(["hold 0.75"]);
    gestures.onPlaneDragCancel?.();
    expect(lab.asked.at(-1)).toBe("hold 0.25");
  });

  it("forgets a cancel without a beginning", () => {
    const { lab, gestures } = begin();
    gestures.onPlaneDragCancel?.();
    expect(lab.asked).toEqual([]);
  });
});
