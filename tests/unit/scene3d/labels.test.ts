import { describe, expect, it } from "vitest";
import type { Facet } from "#model";
import { lightTheme, plainText } from "#plots";
import { viewportOf } from "../../../src/scene3d/camera/framing.ts";
import { poseOf } from "../../../src/scene3d/camera/pose.ts";
import { CameraRig } from "../../../src/scene3d/camera/rig.ts";
import { type LabelBox, overlaps, placeLabels } from "../../../src/scene3d/labels/avoid.ts";
import { chooseAxisEdges } from "../../../src/scene3d/labels/axisEdges.ts";
import { axisLabels, uprightAngle } from "../../../src/scene3d/labels/axisLabels.ts";
import { chooseTicks, detailAt } from "../../../src/scene3d/labels/boxTicks.ts";
import type { Label, Measure } from "../../../src/scene3d/labels/label.ts";
import { neuronLabel, surfaceLabels } from "../../../src/scene3d/labels/surfaceLabels.ts";

const free = { preset: "free", azimuth: 240, elevation: 20, zoom: 1 } as const;
const ranges = { x: [0, 10], E: [0, 10], I: [0, 20] } as const;
const measure: Measure = (content, { sizePx }) => {
  const text = typeof content === "string" ? content : content.map((run) => run.text).join("");
  return { width: 0.55 * sizePx * text.length, height: 1.2 * sizePx };
};
const box = (x: number, y: number, rotate = 0): LabelBox => ({
  centre: { x, y },
  width: 40,
  height: 12,
  rotate,
});

describe("labels that avoid each other", () => {
  it("see when they touch, turned or not", () => {
    expect(overlaps(box(50, 50), box(70, 55))).toBe(true);
    expect(overlaps(box(50, 50), box(50, 70))).toBe(false);
    expect(overlaps(box(50, 50), box(50, 70, 90))).toBe(true);
  });

  it("pass diagonally where their upright frames would collide", () => {
    expect(overlaps(box(50, 50, 45), box(70, 38, 45))).toBe(false);
    expect(overlaps(box(50, 50, 45), box(62, 62, 45))).toBe(true);
  });

  it("take their next place, or none, when a place is gone or out of view", () => {
    const placed = placeLabels(
      [
        { key: "first", places: [box(50, 50)] },
        { key: "second", places: [box(52, 52), box(50, 80)] },
        { key: "third", places: [box(50, 50), box(5, 20), box(190, 92)] },
        { key: "fourth", places: [box(100, 20)] },
      ],
      { width: 200, height: 100, obstacles: [] },
    );
    expect([...placed.keys()]).toEqual(["first", "second", "fourth"]);
    expect(placed.get("second")?.centre.y).toBe(80);
  });

  it("leave what is in the way uncovered", () => {
    const obstacles = [{ centre: { x: 50, y: 50 }, width: 18, height: 18, rotate: 0 }];
    const wish = { key: "name", places: [box(60, 45), box(60, 80)] };
    const placed = placeLabels([wish], { width: 200, height: 100, obstacles });
    expect(placed.get("name")?.centre.y).toBe(80);
  });
});

