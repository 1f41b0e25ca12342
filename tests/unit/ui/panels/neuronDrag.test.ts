import { describe, expect, it } from "vitest";
import { type NeuronRef, readNeuron } from "#document";
import type { Handle } from "#plots";
import type { AppStore } from "#store";
import {
  beginNeuronDrag,
  beginThresholdDrag,
  nudgeNeuron,
} from "../../../../src/ui/panels/neuronDrag.ts";
import { eiDocument } from "../../../support/documents.ts";
import { storeOf } from "../../../support/labStore.ts";

const E1 = { population: "E", index: 0 };
const E2 = { population: "E", index: 1 };
const I1 = { population: "I", index: 0 };

/** A handle that reads the new value off the pointer's x; the slope's also takes the threshold along. */
function handleOf(part: Handle["part"], parameterId: string, value: number): Handle {
  const set = (to: number) =>
    part === "slope"
      ? [
          { parameterId, value: to },
          { parameterId: "threshold", value: 10 * to },
        ]
      : [{ parameterId, value: to }];
  return {
    id: "slice-0-line",
    neuron: 0,
    part,
    position: { x: 0, y: 0 },
    label: "",
    parameterId,
    value,
    tail: null,
    valueText: "",
    drag: ({ x }) => set(x),
    set,
  };
}

const thresholdOf = (store: AppStore, ref: NeuronRef): number | undefined =>
  readNeuron(store.getState().experiment, ref)?.threshold;

function begin(selection: readonly NeuronRef[] = []) {
  const store = storeOf(eiDocument(), { selection });
  return { store, actions: store.getState().actions };
}

describe("a neuron's handle in the hand", () => {
  const held = { handle: handleOf("line", "threshold", -1), neuron: E1 };

  it("moves the neuron while it is dragged, as one undo step", () => {
    const parts = begin();
    const drag = beginNeuronDrag(parts, held);
    drag.move({ x: 0.5, y: 0 });
    drag.move({ x: 1.25, y: 0 });
    expect(thresholdOf(parts.store, E1)).toBe(1.25);
    drag.commit();
    expect(parts.store.getState().past.map(({ label }) => label)).toEqual(["threshold of E 1"]);
    parts.actions.undo();
    expect(thresholdOf(parts.store, E1)).toBe(-1);
  });

  it("leaves everything as it was when it is cancelled", () => {
    const parts = begin();
    const before = parts.store.getState().experiment;
    const drag = beginNeuronDrag(parts, held);
    drag.move({ x: 0.5, y: 0 });
    drag.cancel();
    drag.move({ x: 0.75, y: 0 });
    expect(parts.store.getState().experiment).toBe(before);
  });

  it("moves by whole steps of the parameter, within its limits", () => {
    const parts = begin();
    const drag = beginNeuronDrag(parts, held);
    drag.move({ x: 0.123456, y: 0 });
    expect(thresholdOf(parts.store, E1)).toBe(0.123);
    drag.move({ x: 1e9, y: 0 });
    expect(thresholdOf(parts.store, E1)).toBe(1e6);
  });

  it("takes the rest of the selection along by the same way", () => {
    const parts = begin([E1, I1]);
    const drag = beginNeuronDrag(parts, held);
    drag.move({ x: 0, y: 0 });
    drag.commit();
    expect([E1, E2, I1].map((ref) => thresholdOf(parts.store, ref))).toEqual([0, -0.8, 1.5]);
    expect(parts.store.getState().past.at(-1)?.label).toBe("threshold of 2 neurons");
  });

  it("leaves a selection alone that the neuron is not part of", () => {
    const parts = begin([I1]);
    beginNeuronDrag(parts, held).move({ x: 0, y: 0 });
    expect([E1, I1].map((ref) => thresholdOf(parts.store, ref))).toEqual([0, 0.5]);
  });

  it("turns one line alone, its threshold following", () => {
    const parts = begin([E1, I1]);
    const slope = { handle: handleOf("slope", "encoder.EE", 1), neuron: E1 };
    beginNeuronDrag(parts, slope).move({ x: 2, y: 0 });
    expect(readNeuron(parts.store.getState().experiment, E1)).toMatchObject({
      encoders: { E: 2 },
      threshold: 20,
    });
    expect(thresholdOf(parts.store, I1)).toBe(0.5);
    expect(parts.store.getState().gesture?.label).toMatch(/ of E 1$/);
  });
});

describe("a neuron's handle under a key", () => {
  it("moves by key steps of the parameter, one undo step each", () => {
    const parts = begin();
    nudgeNeuron(parts, { handle: handleOf("line", "threshold", -1), neuron: E1 }, 10);
    expect(thresholdOf(parts.store, E1)).toBe(0);
    nudgeNeuron(parts, { handle: handleOf("line", "threshold", 0), neuron: E1 }, -0.1);
    expect(thresholdOf(parts.store, E1)).toBe(-0.01);
    expect(parts.store.getState().past).toHaveLength(2);
  });

  it("takes the rest of the selection along", () => {
    const parts = begin([E2, E1]);
    nudgeNeuron(parts, { handle: handleOf("line", "threshold", -1), neuron: E1 }, 1);
    expect([E1, E2].map((ref) => thresholdOf(parts.store, ref))).toEqual([-0.9, -0.7]);
  });
});

describe("a threshold in the hand", () => {
  it("moves by how far it was lifted, in whole steps, with the selection", () => {
    const parts = begin([E1, E2]);
    const drag = beginThresholdDrag(parts, E1);
    drag.moveBy(0.25004);
    drag.moveBy(0.5);
    drag.commit();
    expect([E1, E2, I1].map((ref) => thresholdOf(parts.store, ref))).toEqual([-0.5, -0.3, 0.5]);
    expect(parts.store.getState().past.map(({ label }) => label)).toEqual([
      "threshold of 2 neurons",
    ]);
  });

  it("goes back when it is cancelled", () => {
    const parts = begin();
    const drag = beginThresholdDrag(parts, I1);
    drag.moveBy(3);
    drag.cancel();
    expect(thresholdOf(parts.store, I1)).toBe(0.5);
    expect(parts.store.getState().past).toEqual([]);
  });
});
