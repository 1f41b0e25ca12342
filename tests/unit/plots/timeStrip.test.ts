import { describe, expect, it } from "vitest";
import { layoutStrip, lightTheme, paintTimeStrip, type TimeStripPicture, timeView } from "#plots";
import { figure5cd } from "../../support/eiNetworks.ts";
import { runTraces, stripPicture } from "../../support/plotPictures.ts";
import { createStringSink, type StringSink } from "../../support/stringSink.ts";
import { handTraces } from "../../support/traces.ts";

const network = figure5cd();
const traces = runTraces({
  network,
  times: [0, 25],
  inputs: [-2.5, 10],
  duration: 25,
  record: { voltages: [1, 4], currents: [1] },
});
const base = stripPicture({
  network,
  traces,
  rows: ["input", "outputs", "raster", "traces"],
  time: [0, 25],
  x: [-3, 10],
  E: [0, 8],
  I: [0, 20],
  playhead: 12,
  size: { width: 900, height: 400 },
});
const { colors } = lightTheme;

function paint(change: Partial<TimeStripPicture> = {}): StringSink {
  const sink = createStringSink();
  paintTimeStrip(sink, { ...base, ...change }, lightTheme);
  return sink;
}

function count(calls: readonly string[] | null, start: string): number {
  return calls?.filter((call) => call.startsWith(start)).length ?? 0;
}

describe("a run that exploded", () => {
  const WORDS = "explosive: spikes without end";
  /** How far right of the instant the words begin or end; null when there are none. */
  const said = (time: number): number | null => {
    const { calls } = paint({
      traces: { ...traces, verdict: { kind: "explosive", time, spikes: 10_001 } },
    });
    const call = calls.find((one) => one.includes(WORDS));
    if (call === undefined) return null;
    return Number(call.split('" ')[1]?.split(" ")[0]) - timeView(base).screenX(time);
  };

  it("says so beside the instant, on the side that has room, and only where that is in sight", () => {
    expect(said(2)).toBeGreaterThan(0);
    expect(said(24)).toBeLessThan(0);
    expect(said(26)).toBeNull();
    expect(paint().words()).not.toContain(WORDS);
  });
});

describe("layoutStrip", () => {
  const options = { width: 900, theme: lightTheme, ranges: { E: [0, 1], I: [0, 1] } } as const;

  it("stacks the rows asked for in one order over one width", () => {
    const { rows, hidden } = layoutStrip(400, { ...options, rows: ["raster", "input", "outputs"] });
    expect(rows.map(({ id }) => id)).toEqual(["input", "outputs", "raster"]);
    expect(new Set(rows.map(({ rect }) => `${rect.x} ${rect.width}`)).size).toBe(1);
    for (const [index, { rect }] of rows.entries()) {
      const next = rows[index + 1];
      if (next !== undefined) expect(next.rect.y).toBeGreaterThan(rect.y + rect.height);
    }
    expect(hidden).toEqual([]);
  });

  it("fills the height between the margins", () => {
    const { rows, area } = layoutStrip(400, { ...options, rows: ["input", "raster", "traces"] });
    const last = rows.at(-1)?.rect;
    expect(area.y + area.height).toBeCloseTo((last?.y ?? 0) + (last?.height ?? 0));
    expect(area.y + area.height).toBeLessThan(400);
  });

  it("hides the input first, then traces, then the raster, never the readouts", () => {
    const rows = ["input", "raster", "traces"] as const;
    const hidden = [200, 180, 140, 20].map(
      (height) => layoutStrip(height, { ...options, rows }).hidden,
    );
    expect(hidden).toEqual([[], ["input"], ["input", "traces"], ["input", "raster", "traces"]]);
    const least = layoutStrip(20, { ...options, rows }).rows;
    expect(least.map(({ id }) => id)).toEqual(["outputs"]);
    expect(least[0]?.rect.height).toBeGreaterThanOrEqual(40);
  });
});

