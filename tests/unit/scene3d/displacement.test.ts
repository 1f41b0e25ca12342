import { describe, expect, it } from "vitest";
import {
  displacementAlong,
  distanceToSegment,
} from "../../../src/scene3d/geometry/displacement.ts";

const UP = { x: 0, y: -400 };

describe("dragging along an axis", () => {
  it("goes as far as the pointer when it moves along the axis", () => {
    expect(displacementAlong({ x: 300, y: -400 }, { x: 30, y: -40 }, UP)).toBeCloseTo(0.1, 12);
  });

  it("ignores what is across the axis", () => {
    expect(displacementAlong({ x: 300, y: 0 }, { x: 0, y: 55 }, UP)).toBe(0);
  });

  it("goes by the spare direction when the axis points at the eye", () => {
    expect(displacementAlong({ x: 1, y: 2 }, { x: 0, y: -40 }, UP)).toBeCloseTo(0.1, 12);
  });

  it("goes nowhere without any direction", () => {
    expect(displacementAlong({ x: 0, y: 0 }, { x: 5, y: 5 }, { x: 0, y: 0 })).toBe(0);
  });
});

describe("the distance from a stretch", () => {
  const from = { x: 0, y: 0 };
  const to = { x: 10, y: 0 };

  it("is that from the line beside it and from the ends beyond it", () => {
    expect(distanceToSegment({ x: 4, y: 3 }, from, to)).toBe(3);
    expect(distanceToSegment({ x: 13, y: 4 }, from, to)).toBe(5);
    expect(distanceToSegment({ x: -3, y: 4 }, from, to)).toBe(5);
  });

  it("is that from the point when the stretch has no length", () => {
    expect(distanceToSegment({ x: 3, y: 4 }, from, from)).toBe(5);
  });
});
