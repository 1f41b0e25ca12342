import { describe, expect, it } from "vitest";
import type { ViewState } from "#document";
import { createTraces } from "#runtime/protocol";
import type { LabData } from "../../../../src/ui/lab/LabContext.tsx";
import { createSpikeWalk, findSpike } from "../../../../src/ui/lab/spikeWalk.ts";
import { documentOf, eiDocument } from "../../../support/documents.ts";
import { eiFile } from "../../../support/experimentFiles.ts";
import { createFakeLab } from "../../../support/fakeLab.ts";
import { storeOf } from "../../../support/labStore.ts";
import { handTraces } from "../../../support/traces.ts";

/** Two spikes share an instant; the first place in the list is 1. */
const traces = handTraces({
  time: [0, 10],
  spikes: [
    [1, 0],
    [2, 3],
    [2, 0],
    [5, 3],
  ],
});

describe("the search for spikes", () => {
  const find = (from: number, by: 1 | -1, isPlace = false, wanted: readonly number[] = []) =>
    findSpike(traces, { from, isPlace, by, wanted: wanted.length > 0 ? new Set(wanted) : null });

  it("finds the one after and the one before a time", () => {
    expect([find(1.5, 1), find(4, -1), find(-3, 1), find(99, -1)]).toEqual([2, 3, 1, 4]);
  });

  it("leaves the instant on which it stands, however it was rounded", () => {
    expect([find(2, 1), find(2 - 1e-12, 1)]).toEqual([4, 4]);
    expect([find(2, -1), find(2 + 1e-12, -1)]).toEqual([1, 1]);
  });

  it("goes from a spike to the next of the same instant", () => {
    expect([find(2, 1, true), find(3, -1, true), find(3, 1, true)]).toEqual([3, 2, 4]);
  });

  it("takes only the neurons that are wanted", () => {
    expect([find(1, 1, true, [0]), find(4, -1, true, [0]), find(0, 1, false, [3])]).toEqual([
      3, 3, 2,
    ]);
  });

  it("finds none beyond the last, before the first or in silence", () => {
    expect([find(5, 1), find(4, 1, true), find(1, -1), find(1, -1, true)]).toEqual([
      null,
      null,
      null,
      null,
    ]);
    const search = { from: 0, isPlace: false, by: 1, wanted: null } as const;
    expect(findSpike(createTraces(), search)).toBeNull();
  });
});

function begin(change: Partial<ViewState> = {}, data: Partial<LabData> = {}) {
  const store = storeOf(eiDocument(), change);
  const lab = createFakeLab({ traces, time: 1.5, ...data });
  const walk = createSpikeWalk(store, lab);
  const said = (): readonly string[] => store.getState().notices.map(({ text }) => text);
  return { store, lab, walk, said, spike: () => store.getState().spike };
}

describe("the walk from spike to spike", () => {
  it("holds time, goes there for good and explains the spike", () => {
    const { store, lab, walk, spike } = begin();
    store.getState().actions.setPlaying(true);
    walk.go(1);
    expect(store.getState().playing).toBe(false);
    expect(lab.asked).toEqual(["seek 2 for good"]);
    expect(spike()).toBe(2);
    walk.go(1);
    expect(spike()).toBe(3);
    walk.go(-1);
    walk.go(-1);
    expect(spike()).toBe(1);
  });

  it("goes through the spikes of the selected neurons alone", () => {
    const { walk, spike } = begin({ selection: [{ population: "E", index: 0 }] });
    walk.go(1);
    expect(spike()).toBe(3);
    walk.go(-1);
    expect(spike()).toBe(1);
  });

  it("says where there is no further spike, and whose", () => {
    const { store, walk, said, lab } = begin({}, { time: 7 });
    walk.go(1);
    expect(said()).toEqual(["There is no later spike in this run."]);
    store.getState().actions.select([{ population: "I", index: 2 }]);
    walk.go(-1);
    expect(said().at(-1)).toMatch(/^There is no earlier spike of I 3;/);
    expect(lab.asked).toEqual([]);
  });

  it("says why a network of rates has no such moments", () => {
    const rates = { engine: "rate", dt: 0.01, beta: { E: 10, I: 10 } };
    const store = storeOf(documentOf({ ...eiFile(), dynamics: rates }));
    const lab = createFakeLab({ traces });
    createSpikeWalk(store, lab).go(1);
    expect(store.getState().notices.map(({ text }) => text)).toEqual([
      "A network of rates moves without spikes: there is no spike to explain.",
    ]);
    expect(store.getState().spike).toBeNull();
  });

  it("stays where it is in a live run", () => {
    const { walk, lab, said } = begin({ mode: "live" });
    walk.go(1);
    walk.step(-1);
    expect(lab.asked).toEqual([]);
    expect(said()).toEqual([]);
  });

  it("steps back and forth, and explains the first spike that it lands on", () => {
    const { walk, lab, spike } = begin({}, { time: 2.01 });
    walk.step(-1);
    expect(lab.asked).toEqual(["seek 2 for good"]);
    expect(spike()).toBe(2);
    walk.step(-1);
    expect(spike()).toBeNull();
    walk.step(1);
    expect(lab.asked.at(-1)).toBe("step");
  });
});
