import { describe, expect, it } from "vitest";
import { type EINetwork, sliceLines } from "#model";
import {
  courseHandles,
  createView,
  edgeHandles,
  type Handle,
  HIT_TOLERANCE,
  hitHandle,
  hitSlice,
  layoutStrip,
  lightTheme,
  paintHandles,
  sliceHandles,
} from "#plots";
import { figure4de } from "../../support/eiNetworks.ts";
import { slicePicture } from "../../support/plotPictures.ts";
import { createStringSink } from "../../support/stringSink.ts";

function slice(network: EINetwork, x = 1) {
  return { ...slicePicture({ network, x, E: [0, 4], I: [0, 6], traces: null, time: 0 }), x };
}

function find(handles: readonly Handle[], id: string): Handle {
  const handle = handles.find((candidate) => candidate.id.endsWith(id));
  if (handle === undefined) throw new Error(`No handle ${id}.`);
  return handle;
}

describe("paintHandles", () => {
  it("draws an arrow, knobs and a halo on the active one", () => {
    const picture = slice(figure4de());
    const handles = sliceHandles(picture, 0);
    const sink = createStringSink();
    paintHandles(
      sink,
      { network: picture.network, handles, active: "slice-0-decoder" },
      lightTheme,
    );
    expect(sink.calls.filter((call) => call.startsWith("circle"))).toHaveLength(4);
    expect(sink.calls).toContain(`stroke ${lightTheme.colors.focus} dashed`);
  });

  it("draws nothing for neurons that are gone or arrows without a base", () => {
    const picture = slice(figure4de());
    const handles = sliceHandles(picture, 0);
    const sink = createStringSink();
    const lost = handles.map((handle) => ({ ...handle, neuron: 55 }));
    paintHandles(sink, { network: picture.network, handles: lost, active: null }, lightTheme);
    const alone = handles.filter(({ part }) => part === "decoder");
    paintHandles(sink, { network: picture.network, handles: alone, active: null }, lightTheme);
    expect(sink.calls.filter((call) => call.startsWith("stroke"))).toEqual([]);
  });
});

describe("hitSlice", () => {
  const picture = slice(figure4de());
  const { view, lines } = picture;
  const targets = { view, lines, handles: [], tolerance: HIT_TOLERANCE.mouse };

  it("finds the nearest line and the point of it to take hold of", () => {
    const at = view.toScreen({ x: 3, y: 4 });
    const hit = hitSlice({ x: at.x + 2, y: at.y + 3 }, targets);
    expect(hit).toMatchObject({ neuron: 0, part: "line", handle: null });
    expect(view.modelY(hit?.grab.y ?? 0)).toBeCloseTo(view.modelX(hit?.grab.x ?? 0) + 1, 9);
  });

  it("prefers a handle to the line below it", () => {
    const handles = sliceHandles(picture, 0);
    const end = find(handles, "slope-to");
    expect(hitSlice(end.position, { ...targets, handles })).toMatchObject({
      part: "slope",
      handle: end,
    });
  });

  it("misses beyond the tolerance, outside the view and where no line is", () => {
    const at = view.toScreen({ x: 1, y: 5 });
    expect(hitSlice(at, targets)).toBeNull();
    expect(hitSlice({ x: -50, y: 10 }, targets)).toBeNull();
    const none = sliceLines(picture.network, 99, { E: [0, 4], I: [0, 6] });
    expect(hitSlice(at, { ...targets, lines: none })).toBeNull();
    expect(hitSlice(at, { ...targets, tolerance: 400 })).not.toBeNull();
  });

  it("takes the later of two handles at one place", () => {
    const a = { position: { x: 1, y: 1 }, id: "a" };
    const b = { position: { x: 1, y: 1 }, id: "b" };
    expect(hitHandle({ x: 1, y: 2 }, [a, b], 8)).toBe(b);
    expect(hitHandle({ x: 10, y: 20 }, [a, b], 8)).toBeNull();
  });
});

describe("strip handles", () => {
  const layout = layoutStrip(300, { width: 600, theme: lightTheme, rows: ["input", "raster"] });
  const ranges = { input: [0, 10], outputs: [0, 1] } as const;
  const course = {
    kind: "piecewise-linear",
    times: Float64Array.of(0, 5, 8, 30),
    values: Float64Array.of(1, 4, 4, 99),
  } as const;
  const picture = { layout, time: [0, 20], ranges, course, inputs: 1 } as const;

  it("put a handle on each corner in view", () => {
    const handles = courseHandles(picture);
    expect(handles.map(({ time, value }) => [time, value])).toEqual([
      [0, 1],
      [5, 4],
      [8, 4],
    ]);
    expect(handles[1]?.label).toBe("Point 2 of input 1");
  });

  it("keep a corner between its neighbours", () => {
    const row = layout.rows[0]?.rect ?? { x: 0, y: 0, width: 1, height: 1 };
    const view = createView({ rect: row, x: [0, 20], y: [0, 10] });
    const corner = courseHandles(picture)[1];
    const moved = corner?.drag(view.toScreen({ x: 6, y: 7 }));
    expect(moved?.time).toBeCloseTo(6, 9);
    expect(moved?.value).toBeCloseTo(7, 9);
    expect(corner?.drag(view.toScreen({ x: 15, y: 7 })).time).toBe(8);
    expect(corner?.drag(view.toScreen({ x: -3, y: 7 })).time).toBe(0);
  });

  it("are none without corners or without the row", () => {
    const sine = { kind: "samples", values: new Float64Array(3) } as const;
    expect(courseHandles({ ...picture, course: sine })).toEqual([]);
    const small = layoutStrip(10, { width: 600, theme: lightTheme, rows: ["input"] });
    expect(courseHandles({ ...picture, layout: small })).toEqual([]);
  });

  it("hold playhead, window and the end of the run where in view", () => {
    const edges = edgeHandles({
      layout,
      time: [0, 20],
      window: [5, 30],
      playhead: 3,
      duration: 20,
    });
    expect(edges.map(({ id }) => id)).toEqual(["playhead", "window-from", "duration"]);
    expect(edges[0]?.drag({ x: -100, y: 0 })).toBe(0);
    expect(edges[1]?.drag(edges[1].position)).toBeCloseTo(5, 9);
    expect(
      edgeHandles({ layout, time: [0, 20], window: null, playhead: 99, duration: null }),
    ).toEqual([]);
  });
});
