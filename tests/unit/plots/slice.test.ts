import { describe, expect, it } from "vitest";
import type { Crossing } from "#model";
import {
  describeStability,
  lightTheme,
  neuronName,
  paintSlice,
  regionAt,
  type SlicePicture,
} from "#plots";
import { eiNetwork, figure4de, figure5cd } from "../../support/eiNetworks.ts";
import { runTraces, slicePicture } from "../../support/plotPictures.ts";
import { createStringSink, type StringSink } from "../../support/stringSink.ts";
import { handTraces } from "../../support/traces.ts";

const one = figure4de();
const run = runTraces({ network: one, times: [0], inputs: [1], duration: 4 });
const E: readonly [number, number] = [0, 4];
const I: readonly [number, number] = [0, 6];

function paint(change: Partial<SlicePicture> = {}): StringSink {
  const sink = createStringSink();
  const picture = slicePicture({ network: one, x: 1, E, I, traces: run, time: 3.5 });
  paintSlice(sink, { ...picture, ...change }, lightTheme);
  return sink;
}

const everything = { regions: true, flow: true, lines: true, trajectory: true };
const { colors } = lightTheme;

describe("regionAt", () => {
  it("tells the four regions around the crossing (2, 3) of figure 4d", () => {
    const { slice } = slicePicture({ network: one, x: 1, E, I, traces: null, time: 0 });
    expect(regionAt(slice, 2, 5)).toBe("silent");
    expect(regionAt(slice, 2, 1)).toBe("both");
    expect(regionAt(slice, 0.5, 1.1)).toBe("E");
    expect(regionAt(slice, 3.5, 4.9)).toBe("I");
  });
});

describe("paintSlice", () => {
  it("names axes, regions, boundaries and the crossing", () => {
    const words = paint().words();
    for (const word of [
      "Excitatory activity yE",
      "Inhibitory activity |yI|",
      "both silent",
      "both above threshold",
      "E",
      "I",
      "stable crossing",
      "I slope 1.50 > E slope 1.00",
    ]) {
      expect(words).toContain(word);
    }
  });

  it("paints the four regions over each other", () => {
    expect(
      paint()
        .group("regions")
        ?.filter((call) => call.startsWith("fill")),
    ).toEqual([
      `fill ${colors.regionBoth}`,
      `fill ${colors.regionExcitatory}`,
      `fill ${colors.regionInhibitory}`,
      `fill ${colors.regionNone}`,
    ]);
  });

  it("draws each part only when it is asked for", () => {
    const groups = {
      regions: ["regions"],
      flow: ["leak", "spike directions"],
      lines: ["neuron lines"],
      trajectory: ["trajectory", "now"],
    } as const;
    for (const part of ["regions", "flow", "lines", "trajectory"] as const) {
      const sink = paint({ show: { ...everything, [part]: false } });
      for (const group of groups[part]) {
        expect(sink.group(group), group).toBeNull();
        expect(paint().group(group), group).not.toBeNull();
      }
    }
    const unnamed = paint({ show: { ...everything, regions: false } }).words();
    expect(unnamed).not.toContain("both silent");
    expect(unnamed).toContain("stable crossing");
  });

  it("points leak arrows towards the origin, where both are silent alone", () => {
    const heads = paint()
      .group("leak")
      ?.filter((call) => call === "close").length;
    expect(heads).toBeGreaterThan(5);
    const [start, neck] =
      paint()
        .group("leak")
        ?.filter((call) => /^(move|line)/.test(call)) ?? [];
    const [, startX, startY] = start?.split(" ").map(Number) ?? [];
    const [, neckX, neckY] = neck?.split(" ").map(Number) ?? [];
    expect(neckX).toBeLessThan(startX ?? 0);
    expect(neckY).toBeGreaterThan(startY ?? 0);
  });

  it("draws spikes in their population's colour and marker", () => {
    const trail = paint().group("trajectory") ?? [];
    expect(trail).toContain(`stroke ${colors.excitatory}`);
    expect(trail).toContain(`stroke ${colors.inhibitory}`);
    expect(trail.some((call) => call.startsWith("circle"))).toBe(true);
    expect(trail).toContain("close");
  });

  it("marks gradual spikes without jumps", () => {
    const { trajectory } = slicePicture({ network: one, x: 1, E, I, traces: run, time: 3.5 });
    const sink = paint({ trajectory: trajectory && { ...trajectory, instantaneous: false } });
    expect(sink.group("trajectory")).not.toContain(`stroke ${colors.excitatory}`);
    expect(sink.group("trajectory")).toContain(`fill ${colors.excitatory}`);
  });

  it("shows no present point before the first sample", () => {
    const traces = handTraces({ time: [] });
    const trajectory = { traces, network: one, instantaneous: true, time: 0, tail: 1 };
    expect(paint({ trajectory }).group("now")).toBeNull();
    expect(paint({ trajectory: null }).group("trajectory")).toBeNull();
  });

  it("strengthens selected and hovered lines, hovered most", () => {
    const strokes = (change: Partial<SlicePicture>) =>
      paint(change)
        .group("chosen lines")
        ?.filter((call) => call.startsWith("stroke #")).length;
    expect(strokes({})).toBe(0);
    expect(strokes({ selected: [0] })).toBe(2);
    expect(strokes({ selected: [0], hovered: 1 })).toBe(4);
    expect(strokes({ hovered: 99 })).toBe(0);
  });

  it("draws a pinned run in dashed grey below the present one", () => {
    const past = slicePicture({ network: one, x: 0.5, E, I, traces: run, time: 3 });
    const ghost = { slice: past.slice, trajectory: past.trajectory };
    const sink = paint({ ghost });
    expect(sink.group("pinned boundaries")).toContain(`stroke ${colors.ghost} dashed`);
    expect(sink.group("pinned trajectory")).toContain(`stroke ${colors.ghost} dashed`);
    expect(sink.calls.indexOf("begin pinned boundaries")).toBeLessThan(
      sink.calls.indexOf("begin boundaries"),
    );
    const hidden = paint({ ghost, show: { ...everything, trajectory: false } });
    expect(hidden.group("pinned trajectory")).toBeNull();
    expect(paint({ ghost: { ...ghost, trajectory: null } }).group("pinned trajectory")).toBeNull();
  });

  it("draws annotations in their tone with a label at the last point in view", () => {
    const sink = paint({
      annotations: [
        {
          label: "forbidden branch",
          style: "dotted",
          tone: "E",
          points: [
            [1, 1],
            [3, 2],
            [9, 9],
          ],
        },
        { label: "published", style: "point", tone: "neutral", points: [[1, 4]] },
        { label: "far", style: "point", tone: "I", points: [[50, 50]] },
        { label: "", style: "point", tone: "I", points: [[1, 2]] },
      ],
    });
    expect(sink.group("annotations")).toContain(`stroke ${colors.excitatory} dashed`);
    expect(sink.group("annotations")).toContain(`stroke ${colors.textMuted}`);
    expect(sink.words()).toContain("forbidden branch");
    expect(sink.words()).toContain("published");
    expect(sink.words()).not.toContain("far");
  });

  it("thins out the lines of large populations and keeps the boundary", () => {
    const neuron = (at: number) => ({ F: 0, readE: 1 + at / 1000, readI: 1, T: -1 });
    const many = eiNetwork(
      Array.from({ length: 900 }, (_, at) => neuron(at)),
      [neuron(600)],
    );
    const sink = createStringSink();
    paintSlice(
      sink,
      slicePicture({ network: many, x: 0, E, I, traces: null, time: 0 }),
      lightTheme,
    );
    const lines = sink.group("neuron lines")?.filter((call) => call.startsWith("move")).length;
    expect(lines).toBeLessThanOrEqual(401);
    expect(sink.group("boundaries")).toContain(`stroke ${colors.excitatory}`);
  });

  it("paints a slice without boundaries, crossings or text that fits", () => {
    const blind = eiNetwork(
      [{ F: 1, readE: 0, readI: 0, T: 5 }],
      [{ F: 0, readE: 0, readI: 1, T: -1 }],
    );
    const sink = createStringSink();
    const picture = slicePicture({
      network: blind,
      x: 0,
      E,
      I,
      traces: null,
      time: 0,
      size: { width: 60, height: 60 },
    });
    paintSlice(sink, picture, lightTheme);
    expect(sink.words()).not.toContain("both silent");
    expect(sink.words()).not.toContain("stable crossing");
  });

  it("closes every group and clip it opens", () => {
    const { calls } = paint();
    expect(calls.filter((call) => call.startsWith("begin ")).length).toBe(
      calls.filter((call) => call === "end").length,
    );
    expect(calls.filter((call) => call.startsWith("clip")).length).toBe(
      calls.filter((call) => call === "unclip").length,
    );
  });
});