describe("where axes are labelled", () => {
  const edgesOf = (camera: Parameters<typeof poseOf>[0]) => {
    const rig = new CameraRig(poseOf(camera), viewportOf(600, 500));
    return { rig, edges: chooseAxisEdges(rig.eye, (at) => rig.toScreen(at)) };
  };

  it("on the floor's near edges and the left outline in the free view", () => {
    const [e, x, i] = edgesOf(free).edges;
    expect(e?.from).toEqual([-0.5, -0.5, -0.44]);
    expect(x?.from).toEqual([-0.5, -0.5, -0.44]);
    expect(i?.from).toEqual([-0.5, 0.5, -0.44]);
  });

  it("not along the axis that is looked along", () => {
    expect(edgesOf({ ...free, preset: "x" }).edges.map((edge) => edge === null)).toEqual([
      false,
      true,
      false,
    ]);
    expect(edgesOf({ ...free, preset: "E" }).edges[0]).toBeNull();
    expect(edgesOf({ ...free, preset: "I" }).edges[2]).toBeNull();
  });

  it("to the left of the picture for an axis seen upright", () => {
    const { rig, edges } = edgesOf({ ...free, preset: "I" });
    const x = edges[1];
    expect(x === null ? 600 : rig.toScreen(x.from).x).toBeLessThan(200);
  });

  it("on outline edges from every side, so that all axes have one in general position", () => {
    for (let azimuth = 10; azimuth < 360; azimuth += 20) {
      const { edges } = edgesOf({ ...free, azimuth, elevation: 25 });
      expect(edges.every((edge) => edge !== null)).toBe(true);
    }
  });

  it("with few round numbers that include the ends", () => {
    const [e, , i] = chooseTicks(ranges);
    expect(e.values).toEqual([0, 5, 10]);
    expect(i.values.map(i.format)).toEqual(["0", "5", "10", "15", "20"]);
  });

  it("outside the box, names first, and nothing on top of anything else", () => {
    for (let azimuth = 0; azimuth < 360; azimuth += 15) {
      const { rig, edges } = edgesOf({ ...free, azimuth });
      const labels = axisLabels({
        edges,
        ticks: chooseTicks(ranges),
        ranges,
        theme: lightTheme,
        toScreen: (at) => rig.toScreen(at),
        measure,
        view: rig.viewport,
      });
      const placed = [...place(labels).values()];
      for (const [index, one] of placed.entries()) {
        expect(placed.slice(index + 1).some((other) => overlaps(one, other))).toBe(false);
      }
      const names = labels.slice(0, edges.filter((edge) => edge !== null).length);
      expect(names.every(({ key }) => key.startsWith("axis"))).toBe(true);
    }
  });

  it("by symbol alone where words do not fit", () => {
    const rig = new CameraRig(poseOf(free), viewportOf(260, 240));
    const labels = axisLabels({
      edges: chooseAxisEdges(rig.eye, (at) => rig.toScreen(at)),
      ticks: chooseTicks(ranges),
      ranges,
      theme: lightTheme,
      toScreen: (at) => rig.toScreen(at),
      measure: () => ({ width: 900, height: 14 }),
      view: rig.viewport,
    });
    const name = labels.find(({ key }) => key === "axis E");
    expect(name?.content).toEqual([
      { text: "y", italic: true },
      { text: "E", shift: "super" },
    ]);
  });

  it("inside the view, on their own grid lines, where zooming has driven the edges out of it", () => {
    for (const camera of [free, { ...free, azimuth: 60 }, { ...free, preset: "x" } as const]) {
      const rig = new CameraRig(poseOf({ ...camera, zoom: 3 }), viewportOf(600, 500));
      const ticks = chooseTicks(ranges, detailAt(rig.zoom));
      const labels = axisLabels({
        edges: chooseAxisEdges(rig.eye, (at) => rig.toScreen(at)),
        ticks,
        ranges,
        theme: lightTheme,
        toScreen: (at) => rig.toScreen(at),
        measure,
        view: rig.viewport,
      });
      const placed = [...place(labels).keys()].map(({ key }) => key);
      const axes = camera.preset === "x" ? ["E", "I"] : ["x", "E", "I"];
      for (const axis of axes) {
        expect(placed.some((key) => key.startsWith(`tick ${axis} `))).toBe(true);
      }
    }
  });

  it("not at the ends of an axis when they are out of view, for their grid lines carry other numbers", () => {
    const rig = new CameraRig(poseOf({ ...free, zoom: 2 }), viewportOf(600, 500));
    const labels = axisLabels({
      edges: chooseAxisEdges(rig.eye, (at) => rig.toScreen(at)),
      ticks: chooseTicks(ranges),
      ranges,
      theme: lightTheme,
      toScreen: (at) => rig.toScreen(at),
      measure,
      view: rig.viewport,
    });
    const placed = [...place(labels).keys()].map(({ key }) => key);
    expect(placed.filter((key) => key.startsWith("tick"))).not.toContain("tick x 0");
    expect(placed).toContain("tick x 5");
  });

  it("with their symbol, where numbers of other axes are near", () => {
    const rig = new CameraRig(poseOf({ ...free, zoom: 4 }), viewportOf(600, 500));
    const [label] = axisLabels({
      edges: chooseAxisEdges(rig.eye, (at) => rig.toScreen(at)),
      ticks: chooseTicks(ranges),
      ranges,
      theme: lightTheme,
      toScreen: (at) => rig.toScreen(at),
      measure,
      view: rig.viewport,
    }).filter(({ key }) => key === "tick x 5");
    expect(plainText(typeof label?.content === "string" ? [] : (label?.content ?? []))).toBe(
      "x = 5",
    );
    expect(label?.style.halo).toBe(lightTheme.colors.background);
  });

  it("in finer steps the less of an axis is in view", () => {
    expect([0.5, 1, 1.9, 2, 5].map(detailAt)).toEqual([1, 1, 1, 2, 4]);
    expect(chooseTicks(ranges, 2)[0].values).toEqual([0, 2, 4, 6, 8, 10]);
  });

  it("in words that can be read without standing on one's head", () => {
    const from = { x: 0, y: 0 };
    expect(uprightAngle(from, { x: 10, y: 0 })).toBe(0);
    expect(uprightAngle(from, { x: -10, y: 0 })).toBe(0);
    expect(uprightAngle(from, { x: 0, y: -10 })).toBe(-90);
    expect(uprightAngle(from, { x: 0, y: 10 })).toBe(-90);
  });
});

