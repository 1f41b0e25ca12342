import { describe, expect, it } from "vitest";
import { frameCorners, gripPlace, inputInBox } from "../../../src/scene3d/parts/InputPlane.ts";

const ranges = { x: [0, 10], E: [0, 10], I: [0, 20] } as const;

describe("the input plane", () => {
  it("stands in the box alone, ends included", () => {
    expect([0, 5, 10, 10.001].map((x) => inputInBox(ranges, x))).toEqual([0, 5, 10, 10.001]);
    expect([-0.5, 10.5, null].map((x) => inputInBox(ranges, x))).toEqual([null, null, null]);
  });

  it("is held in the middle of its upper edge", () => {
    const [, , right, left] = frameCorners(0.25);
    const [e, x, i] = gripPlace(ranges, 7.5);
    expect([x, i]).toEqual([0.25, right?.[2]]);
    expect(e).toBeCloseTo(((right?.[0] ?? 0) + (left?.[0] ?? 0)) / 2, 12);
  });
});
