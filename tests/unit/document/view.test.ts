import { describe, expect, it } from "vitest";
import { defaultView, parseView } from "#document";
import { eiDocument, tangentDocument } from "../../support/documents.ts";
import type { Json } from "../../support/experimentFiles.ts";

const experiment = eiDocument();
const usual = defaultView(experiment);

describe("defaultView", () => {
  it("stands at the end of the window and shows the window alone", () => {
    const view = defaultView(eiDocument({ window: { from: 2, to: 8 } }));
    expect(view).toMatchObject({ time: 8, timeRange: [2, 8], liveInput: [1] });
    expect(usual).toMatchObject({ time: 10, timeRange: null, liveCurrent: { E: 0, I: 0 } });
  });

  it("gives the input a margin and the crossings room", () => {
    // At x = 1 the first line of E, yI = yE + 1.4, and those of I, yI = 1.5 yE - 0.4, cross at (3.6, 5).
    expect(usual.ranges.x).toEqual([-0.05, 1.05]);
    expect(usual.ranges.E).toEqual([0, 6]);
    expect(usual.ranges.I).toEqual([0, 8]);
  });

  it("has ranges for a constant input and for a network without a crossing", () => {
    const input = { kind: "piecewise-linear", points: [[0, [3]]] };
    expect(defaultView(tangentDocument({ input })).ranges).toEqual({
      x: [2, 4],
      E: [0, 5],
      I: [0, 5],
    });
  });

  it("stays within what a view may show for an absurd input", () => {
    const input = { kind: "piecewise-linear", points: [[0, [1e15]]] };
    const view = defaultView(eiDocument({ input }));
    expect(parseView(view, eiDocument({ input }))).toEqual({ ok: true, view, warnings: [] });
  });
});

describe("parseView", () => {
  const read = (change: Json): ReturnType<typeof parseView> => parseView(change, experiment);

  it("fills in what is left out", () => {
    expect(parseView(undefined, experiment)).toEqual({ ok: true, view: usual, warnings: [] });
    expect(read({})).toEqual({ ok: true, view: usual, warnings: [] });
  });

  it("reads back every field", () => {
    const view = {
      ...usual,
      preset: "fig-4f",
      mode: "live",
      time: 3,
      timeRange: [1, 4],
      timeUnit: "ms",
      speed: 5,
      liveInput: [0.5],
      liveCurrent: { E: 0.1, I: -0.2 },
      selection: [{ population: "I", index: 2 }],
      camera: { preset: "E", azimuth: -90, elevation: 12, zoom: 2 },
      ranges: { x: [-1, 1], E: [0, 1], I: [0, 2] },
      show: { ...usual.show, flow: false, traces: "currents" },
    };
    expect(parseView(view, experiment)).toEqual({ ok: true, view, warnings: [] });
  });

  const bad: readonly (readonly [string, Json])[] = [
    ["lab", { lab: "chaos" }],
    ["preset", { preset: "../x" }],
    ["preset of a wrong type", { preset: 3 }],
    ["mode", { mode: "dream" }],
    ["time beyond the run", { time: 11 }],
    ["time range backwards", { timeRange: [4, 1] }],
    ["time range of text", { timeRange: ["a", 1] }],
    ["time unit", { timeUnit: "hours" }],
    ["speed", { speed: 0 }],
    ["live input of two", { liveInput: [1, 2] }],
    ["selection", { selection: 1 }],
    ["selection of a neuron that does not exist", { selection: [{ population: "I", index: 3 }] }],
    ["selection of half a neuron", { selection: [{ population: "I", index: 0.5 }] }],
    [
      "selection of a population that does not exist",
      { selection: [{ population: "X", index: 0 }] },
    ],
    ["selection of text", { selection: ["I 3"] }],
    ["camera", { camera: "front" }],
    ["camera preset", { camera: { ...usual.camera, preset: "back" } }],
    ["zoom", { camera: { ...usual.camera, zoom: 1e9 } }],
    ["ranges", { ranges: { ...usual.ranges, x: [1, 1] } }],
    ["ranges beyond reason", { ranges: { ...usual.ranges, I: [0, 1e9] } }],
    ["show", { show: { ...usual.show, flow: "yes" } }],
    ["traces", { show: { ...usual.show, traces: "all" } }],
    ["live current of a stranger", { liveCurrent: { X: 1 } }],
    ["unknown field", { theme: "dark" }],
  ];

  it.each(bad)("falls back and says so: %s", (_, change) => {
    const { view, warnings } = read(change);
    expect(view).toEqual(usual);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(/^view\./);
  });

  it("falls back as a whole when it is no view", () => {
    expect(parseView(7, experiment)).toEqual({
      ok: true,
      view: usual,
      warnings: ["view is 7; it must be a view."],
    });
  });

  it("takes a time range of null for the whole run", () => {
    const cut = eiDocument({ window: { from: 2 } });
    expect(parseView({ timeRange: null }, cut).view.timeRange).toBeNull();
  });

  it("selects each neuron once", () => {
    const one = { population: "I", index: 1 };
    expect(read({ selection: [one, one] }).view.selection).toEqual([one]);
  });
});
