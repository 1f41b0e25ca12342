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
const base = stripPicture({
  network,
  traces: runTraces({ network, times: [0, 25], inputs: [-2.5, 10], duration: 25 }),
  rows: ["input", "outputs", "raster"],
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

  it("draws marks that can be seen, inside their band, however many neurons there are", () => {
    const neuron = { F: 0, readE: 1, readI: 1, T: 1 };
    const many = eiNetwork(
      Array.from({ length: 500 }, () => neuron),
      Array.from({ length: 500 }, () => neuron),
    );
    const spikes = [
      [1, 0],
      [2, 499],
      [3, 999],
    ] as const;
    const sink = paint({ network: many, traces: handTraces({ time: [0, 25], spikes }) });
    const raster = sink.group("raster") ?? [];
    const ends = raster
      .slice(raster.findIndex((call) => call.startsWith("clip")))
      .filter((call) => /^(move|line)/.test(call))
      .map((call) => Number(call.split(" ").at(-1)));
    const rect = base.layout.rows.find(({ id }) => id === "raster")?.rect;
    const top = rect?.y ?? 0;
    expect(ends).toHaveLength(6);
    for (const at of [0, 2, 4]) {
      expect((ends[at + 1] ?? 0) - (ends[at] ?? 0)).toBeGreaterThanOrEqual(4.9);
      expect(ends[at]).toBeGreaterThanOrEqual(top - 0.1);
      expect(ends[at + 1]).toBeLessThanOrEqual(top + (rect?.height ?? 0) + 0.1);
    }
    // The first neuron's row is the lowest of its band, the last one's the highest.
    expect(ends[2]).toBeCloseTo(top, 0);
  });

  it("shades the rows of selected and hovered neurons", () => {
    const shaded = (change: Partial<TimeStripPicture>) =>
      count(paint(change).group("raster"), "rect");
    expect(shaded({})).toBe(0);
    expect(shaded({ selected: [0, 4], hovered: 2 })).toBe(3);
    expect(shaded({ selected: [77] })).toBe(0);
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
      layout: layoutStrip(20, { width: 900, theme: lightTheme, rows: [], ranges: base.ranges }),
    };
    expect(hitRaster({ x, y: top }, noRaster)).toBeNull();
  });
});
