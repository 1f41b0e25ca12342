import { describe, expect, it } from "vitest";
import type { ExperimentDoc } from "#document";
import { lightTheme } from "#plots";
import type { Scene3d, SceneModel } from "#scene3d";
import { createSceneFeed } from "../../../../src/ui/panels/sceneFeed.ts";
import { eiDocument, tangentDocument } from "../../../support/documents.ts";
import { createFakeLab } from "../../../support/fakeLab.ts";
import { storeOf } from "../../../support/labStore.ts";
import { handTraces } from "../../../support/traces.ts";

/** A scene that remembers what it was told. */
function createFakeScene() {
  const models: SceneModel[] = [];
  const cameras: string[] = [];
  const scene: Scene3d = {
    update: (model) => void models.push(model),
    setCamera: ({ preset }, instant = false) =>
      void cameras.push(`${preset}${instant ? " at once" : ""}`),
    resize: () => undefined,
    flush: () => undefined,
    planeScreenPosition: () => null,
    size: () => ({ width: 0, height: 0 }),
    paint: () => undefined,
    capture: () => {
      throw new Error("A fake scene has no picture.");
    },
    dispose: () => undefined,
  };
  return { scene, models, cameras };
}

function begin(document: ExperimentDoc = eiDocument()) {
  const store = storeOf(document);
  const traces = handTraces({ time: [0, 1, 2], input: [0, 0.5, 1] });
  const lab = createFakeLab({ traces, time: 1 });
  const fake = createFakeScene();
  const feed = createSceneFeed({ scene: fake.scene, store, lab, theme: () => lightTheme });
  const shown = (): SceneModel => {
    const model = fake.models.at(-1);
    if (model === undefined) throw new Error("Nothing was shown.");
    return model;
  };
  return { store, actions: store.getState().actions, lab, feed, shown, ...fake };
}

/** The same document with every threshold of E lifted. */
function moved(document: ExperimentDoc): ExperimentDoc {
  const { network } = document;
  if (network.kind !== "explicit") throw new Error("The test needs explicit neurons.");
  const populations = network.populations.map((each) => ({
    ...each,
    thresholds: each.thresholds.map((threshold) => threshold + 0.1),
  }));
  return { ...document, network: { ...network, populations } };
}

describe("the scene's feed", () => {
  it("asks for a frame at once and shows surfaces, crossing, run and plane", () => {
    const { lab, shown } = begin();
    expect(lab.isWaiting).toBe(true);
    lab.turn();
    const model = shown();
    expect(model.upper.E.length).toBeGreaterThan(0);
    expect(model.whole.I.length).toBeGreaterThan(0);
    expect(model.crossing.length).toBeGreaterThan(0);
    expect(model).toMatchObject({ planeX: 0.5, time: 1, ghost: null, hovered: null });
    expect(model.run?.traces).toBe(lab.data.traces);
    expect([0, 1, 2, 4].map((neuron) => model.run?.sideOf(neuron))).toEqual(["E", "E", "I", "I"]);
  });

  it("hands the same surfaces and run on while the network stays", () => {
    const { lab, actions, models } = begin();
    lab.turn();
    actions.hover({ population: "I", index: 2 });
    lab.turn(16);
    const [first, second] = models;
    expect(second?.upper).toBe(first?.upper);
    expect(second?.whole).toBe(first?.whole);
    expect(second?.run).toBe(first?.run);
    expect(second?.references).toBe(first?.references);
    expect(second?.hovered).toBe(4);
  });

  it("rebuilds the surfaces when the network or a range is another", () => {
    const { lab, actions, store, models } = begin();
    lab.turn();
    actions.edit("move", moved);
    lab.turn(16);
    expect(models[1]?.upper).not.toBe(models[0]?.upper);
    const { ranges } = store.getState().view;
    actions.setView({ ranges: { ...ranges, x: [-2, 2] } });
    lab.turn(32);
    expect(models[2]?.upper).not.toBe(models[1]?.upper);
  });

  it("lets the surfaces follow a drag at a slower pace, and catches up when it ends", () => {
    const { lab, actions, models } = begin();
    lab.turn(1000);
    actions.beginGesture("drag");
    actions.edit("drag", moved, "gesture");
    lab.turn(1016);
    expect(models[1]?.upper).toBe(models[0]?.upper);
    expect(lab.isWaiting).toBe(true);
    lab.turn(1064);
    expect(models[2]?.upper).not.toBe(models[0]?.upper);
    actions.edit("drag", moved, "gesture");
    actions.commitGesture();
    lab.turn(1070);
    expect(models[3]?.upper).not.toBe(models[2]?.upper);
  });

  it("turns to a view at once in the beginning and gliding from then on", () => {
    const { lab, actions, store, cameras } = begin();
    lab.turn();
    lab.turn(16);
    const { camera } = store.getState().view;
    actions.setView({ camera: { ...camera, preset: "E" } });
    lab.turn(32);
    expect(cameras).toEqual(["free at once", "E"]);
  });

  it("shows no run before the first sample, nor that of another network", () => {
    const { lab, shown } = begin();
    lab.data.traces = handTraces({ time: [] });
    lab.turn();
    expect(shown().run).toBeNull();
    lab.data.traces = { ...handTraces({ time: [0] }), latentCount: 7 };
    lab.turn(16);
    expect(shown().run).toBeNull();
  });

  it("reads the pinned run with the network that it is a run of", () => {
    const { lab, actions, shown } = begin();
    const { network, ...rest } = eiDocument();
    if (network.kind !== "explicit") throw new Error("The test needs explicit neurons.");
    // One more E neuron: index 2 was an E neuron then.
    const populations = network.populations.map((each) =>
      each.id === "I"
        ? each
        : {
            ...each,
            feedforward: [...each.feedforward, [1]],
            encoders: { E: [1, 1, 1], I: [1, 1, 1] },
            thresholds: [...each.thresholds, 1],
            decoders: [...each.decoders, [0.5]],
            selfReset: [0, 0, 0],
          },
    );
    const pinned = { ...rest, network: { ...network, populations } };
    lab.data.ghost = handTraces({ time: [0, 1] });
    actions.setGhost({ id: 1, label: "before", experiment: pinned });
    lab.turn();
    expect(shown().ghost?.traces).toBe(lab.data.ghost);
    expect(shown().ghost?.sideOf(2)).toBe("E");
    expect(shown().run?.sideOf(2)).toBe("I");
    actions.setGhost({ id: 2, label: "other", experiment: tangentDocument() });
    lab.turn(16);
    expect(shown().ghost).toBeNull();
    lab.data.ghost = null;
    actions.setGhost({ id: 3, label: "before", experiment: pinned });
    lab.turn(32);
    expect(shown().ghost).toBeNull();
  });

  it("draws those published curves that belong to one input", () => {
    const annotation = { label: "", style: "dotted", tone: "E" } as const;
    const document = eiDocument({
      annotations: [
        {
          ...annotation,
          x: 2,
          points: [
            [1, 3],
            [4, 5],
          ],
        },
        { ...annotation, x: null, points: [[1, 1]] },
      ],
    });
    const { lab, shown } = begin(document);
    lab.turn();
    expect(shown().references).toEqual([{ tone: "E", points: [2, 1, 3, 2, 4, 5] }]);
  });

  it("shows nothing of a document of another shape, and nothing after it was let go", () => {
    const other = begin(tangentDocument());
    other.lab.turn();
    expect(other.models).toEqual([]);
    const { lab, feed, models } = begin();
    feed.dispose();
    lab.turn();
    expect(models).toEqual([]);
  });
});
