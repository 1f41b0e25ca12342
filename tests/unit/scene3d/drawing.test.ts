import { describe, expect, it } from "vitest";
import { lightTheme, type Sink } from "#plots";
import type { SceneCamera, SceneModel } from "#scene3d";
import { viewportOf } from "../../../src/scene3d/camera/framing.ts";
import { poseOf } from "../../../src/scene3d/camera/pose.ts";
import { CameraRig } from "../../../src/scene3d/camera/rig.ts";
import { formatColor, parseColor } from "../../../src/scene3d/geometry/colors.ts";
import { chooseAxisEdges } from "../../../src/scene3d/labels/axisEdges.ts";
import { chooseTicks } from "../../../src/scene3d/labels/boxTicks.ts";
import { Picture } from "../../../src/scene3d/parts/Picture.ts";
import { coverOf } from "../../../src/scene3d/vector/cover.ts";
import { paintPicture } from "../../../src/scene3d/vector/paintPicture.ts";
import { figure5cd } from "../../support/eiNetworks.ts";
import { runTraces } from "../../support/plotPictures.ts";
import { sceneModel } from "../../support/scenePictures.ts";
import { createStringSink, type StringSink } from "../../support/stringSink.ts";

const camera = { preset: "free", azimuth: 240, elevation: 20, zoom: 1 } as const;
const ranges = { x: [0, 10], E: [0, 10], I: [0, 20] } as const;
const network = figure5cd();
const traces = runTraces({ network, times: [0, 5], inputs: [0, 10], duration: 5 });
const model = sceneModel({ network, ranges, traces, time: 4 });
const count = (calls: readonly string[] | null, what: string): number =>
  (calls ?? []).filter((call) => call.startsWith(what)).length;

function draw(change: Partial<SceneModel> = {}, look: SceneCamera = camera): StringSink {
  const shown = { ...model, ...change };
  const sink = createStringSink();
  paint(sink, shown, look);
  return sink;
}

function paint(sink: Sink, shown: SceneModel, look: SceneCamera = camera): void {
  const rig = new CameraRig(poseOf(look), viewportOf(600, 500));
  const picture = new Picture();
  picture.update(shown);
  const edges = chooseAxisEdges(rig.eye, (at) => rig.toScreen(at));
  picture.updateView({ eye: rig.eye, edges, ticks: chooseTicks(shown.ranges) });
  paintPicture(sink, picture, { rig, ranges: shown.ranges, planeX: shown.planeX });
}

const groups = (sink: StringSink): readonly string[] =>
  sink.calls.filter((call) => call.startsWith("begin ")).map((call) => call.slice(6));

describe("the scene as a drawing", () => {
  it("is painted in the order of the graphics card's picture", () => {
    expect(groups(draw({ planeX: 5, hovered: 1, selected: [4] }))).toEqual([
      "walls",
      "grid",
      "plane behind",
      "first surface",
      "second surface",
      "facet edges",
      "plane in front",
      "outline",
      "slice",
      "crossing halo",
      "crossing",
      "trajectory",
      "spikes",
      "present",
      "grip",
    ]);
  });

  it("fills each facet once: faint below and strong on top, on top alone when cut", () => {
    const { upper, whole } = model;
    const sink = draw();
    expect(count(sink.group("first surface"), "fill")).toBe(whole.E.length + whole.I.length);
    expect(count(sink.group("second surface"), "fill")).toBe(upper.E.length + upper.I.length);
    const cut = draw({ show: { ...model.show, cut: true } });
    expect(cut.group("first surface")).toBeNull();
    expect(count(cut.group("second surface"), "fill")).toBe(upper.E.length + upper.I.length);
  });

  it("paints what lies on top first when seen from below", () => {
    const sink = draw({}, { ...camera, elevation: -20 });
    const { upper } = model;
    expect(count(sink.group("first surface"), "fill")).toBe(upper.E.length + upper.I.length);
  });

  it("joins the stable crossing to one solid line and breaks the unstable one into dashes", () => {
    const solid = draw().group("crossing");
    expect(count(solid, "stroke")).toBe(1);
    expect(count(solid, "move")).toBe(1);
    const unstable = model.crossing.map((piece) => ({ ...piece, stable: false }));
    expect(count(draw({ crossing: unstable }).group("crossing"), "move")).toBeGreaterThan(10);
  });

  it("writes a published point as a mark without length", () => {
    const references = [{ tone: "neutral", points: [5, 5, 10] }] as const;
    const [, move, line] = draw({ references }).group("reference") ?? [];
    expect(move?.replace("move", "line")).toBe(line);
  });

  it("ends the trajectory at the present and fades the past in steps", () => {
    const sink = draw();
    const opacities = new Set<number>();
    paint({ ...sink, stroke: ({ opacity }) => void opacities.add(opacity ?? 1) }, model);
    expect(opacities.size).toBeGreaterThan(6);
    const early = count(draw({ time: 1 }).group("trajectory"), "line");
    expect(early).toBeGreaterThan(0);
    expect(early).toBeLessThan(count(sink.group("trajectory"), "line"));
    expect(draw({ show: { ...model.show, trajectory: false } }).group("trajectory")).toBeNull();
  });

  it("marks each spike of the past once, in its population's shape and colour", () => {
    const fired = [...traces.spikeTime].slice(0, traces.spikeEnd).filter((time) => time <= 4);
    const marks = draw().group("spikes");
    expect(count(marks, "circle") + count(marks, "close")).toBe(fired.length);
    expect(new Set((marks ?? []).filter((call) => call.startsWith("fill")))).toEqual(
      new Set([
        `fill ${lightTheme.colors.excitatoryText}`,
        `fill ${lightTheme.colors.inhibitoryText}`,
      ]),
    );
  });

  it("leaves out what lies outside the box", () => {
    const narrow = { x: [0, 10], E: [9, 10], I: [0, 1] } as const;
    const sink = draw({ ranges: narrow });
    expect(count(sink.group("trajectory"), "line")).toBe(0);
    expect(count(sink.group("spikes"), "circle")).toBe(0);
  });

  it("draws a pinned run beside the present one, without spikes", () => {
    const sink = draw({ ghost: model.run, run: null });
    expect(count(sink.group("ghost"), "line")).toBeGreaterThan(10);
    expect(sink.group("trajectory")).toBeNull();
    expect(sink.group("spikes")).toBeNull();
  });

  it("is an empty box when there is nothing to show", () => {
    const nothing = { E: [], I: [] };
    const sink = draw({ upper: nothing, whole: nothing, crossing: [], run: null });
    expect(groups(sink)).toEqual(["walls", "grid"]);
  });
});