function place(labels: readonly Label[]): ReadonlyMap<Label, LabelBox> {
  const wishes = labels.map((label) => ({
    key: label,
    places: label.centres.map((centre) => ({
      centre,
      ...measure(label.content, label.style),
      rotate: label.rotate,
    })),
  }));
  return placeLabels(wishes, { width: 600, height: 500, obstacles: [] });
}

describe("names on the surfaces", () => {
  const square = (neuron: number, x: number, size: number): Facet => ({
    neuron,
    kind: "surface",
    points: Float64Array.of(x, 0, 0, x + size, 0, 0, x + size, size, 0, x, size, 0),
  });
  const scene = {
    surfaces: { E: [square(0, 0, 20), square(1, 100, 60)], I: [] },
    crossing: [],
    theme: lightTheme,
    toScreen: ([x, y]: readonly [number, number, number]) => ({ x, y }),
  };

  it("stand on the largest facet first, and on no surface that is not there", () => {
    const labels = surfaceLabels(scene);
    expect(labels.map(({ content }) => content)).toEqual(["E boundary"]);
    expect(labels[0]?.centres[0]).toEqual({ x: 130, y: 30 });
  });

  it("may stand above or below the middle of a facet with room", () => {
    const wide = { ...scene, surfaces: { E: [square(0, 0, 100), square(1, 200, 20)], I: [] } };
    const centres = surfaceLabels(wide)[0]?.centres ?? [];
    expect(centres.filter(({ x }) => x === 50).map(({ y }) => y - 50)).toEqual([0, 24, -24]);
    expect(centres.filter(({ x }) => x === 210)).toHaveLength(1);
  });

  it("keep clear of the crossing", () => {
    const crossing = [
      {
        from: [130, -50, 0] as const,
        to: [130, 90, 0] as const,
        excitatory: 0,
        inhibitory: 1,
        slopeE: 0,
        slopeI: 1,
        stable: true,
        reason: "stable" as const,
      },
    ];
    expect(surfaceLabels({ ...scene, crossing })[0]?.centres[0]).toEqual({ x: 10, y: 10 });
  });

  it("name the neuron in hand on its own facet, if it has one", () => {
    expect(neuronLabel(scene, { neuron: 1, name: "E 2" })?.content).toBe("E 2");
    expect(neuronLabel(scene, { neuron: 5, name: "I 6" })).toBeNull();
  });
});