describe("crossings", () => {
  const crossing: Crossing = {
    yE: 2,
    yI: 3,
    excitatory: 0,
    inhibitory: 1,
    slopeE: 1,
    slopeI: 1.5,
    stable: true,
    reason: "stable",
  };

  it("say why they are stable or not", () => {
    expect(describeStability(crossing)).toBe("I slope 1.50 > E slope 1.00");
    expect(
      describeStability({
        ...crossing,
        slopeE: Number.POSITIVE_INFINITY,
        stable: false,
        reason: "slopes",
      }),
    ).toBe("I slope 1.50 ≤ E slope ∞");
    expect(
      describeStability({ ...crossing, stable: false, reason: "not reached by leak" }),
    ).toContain("leaking");
  });

  it("are filled when stable and open when not", () => {
    const fills = (stable: boolean) =>
      paint({ crossings: [{ ...crossing, stable }] })
        .group("crossings")
        ?.find((call) => call.startsWith("fill"));
    expect(fills(true)).toBe(`fill ${colors.text}`);
    expect(fills(false)).toBe(`fill ${colors.background}`);
  });

  it("are not marked outside the view, nor explained when there are many", () => {
    const outside = paint({ crossings: [{ ...crossing, yE: 40 }] });
    expect(outside.group("crossings")).toEqual([]);
    const three = [1, 2, 3].map((yE) => ({ ...crossing, yE }));
    const words = paint({ crossings: three }).words();
    expect(words.filter((word) => word === "stable crossing")).toHaveLength(3);
    expect(words).not.toContain("I slope 1.50 > E slope 1.00");
  });

  it("keep their words inside the view at the right and lower edge", () => {
    const corner = paint({ crossings: [{ ...crossing, yE: 3.95, yI: 0.05 }] });
    const at = corner.group("labels")?.find((call) => call.startsWith('text "stable'));
    const [x, y] = at?.split(" ").slice(-2).map(Number) ?? [];
    const middle = corner.group("crossings")?.find((call) => call.startsWith("circle"));
    const [, dotX, dotY] = middle?.split(" ").map(Number) ?? [];
    expect(x).toBeLessThan(dotX ?? 0);
    expect(y).toBeLessThan(dotY ?? 0);
  });
});

describe("neuronName", () => {
  it("counts from 1 within the population", () => {
    const saw = figure5cd();
    expect(neuronName(saw, saw.E[1]?.neuron ?? -1)).toBe("E 2");
    expect(neuronName(saw, saw.I[2]?.neuron ?? -1)).toBe("I 3");
    expect(neuronName(saw, 99)).toBe("100");
  });
});
