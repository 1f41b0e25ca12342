import { describe, expect, it } from "vitest";
import { type EINetwork, sliceLines } from "#model";
import {
  type Handle,
  HIT_TOLERANCE,
  hitHandle,
  hitSlice,
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

  it("draws nothing for neurons that are gone", () => {
    const picture = slice(figure4de());
    const handles = sliceHandles(picture, 0);
    const sink = createStringSink();
    const lost = handles.map((handle) => ({ ...handle, neuron: 55 }));
    paintHandles(sink, { network: picture.network, handles: lost, active: null }, lightTheme);
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