describe("what the surfaces hide of the input plane", () => {
  /** Looking along x from x = -5 with y down: box (yE, x, |yI|) to pixels. */
  const scene = {
    eye: [0, -5, 0],
    toScreen: ([e, , i]: readonly [number, number, number]) => ({ x: 100 * e, y: -100 * i }),
  } as const;
  const frame = [
    { x: -50, y: -50 },
    { x: 50, y: -50 },
    { x: 50, y: 50 },
    { x: -50, y: 50 },
  ];
  const upright = (from: number, to: number) =>
    [
      [from, -0.4, -0.5],
      [to, -0.4, -0.5],
      [to, -0.4, 0.5],
      [from, -0.4, 0.5],
    ] as const;
  const areaOf = (pieces: readonly { readonly points: Float64Array }[]): number =>
    pieces.reduce((sum, { points }) => {
      let twice = 0;
      for (let k = 0; k < points.length; k += 2) {
        const next = (k + 2) % points.length;
        twice +=
          (points[k] ?? 0) * (points[next + 1] ?? 0) - (points[next] ?? 0) * (points[k + 1] ?? 0);
      }
      return sum + Math.abs(twice) / 2;
    }, 0);

  it("is what stands between it and the eye", () => {
    const cover = coverOf({
      ...scene,
      planeAt: 0,
      polygons: [upright(-0.5, 0), upright(-0.2, 0.1)],
    });
    expect(cover.pieces(frame, "behind").map((piece) => areaOf([piece]))).toEqual([5000, 3000]);
    expect(areaOf(cover.pieces(frame, "front"))).toBeCloseTo(4000, 6);
    const line = [
      { x: -50, y: 0 },
      { x: 50, y: 0 },
    ] as const;
    expect(cover.spans(line, "behind")).toEqual([[0, 0.6]]);
    expect(cover.spans(line, "front")).toEqual([[0.6, 1]]);
  });

  it("is nothing when the surfaces lie beyond it", () => {
    const cover = coverOf({ ...scene, planeAt: -0.45, polygons: [upright(-0.5, 0.5)] });
    expect(cover.pieces(frame, "behind")).toEqual([]);
    expect(areaOf(cover.pieces(frame, "front"))).toBeCloseTo(10_000, 6);
  });

  it("is the near part of a facet that passes through it, from either side", () => {
    const floor = [
      [-0.5, -0.5, -0.5],
      [0.5, -0.5, -0.5],
      [0.5, 0.5, 0.5],
      [-0.5, 0.5, 0.5],
    ] as const;
    const near = coverOf({ ...scene, planeAt: 0.25, polygons: [floor] });
    expect(areaOf(near.pieces(frame, "behind"))).toBeCloseTo(7500, 6);
    const far = coverOf({ ...scene, eye: [0, 5, 0], planeAt: 0.25, polygons: [floor] });
    expect(areaOf(far.pieces(frame, "behind"))).toBeCloseTo(2500, 6);
  });

  it("is nothing without a plane", () => {
    const cover = coverOf({ ...scene, planeAt: null, polygons: [upright(-0.5, 0.5)] });
    expect(cover.pieces(frame, "behind")).toEqual([]);
  });
});

describe("colours of a drawing", () => {
  it("are written as they are read", () => {
    expect(formatColor(parseColor("#0a9fe1"))).toBe("#0a9fe1");
    expect(formatColor([-1, 0.5, 2])).toBe("#0080ff");
  });
});
