import { describe, expect, it } from "vitest";
import { lightTheme, paintSlice, type SlicePicture, sliceHandles } from "#plots";
import { around } from "../../../src/plots/labels/around.ts";
import { type Label, labelSize, paintLabel } from "../../../src/plots/labels/label.ts";
import { createPlacer } from "../../../src/plots/labels/placer.ts";
import { wrapWords } from "../../../src/plots/labels/wrapWords.ts";
import { placeSliceLabels } from "../../../src/plots/slice/placeLabels.ts";
import { estimateTextWidth } from "../../../src/plots/textWidth.ts";
import { figure4de } from "../../support/eiNetworks.ts";
import { runTraces, slicePicture } from "../../support/plotPictures.ts";
import { createStringSink } from "../../support/stringSink.ts";

const bounds = { x: 100, y: 50, width: 200, height: 100 };
const box = (x: number, y: number, width = 20, height = 10) => ({ x, y, width, height });

describe("createPlacer", () => {
  it("keeps boxes inside the bounds by the gap", () => {
    const placer = createPlacer({ bounds, gap: 3 });
    expect(placer.isFree(box(103, 53))).toBe(true);
    expect(placer.isFree(box(277, 137))).toBe(true);
    expect(placer.isFree(box(102, 53))).toBe(false);
    expect(placer.isFree(box(103, 52))).toBe(false);
    expect(placer.isFree(box(278, 53))).toBe(false);
    expect(placer.isFree(box(103, 138))).toBe(false);
  });

  it("keeps boxes apart by the gap", () => {
    const placer = createPlacer({ bounds, gap: 3 });
    placer.take(box(150, 90));
    expect(placer.isFree(box(172, 90))).toBe(false);
    expect(placer.isFree(box(173, 90))).toBe(true);
    expect(placer.isFree(box(127, 90))).toBe(true);
    expect(placer.isFree(box(128, 90))).toBe(false);
    expect(placer.isFree(box(150, 103))).toBe(true);
    expect(placer.isFree(box(150, 102))).toBe(false);
    expect(placer.isFree(box(150, 77))).toBe(true);
    expect(placer.isFree(box(150, 78))).toBe(false);
  });

  it("places at the first free candidate and takes it", () => {
    const placer = createPlacer({ bounds, gap: 0 });
    const candidates = [box(0, 0), box(110, 60), box(150, 60)];
    expect(placer.place(candidates)).toBe(candidates[1]);
    expect(placer.place(candidates)).toBe(candidates[2]);
    expect(placer.place(candidates)).toBeNull();
    expect(placer.place([])).toBeNull();
  });

  it("lets marks be outside the bounds", () => {
    const placer = createPlacer({ bounds, gap: 0 });
    placer.take(box(90, 60));
    expect(placer.isFree(box(105, 60))).toBe(false);
  });
});

describe("around", () => {
  const size = { width: 60, height: 20 };
  const room = { x: 0, y: 0, width: 400, height: 300 };

  it("never covers the point, and goes further off step by step", () => {
    const spots = [...around({ x: 200, y: 150 }, { size, room, reach: 12 })];
    const distances = spots.map(({ x, y, width, height }) =>
      Math.hypot(Math.max(x - 200, 200 - x - width, 0), Math.max(y - 150, 150 - y - height, 0)),
    );
    expect(Math.min(...distances)).toBeGreaterThanOrEqual(12);
    expect(spots[0]).toMatchObject({ x: 212, y: 154, align: "start" });
    expect(spots[1]).toMatchObject({ x: 128, align: "end" });
    expect(Math.max(...distances.slice(0, 8))).toBeLessThan(Math.max(...distances.slice(-8)));
  });

  it("slides boxes above and below into the room", () => {
    const atLeft = [...around({ x: 2, y: 150 }, { size, room, reach: 12 })][2];
    expect(atLeft).toMatchObject({ x: 0, y: 162 });
    const atRight = [...around({ x: 399, y: 150 }, { size, room, reach: 12 })][2];
    expect(atRight).toMatchObject({ x: 340, y: 162 });
  });
});

describe("wrapWords", () => {
  const text = "published, but forbidden by the law of Dale";
  const options = { sizePx: 10, width: 110, most: 9 };

  it("breaks between words so that every line fits", () => {
    const lines = wrapWords(text, options);
    expect(lines.join(" ")).toBe(text);
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) expect(estimateTextWidth(line, 10)).toBeLessThanOrEqual(110);
  });

  it("makes the lines as equal as it can without adding one", () => {
    expect(wrapWords("aaaa aaaa aaaa aaaa", { ...options, width: 78 })).toEqual([
      "aaaa aaaa",
      "aaaa aaaa",
    ]);
  });

  it("cuts what is too long with an ellipsis", () => {
    const lines = wrapWords(text, { ...options, most: 2 });
    expect(lines).toHaveLength(2);
    expect(lines[1]?.endsWith("…")).toBe(true);
  });

  it("leaves short words whole, long ones unbroken and nothing as nothing", () => {
    expect(wrapWords("short", options)).toEqual(["short"]);
    expect(wrapWords("m".repeat(40), options)).toEqual(["m".repeat(40)]);
    expect(wrapWords("  ", options)).toEqual([]);
  });
});

