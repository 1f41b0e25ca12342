import { describe, expect, it } from "vitest";
import { createTraces } from "#runtime/protocol";
import { createSummaryFeed } from "../../../src/app/summaryFeed.ts";
import type { LabData } from "../../../src/ui/lab/LabContext.tsx";
import { eiDocument, tangentDocument } from "../../support/documents.ts";
import { runOf, storeOf } from "../../support/labStore.ts";
import { withSeed } from "../../support/workspaces.ts";

const document = eiDocument({ window: { from: 6, to: 10 } });

function begin(opened = document, change: Parameters<typeof storeOf>[1] = {}) {
  const store = storeOf(opened, change);
  const data: LabData = { traces: runOf(document), ghost: null, time: 9, timeRange: [0, 5] };
  return { store, actions: store.getState().actions, data, feed: createSummaryFeed(store, data) };
}

describe("the live numbers", () => {
  it("are those of the document's window in a protocol run", () => {
    const { feed, data } = begin();
    const [E] = feed.current()?.populations ?? [];
    let spikes = 0;
    for (let k = data.traces.spikeStart; k < data.traces.spikeEnd; k += 1) {
      const time = data.traces.spikeTime[k] ?? 0;
      if (time >= 6 && time <= 10 && (data.traces.spikeNeuron[k] ?? 9) < 2) spikes += 1;
    }
    expect(spikes).toBeGreaterThan(10);
    expect(E?.spikesPerTau).toBeCloseTo(spikes / 4, 9);
    expect(feed.current()?.input).toEqual([1]);
  });

  it("are those of the rolling window and the held input in a live run", () => {
    const { feed } = begin(document, { mode: "live", liveInput: [0.5] });
    const summary = feed.current();
    expect(summary?.input).toEqual([0.5]);
    // From 0 to 5 tau the input is still on its way.
    expect(summary?.populations[0]?.spikesPerTau).not.toBe(
      begin().feed.current()?.populations[0]?.spikesPerTau,
    );
    expect(summary?.crossings[0]?.excitatory).toBeCloseTo(3.3, 9);
  });

  it("are none before the first sample and for a document of another shape", () => {
    const { feed, data } = begin();
    data.traces = createTraces();
    expect(feed.current()).toBeNull();
    expect(begin(tangentDocument()).feed.current()).toBeNull();
  });

  it("say when they changed, until nobody listens", () => {
    const { feed, actions } = begin();
    let told = 0;
    const leave = feed.subscribe(() => {
      told += 1;
    });
    feed.changed();
    actions.edit("seed", withSeed(5));
    expect(told).toBe(2);
    leave();
    feed.changed();
    expect(told).toBe(2);
  });
});

describe("the numbers of the pinned run", () => {
  it("are those of its own document at the same time", () => {
    const { feed, actions, data } = begin();
    expect(feed.ghost()).toBeNull();
    const pinned = eiDocument({ input: { kind: "piecewise-linear", points: [[0, [0.5]]] } });
    actions.setGhost({ id: 1, label: "before", experiment: pinned });
    expect(feed.ghost()).toBeNull();
    data.ghost = runOf(pinned);
    expect(feed.ghost()?.input).toEqual([0.5]);
    expect(feed.ghost()?.crossings[0]?.excitatory).toBeCloseTo(3.3, 9);
    actions.setView({ mode: "live", liveInput: [0.9] });
    expect(feed.ghost()?.input).toEqual([0.5]);
  });

  it("are none where its document has another shape", () => {
    const { feed, actions, data } = begin();
    data.ghost = runOf(document);
    actions.setGhost({ id: 1, label: "before", experiment: tangentDocument() });
    expect(feed.ghost()).toBeNull();
  });
});
