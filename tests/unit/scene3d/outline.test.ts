import { describe, expect, it } from "vitest";
import { polygonArea } from "#math";
import {
  cornersOf,
  outlineOf,
  sidesOf,
  spansInside,
  splitPolygon,
} from "../../../src/scene3d/geometry/outline.ts";

const square = (x: number, y: number, size: number) =>
  outlineOf([
    { x, y },
    { x: x + size, y },
    { x: x + size, y: y + size },
    { x, y: y + size },
  ]);
const reversed = (outline: ReturnType<typeof outlineOf>) =>
  outlineOf([...cornersOf(outline)].reverse());

describe("outlines on the screen", () => {
  it("lose corners that stand on one another", () => {
    const doubled = [
      { x: 0, y: 0 },
      { x: 0, y: 1e-5 },
      { x: 4, y: 0 },
      { x: 4, y: 4 },
      { x: 1e-5, y: 0 },
    ];
    expect(cornersOf(outlineOf(doubled))).toHaveLength(3);
  });

  it.each([
    ["clockwise", square(2, 2, 10)],
    ["counter-clockwise", reversed(square(2, 2, 10))],
  ])("cut a polygon into what is inside and what is left, %s", (_, outline) => {
    const { inside, outside } = splitPolygon(square(0, 0, 6), sidesOf(outline));
    expect(inside === null ? 0 : polygonArea(inside)).toBeCloseTo(16, 9);
    expect(outside.reduce((sum, piece) => sum + polygonArea(piece), 0)).toBeCloseTo(20, 9);
  });

  it("leave a polygon beside them whole", () => {
    const polygon = square(0, 0, 6);
    const { inside, outside } = splitPolygon(polygon, sidesOf(square(6, 0, 5)));
    expect(inside).toBeNull();
    expect(outside).toEqual([polygon]);
  });

  it("swallow a polygon within them", () => {
    const { inside, outside } = splitPolygon(square(3, 3, 2), sidesOf(square(0, 0, 9)));
    expect(inside === null ? 0 : polygonArea(inside)).toBeCloseTo(4, 9);
    expect(outside).toEqual([]);
  });

  it("hold a stretch of a line that crosses them, and none of one that passes by", () => {
    const sides = sidesOf(square(2, 2, 2));
    const across = [
      { x: 0, y: 3 },
      { x: 8, y: 3 },
    ] as const;
    const beside = [
      { x: 0, y: 5 },
      { x: 8, y: 5 },
    ] as const;
    expect(spansInside(across, sides)).toEqual([[0.25, 0.5]]);
    expect(spansInside(beside, sides)).toEqual([]);
  });
});
