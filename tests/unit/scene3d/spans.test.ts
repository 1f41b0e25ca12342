import { describe, expect, it } from "vitest";
import {
  commonSpans,
  dashSpans,
  gapsBetween,
  mergeSpans,
} from "../../../src/scene3d/geometry/spans.ts";

describe("stretches of a line", () => {
  it("are joined where they overlap or touch, in any order", () => {
    const spans = [
      [0.6, 0.8],
      [0.1, 0.2],
      [0.2, 0.3],
      [0.15, 0.25],
    ] as const;
    expect(mergeSpans(spans)).toEqual([
      [0.1, 0.3],
      [0.6, 0.8],
    ]);
    expect(mergeSpans([])).toEqual([]);
  });

  it("leave gaps between them and at the ends", () => {
    expect(gapsBetween([[0.1, 0.3]])).toEqual([
      [0, 0.1],
      [0.3, 1],
    ]);
    expect(gapsBetween([])).toEqual([[0, 1]]);
    expect(gapsBetween([[0, 1]])).toEqual([]);
  });

  it("have in common what both cover", () => {
    const dashes = [
      [0, 0.2],
      [0.4, 0.6],
    ] as const;
    expect(commonSpans(dashes, [[0.1, 0.5]])).toEqual([
      [0.1, 0.2],
      [0.4, 0.5],
    ]);
    expect(commonSpans(dashes, [[0.2, 0.4]])).toEqual([]);
  });
});

describe("dashes", () => {
  it("go on from the segment before", () => {
    expect(dashSpans([0, 5], [2, 1])).toEqual([
      [0, 0.4],
      [0.6, 1],
    ]);
    expect(dashSpans([1, 3], [2, 1])).toEqual([[0, 0.5]]);
    expect(dashSpans([2, 3], [2, 1])).toEqual([]);
  });

  it("are not cut from solid lines and from segments without length", () => {
    expect(dashSpans([0, 5], [0, 0])).toEqual([[0, 1]]);
    expect(dashSpans([2.5, 2.5], [2, 1])).toEqual([[0, 1]]);
  });
});