describe("paintLabel", () => {
  const label: Label = {
    lines: [
      { content: "title", sizePx: 20, weight: 600 },
      { content: "i", sizePx: 10 },
    ],
    color: "red",
    halo: "white",
  };

  it("sets its lines under each other from the side they begin at", () => {
    const { width, height } = labelSize(label);
    expect(width).toBe(estimateTextWidth("title", 20));
    expect(height).toBe(37.5);
    const texts = (align: "start" | "middle" | "end") => {
      const sink = createStringSink();
      paintLabel(sink, { label, spot: { x: 10, y: 20, width: 100, height, align } });
      return sink.calls;
    };
    expect(texts("start")).toEqual(['text "title" 10 32.5', 'text "i" 10 51.3']);
    expect(texts("middle")[0]).toBe('text "title" 60 32.5');
    expect(texts("end")[1]).toBe('text "i" 110 51.3');
  });
});

describe("placeSliceLabels", () => {
  const network = figure4de();
  const traces = runTraces({ network, times: [0], inputs: [1], duration: 4 });
  const base = slicePicture({ network, x: 1, E: [0, 4], I: [0, 6], traces, time: 3.5 });
  const spotOf = (picture: SlicePicture, word: string) =>
    placeSliceLabels(picture, lightTheme).placed.find(
      ({ label }) => label.lines[0]?.content === word,
    )?.spot;

  it("puts the crossing's words below it to the right while there is room", () => {
    const at = base.view.toScreen({ x: 2, y: 3 });
    const spot = spotOf(base, "stable crossing");
    expect(spot?.x).toBeGreaterThan(at.x);
    expect(spot?.y).toBeGreaterThan(at.y);
  });

  it("breaks the slopes where one line is too wide", () => {
    const narrow = slicePicture({
      network,
      x: 1,
      E: [0, 4],
      I: [0, 6],
      traces: null,
      time: 0,
      size: { width: 300, height: 300 },
    });
    const labels = placeSliceLabels(narrow, lightTheme).placed;
    const crossing = labels.find(({ label }) => label.lines[0]?.content === "stable crossing");
    expect(crossing?.label.lines).toHaveLength(3);
  });

  it("gives way to a handle", () => {
    const spot = spotOf(base, "both silent");
    const [line] = sliceHandles({ ...base, x: 1 }, 0);
    expect(spot).toBeDefined();
    if (line === undefined || spot === undefined) return;
    const inTheWay = { ...line, position: { x: spot.x + 5, y: spot.y + 5 } };
    const moved = spotOf({ ...base, handles: [inTheWay] }, "both silent");
    expect(moved).not.toEqual(spot);
  });

  it("gives way to a decoder's whole arrow", () => {
    const [, , , decoder] = sliceHandles({ ...base, x: 1 }, 0);
    const spot = spotOf(base, "both silent");
    if (decoder === undefined || spot === undefined) {
      expect.fail("The neuron has an arrow, and the region a name.");
    }
    const y = spot.y + spot.height / 2;
    const position = { x: spot.x + spot.width + 40, y };
    const across = { ...decoder, position, tail: { x: spot.x - 40, y } };
    expect(spotOf({ ...base, handles: [across] }, "both silent")).not.toEqual(spot);
    const beside = { ...decoder, position, tail: { x: position.x + 40, y } };
    expect(spotOf({ ...base, handles: [beside] }, "both silent")).toEqual(spot);
  });

  it("keeps the words of annotations at the edges inside the picture", () => {
    const label = "A long remark on something that was published elsewhere";
    const annotations = [
      { label, style: "point", tone: "neutral", points: [[3.9, 5.9]] },
      { label: `${label} too`, style: "point", tone: "E", points: [[3.9, 0.1]] },
    ] as const;
    const sink = createStringSink();
    paintSlice(sink, { ...base, annotations }, lightTheme);
    const words = sink.words().join(" ");
    expect(words).toContain("remark");
    expect(words).toContain("too");
    const { placed } = placeSliceLabels({ ...base, annotations }, lightTheme);
    const spots = placed.slice(3, 5).map(({ spot }) => spot);
    const { rect } = base.view;
    for (const { x, width } of spots) {
      expect(x).toBeGreaterThan(rect.x);
      expect(x + width).toBeLessThan(rect.x + rect.width);
    }
  });

  it("leaves out arrows that words lie on", () => {
    const arrows = (annotations: SlicePicture["annotations"]) => {
      const sink = createStringSink();
      paintSlice(sink, { ...base, annotations }, lightTheme);
      return sink.group("leak")?.filter((call) => call === "close").length ?? 0;
    };
    const label = "words over several lines in the silent region of the slice";
    const points = [[0.3, 5.4] as const];
    expect(arrows([{ label, style: "point", tone: "neutral", points }])).toBeLessThan(arrows([]));
  });
});
