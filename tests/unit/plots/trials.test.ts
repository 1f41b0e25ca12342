import { describe, expect, it } from "vitest";
import {
  layoutTrials,
  lightTheme,
  paintSweep,
  paintTrials,
  type SweepPicture,
  sweepView,
  type TrialsPicture,
  toPlace,
} from "#plots";
import { createStringSink, type StringSink } from "../../support/stringSink.ts";
import { sweep, trials } from "../../support/trialPictures.ts";

const theme = lightTheme;
const size = { width: 600, height: 300 };

function paint(change: Partial<SweepPicture> = {}): StringSink {
  const picture = { ...sweep, ...change };
  const sink = createStringSink();
  paintSweep(sink, { ...picture, view: sweepView({ ...size, theme }, picture) }, theme);
  return sink;
}

function paintMany(change: Partial<TrialsPicture> = {}): StringSink {
  const sink = createStringSink();
  const layout = layoutTrials(size.width, size.height, theme);
  paintTrials(sink, { ...trials, layout, ...change }, theme);
  return sink;
}

const count = (calls: readonly string[] | null, start: string): number =>
  (calls ?? []).filter((call) => call.startsWith(start)).length;

describe("a sweep", () => {
  it("draws E with triangles and I with circles and dashes, each named at its end", () => {
    const sink = paint({ level: null, present: null });
    expect(count(sink.group("line of E 3"), "circle")).toBe(0);
    expect(count(sink.group("line of I 5"), "circle")).toBe(7);
    expect(sink.group("line of I 5")).toContain(`stroke ${theme.colors.inhibitory} dashed`);
    expect(sink.group("line of E 3")).toContain(`stroke ${theme.colors.excitatory}`);
    expect(sink.words()).toEqual(
      expect.arrayContaining(["E 3", "I 5", "Spike-count variation, CV"]),
    );
  });

  it("breaks line and band where nothing could be measured", () => {
    const sink = paint();
    expect(count(sink.group("spread of E 3"), "close")).toBe(1);
    expect(count(sink.group("spread of I 5"), "close")).toBe(2);
  });

  it("keeps the names of lines that end together apart", () => {
    const [one] = sweep.series;
    if (one === undefined) throw new Error("There is a series.");
    const sink = paint({ series: [one, { ...one, label: "E 4" }] });
    const heights = ["E 3", "E 4"].map((name) => {
      const call = sink.calls.find((each) => each.startsWith(`text "${name}"`));
      return Number(call?.split(" ").at(-1));
    });
    expect(Math.abs((heights[0] ?? 0) - (heights[1] ?? 0))).toBeGreaterThan(theme.sizes.name);
  });

  it("shows the present value only where it lies on the axis", () => {
    expect(paint().words()).toContain("now");
    expect(paint({ present: 7 }).words()).not.toContain("now");
    expect(paint({ present: null }).words()).not.toContain("now");
  });

  it("is an empty frame before the first result", () => {
    const sink = paint({ series: [], level: null });
    expect(count(sink.calls, "circle")).toBe(0);
    expect(sink.words()).toContain("0.0");
  });

  it("begins its axis at 0 or below the lowest band, and ends it above the highest", () => {
    const view = sweepView({ ...size, theme }, sweep);
    expect(view.y[0]).toBe(0);
    expect(view.y[1]).toBeGreaterThanOrEqual(1.19);
    const marks = [{ at: 0, value: -1, low: -1.2, high: -0.9 }];
    const low = {
      ...sweep,
      level: null,
      series: [{ type: "excitatory" as const, label: "E", marks }],
    };
    expect(sweepView({ ...size, theme }, low).y).toEqual([-1.25, 0]);
  });

  it.each<readonly [string, readonly number[], readonly string[]]>([
    ["decades", [0.001, 0.1, 10], ["0.001", "0.01", "0.1", "1", "10"]],
    ["many decades", [1e-9, 1e9], ["1e-9", "0.000001", "0.001", "1", "1000"]],
    ["less than a decade", [0.11, 0.19], ["0.12", "0.14", "0.16", "0.18"]],
  ])("labels %s of an axis of equal factors", (_, values, labels) => {
    const sink = paint({ spacing: "log", values, series: [], level: null, present: null });
    expect(sink.words()).toEqual(expect.arrayContaining([...labels]));
  });

  it("places values by their power where the steps are factors", () => {
    expect(toPlace(100, "log")).toBe(2);
    expect(toPlace(100, "linear")).toBe(100);
  });
});

describe("many trials", () => {
  it("draw each spike inside the window in the row of its trial and neuron", () => {
    const raster = paintMany().group("raster of trials") ?? [];
    const layout = layoutTrials(size.width, size.height, theme);
    // Two edges of each frame beside the spikes: the one at 16 tau is outside the window.
    const spikes = raster.filter((call) => call.startsWith("move"));
    expect(spikes).toHaveLength(2 * 2 + 7);
    const heights = spikes.map((call) => Number(call.split(" ")[2]));
    expect(Math.max(...heights)).toBeLessThanOrEqual(layout.raster.y + layout.raster.height + 1);
  });

  it("name the neurons and the populations", () => {
    expect(paintMany().words()).toEqual(
      expect.arrayContaining(["E 1", "I 2", "E", "I", "Time (τ)"]),
    );
  });

  it("draw nothing but axes when nobody fires", () => {
    const none = { trial: [], neuron: [], time: [] };
    const quiet = trials.rates.map((one) => ({ ...one, bins: [0, 0, 0] }));
    const sink = paintMany({ spikes: none, rates: quiet });
    expect(count(sink.group("raster of trials"), "move")).toBe(4);
    expect(count(sink.group("histogram of E"), "move")).toBe(1);
  });

  it("fit a panel that is hardly higher than its margins", () => {
    const { raster, rates } = layoutTrials(60, 10, theme);
    for (const { width, height } of [raster, rates]) {
      expect(width).toBeGreaterThan(0);
      expect(height).toBeGreaterThan(0);
    }
  });
});
