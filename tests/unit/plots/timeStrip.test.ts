import { describe, expect, it } from "vitest";
import {
  hitRaster,
  hitStrip,
  layoutStrip,
  lightTheme,
  paintTimeStrip,
  type TimeStripPicture,
  timeView,
} from "#plots";
import { eiNetwork, figure5cd } from "../../support/eiNetworks.ts";
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
  outputs: [0, 20],
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

describe("layoutStrip", () => {
  const options = { width: 900, theme: lightTheme };

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
    const hidden = [240, 210, 180, 20].map(
      (height) => layoutStrip(height, { ...options, rows }).hidden,
    );
    expect(hidden).toEqual([[], ["input"], ["input", "traces"], ["input", "raster", "traces"]]);
    const least = layoutStrip(20, { ...options, rows }).rows;
    expect(least.map(({ id }) => id)).toEqual(["outputs"]);
    expect(least[0]?.rect.height).toBeGreaterThanOrEqual(50);
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
    expect(paint({ traces: handTraces({ time: [] }) }).words()).not.toContain("yE");
  });

  it("lifts the pen where the boundaries do not cross", () => {
    const lookup = base.crossing;
    const gap = paint({
      crossing: (x) => (x > 2 && x < 4 ? null : (lookup?.(x) ?? null)),
    });
    expect(count(gap.group("readouts"), "move")).toBe(count(paint().group("readouts"), "move") + 2);
  });

  it("keeps the symbols of close curves apart", () => {
    const flat = handTraces({
      time: [0, 25],
      latents: [
        [3, -3],
        [3, -3],
      ],
    });
    const readouts = paint({ traces: flat }).group("readouts");
    const ys = ['text "yE"', 'text "|yI|"'].map((start) =>
      Number(
        readouts
          ?.find((call) => call.startsWith(start))
          ?.split(" ")
          .at(-1),
      ),
    );
    expect(Math.abs((ys[0] ?? 0) - (ys[1] ?? 0))).toBeGreaterThan(lightTheme.sizes.name);
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

describe("the raster", () => {
  it("draws E as triangles above and I as ticks below", () => {
    const raster = paint().group("raster") ?? [];
    const fill = raster.indexOf(`fill ${colors.excitatory}`);
    const stroke = raster.indexOf(`stroke ${colors.inhibitory}`);
    expect(fill).toBeGreaterThan(0);
    expect(stroke).toBeGreaterThan(fill);
    const closes = raster.slice(0, fill).filter((call) => call === "close").length;
    expect(closes).toBeGreaterThan(50);
  });

  it("draws ticks for both where rows are too low for markers", () => {
    const many = eiNetwork(
      Array.from({ length: 60 }, () => ({ F: 0, readE: 1, readI: 1, T: 1 })),
      [{ F: 0, readE: 1, readI: 1, T: 1 }],
    );
    const spikes = [
      [1, 3],
      [1.00001, 3],
      [2, 59],
      [3, 60],
      [4, 9999],
    ] as const;
    const sink = paint({ network: many, traces: handTraces({ time: [0, 25], spikes }) });
    const raster = sink.group("raster") ?? [];
    expect(raster).toContain(`stroke ${colors.excitatory}`);
    // Two spikes of one neuron on one pixel are drawn once; the one of a neuron that is not there, never.
    const ticks = raster.slice(raster.findIndex((call) => call.startsWith("clip")));
    expect(count(ticks, "move")).toBe(3);
    expect(sink.words()).toContain("I 1");
  });

  it("shades the rows of selected and hovered neurons", () => {
    const shaded = (change: Partial<TimeStripPicture>) =>
      count(paint(change).group("raster"), "rect");
    expect(shaded({})).toBe(0);
    expect(shaded({ selected: [0, 4], hovered: 2 })).toBe(3);
    expect(shaded({ selected: [77] })).toBe(0);
  });
});

describe("voltages and currents", () => {
  it("show the threshold, the curves by name and a mark for each spike", () => {
    const sink = paint({ selected: [1, 4, 0] });
    const voltages = sink.group("voltages") ?? [];
    expect(voltages).toContain(`stroke ${colors.axis} dashed`);
    expect(sink.words()).toContain("E 2");
    expect(sink.words()).toContain("I 2");
    expect(count(voltages, "close")).toBeGreaterThan(50);
  });

  it("show what drives the first recorded neuron", () => {
    const sink = paint({ shows: "currents", selected: [0, 1] });
    for (const word of ["current", "input", "from E", "from I", "sum"]) {
      expect(sink.words()).toContain(word);
    }
  });

  it("say what to do when there is nothing to show", () => {
    expect(paint({ selected: [] }).words()).toContain("Select a neuron to see its voltage");
    expect(paint({ shows: "currents", selected: [] }).words()).toContain(
      "Select a neuron to see its currents",
    );
    expect(paint({ selected: [0] }).words()).toContain(
      "The voltage of this neuron will be here after the next run",
    );
    expect(paint({ selected: [1], traces: null }).words()).toContain(
      "The voltage of this neuron will be here after the next run",
    );
    expect(
      paint({ selected: [1], shows: "currents", traces: null }).group("currents"),
    ).not.toBeNull();
    expect(paint({ selected: [99] }).group("voltages")).not.toBeNull();
  });
});

describe("pointing at the strip", () => {
  it("tells row and time under the pointer", () => {
    const row = base.layout.rows.find(({ id }) => id === "raster")?.rect;
    const x = timeView(base).screenX(10);
    expect(hitStrip({ x, y: (row?.y ?? 0) + 3 }, base)).toEqual({ row: "raster", time: 10 });
    expect(hitStrip({ x, y: 399 }, base).row).toBeNull();
  });

  it("finds the nearest spike within the tolerance and misses beyond it", () => {
    const spikes = [
      [5, 0],
      [5.05, 1],
      [9, 5],
      [9, 77],
    ] as const;
    const targets = {
      ...base,
      traces: handTraces({ time: [0, 25], spikes }),
      theme: lightTheme,
      tolerance: 8,
    };
    const row = base.layout.rows.find(({ id }) => id === "raster")?.rect;
    const x = timeView(base).screenX(9) + 2;
    const top = (row?.y ?? 0) + (row?.height ?? 0);
    const found = [0, 1, 2, 3, 4, 5].map((step) => hitRaster({ x, y: top - 12 * step }, targets));
    const hit = found.find((spike) => spike !== null);
    expect(hit).toMatchObject({ neuron: 5, time: 9 });
    expect(hitRaster({ x: x + 40, y: top }, targets)).toBeNull();
    const noRaster = {
      ...targets,
      layout: layoutStrip(20, { width: 900, theme: lightTheme, rows: [] }),
    };
    expect(hitRaster({ x, y: top }, noRaster)).toBeNull();
  });
});