describe("paintTimeStrip", () => {
  it("draws all rows, the axis and the playhead", () => {
    const sink = paint({ selected: [1] });
    for (const group of ["input", "readouts", "raster", "voltages", "time axis", "playhead"]) {
      expect(sink.group(group), group).not.toBeNull();
    }
    expect(sink.words()).toContain("Time (τ)");
    expect(sink.words()).toContain("yE");
    expect(sink.words()).toContain("|yI|");
    expect(sink.words()).toContain("E 1–3");
    expect(sink.words()).toContain("I 1–3");
  });

  it("names a large population by a round number where its last neuron does not fit", () => {
    const wordsOf = (neurons: number): readonly string[] => {
      const E = Array.from({ length: neurons }, () => network.E.slice(0, 1)).flat();
      return paint({ network: { ...network, E } }).words();
    };
    expect(wordsOf(99)).toContain("E 1–99");
    expect(wordsOf(49_729)).toContain("E ×50k");
  });

  it("writes milliseconds at ten to a tau", () => {
    const words = paint({ unit: "ms" }).words();
    expect(words).toContain("Time (ms)");
    expect(words).toContain("250");
  });

  it("draws no more than four points a pixel column however long the run", () => {
    const rect = base.layout.rows.find(({ id }) => id === "outputs")?.rect;
    const readouts = paint().group("readouts");
    expect(count(readouts, "line")).toBeLessThan(4 * 4 * (rect?.width ?? 0) + 50);
  });

  it("shows readouts without a crossing curve, and nothing before the first samples", () => {
    const dashed = (sink: StringSink) =>
      sink.group("readouts")?.filter((call) => call === `stroke ${colors.excitatory} dashed`);
    expect(dashed(paint())).toHaveLength(1);
    expect(count(paint({ crossing: null }).group("readouts"), "line")).toBeLessThan(
      count(paint().group("readouts"), "line"),
    );
    expect(dashed(paint({ traces: null }))).toHaveLength(0);
    expect(count(paint({ traces: handTraces({ time: [] }) }).group("readouts"), "line")).toBe(
      count(paint({ traces: null }).group("readouts"), "line"),
    );
  });

  it("lifts the pen where the boundaries do not cross", () => {
    const lookup = base.crossing;
    const gap = paint({
      crossing: (x) => (x > 2 && x < 4 ? null : (lookup?.(x) ?? null)),
    });
    expect(count(gap.group("readouts"), "move")).toBe(count(paint().group("readouts"), "move") + 2);
  });

  it("gives each readout a scale of its own, yE on the left and |yI| on the right", () => {
    const { x, width } = base.layout.area;
    const readouts = paint().group("readouts");
    const placeOf = (words: string) =>
      readouts
        ?.find((call) => call.startsWith(`text "${words}"`))
        ?.split(" ")
        .slice(-2)
        .map(Number) ?? [];
    expect(placeOf("yE")[0]).toBeLessThan(x);
    expect(placeOf("|yI|")[0]).toBeGreaterThan(x + width);
    expect(placeOf("20")[0]).toBeGreaterThan(x + width);
    // A curve at half of its own range runs through the middle of the row, whatever the other's range is.
    const middle = handTraces({
      time: [0, 25],
      latents: [
        [4, -10],
        [4, -10],
      ],
    });
    const flat = paint({ traces: middle, crossing: null }).group("readouts") ?? [];
    const rect = base.layout.rows.find(({ id }) => id === "outputs")?.rect;
    const height = (rect?.y ?? 0) + (rect?.height ?? 0) / 2;
    for (const color of [colors.excitatory, colors.inhibitory]) {
      const line = flat[flat.indexOf(`stroke ${color}`) - 1];
      expect(Number(line?.split(" ").at(-1))).toBeCloseTo(height, 0);
    }
  });

  it("gives both readouts one axis where their ranges are the same", () => {
    const ranges = { ...base.ranges, I: base.ranges.E };
    const layout = layoutStrip(400, { width: 900, theme: lightTheme, rows: ["input"], ranges });
    expect(layout.area.width).toBeGreaterThan(base.layout.area.width);
    const words = paint({ layout, ranges })
      .group("readouts")
      ?.filter((call) => /^text/.test(call));
    expect(words?.map((call) => call.split('"')[1])).toEqual(["0", "5", "|yI|", "yE"]);
    const right = words?.filter((call) => Number(call.split(" ").at(-2)) > layout.area.x);
    expect(right).toEqual([]);
  });

  it("veils the analysis window, cut to what is in view", () => {
    const window = paint({ window: [5, 99] }).group("analysis window");
    const area = base.layout.area;
    const [, x, , width] = window?.[1]?.split(" ").map(Number) ?? [];
    expect(x).toBeCloseTo(area.x + area.width / 5, 0);
    expect((x ?? 0) + (width ?? 0)).toBeCloseTo(area.x + area.width, 0);
  });

  it("draws no playhead outside the visible time", () => {
    expect(paint({ playhead: 30 }).group("playhead")).toBeNull();
  });

  it("draws a pinned run in grey under the present one", () => {
    const sink = paint({ ghost: { traces, network, crossing: base.crossing } });
    expect(sink.group("pinned readouts")).toContain(`stroke ${colors.ghost} dashed`);
  });

  it("names injected currents by population and amplitude", () => {
    const currents = [
      { side: "I", from: 5, to: 10, amplitude: 0.1 + 0.2 },
      { side: "E", from: 5, to: 10, amplitude: -1 },
    ] as const;
    const words = paint({ currents }).words();
    expect(words).toContain("current into I +0.3");
    expect(words).toContain("current into E −1");
  });
});

describe("voltages and currents", () => {
  it("show the threshold, the curves by name and a mark for each spike", () => {
    const sink = paint({ traced: [1, 4, 0] });
    const voltages = sink.group("voltages") ?? [];
    expect(voltages).toContain(`stroke ${colors.axis} dashed`);
    expect(sink.words()).toContain("E 2");
    expect(sink.words()).toContain("I 2");
    expect(count(voltages, "close")).toBeGreaterThan(50);
  });

  it("show what drives the first recorded neuron", () => {
    const sink = paint({ shows: "currents", traced: [0, 1] });
    for (const word of ["current into", "E 2", "input", "from E", "from I", "sum"]) {
      expect(sink.words()).toContain(word);
    }
  });

  it("say what to do when there is nothing to show", () => {
    expect(paint({ traced: [] }).words()).toContain("Select a neuron to see its voltage");
    expect(paint({ shows: "currents", traced: [] }).words()).toContain(
      "Select a neuron to see its currents",
    );
    expect(paint({ traced: [0] }).words()).toContain(
      "The voltage of this neuron will be here after the next run",
    );
    expect(paint({ traced: [1], traces: null }).words()).toContain(
      "The voltage of this neuron will be here after the next run",
    );
    expect(
      paint({ traced: [1], shows: "currents", traces: null }).group("currents"),
    ).not.toBeNull();
    expect(paint({ traced: [99] }).group("voltages")).not.toBeNull();
  });
});
