import { describe, expect, it } from "vitest";
import { clipSegment } from "../../../src/scene3d/geometry/clipSegment.ts";

const ranges = { x: [0, 10], E: [0, 4], I: [0, 20] } as const;

describe("cutting a curve to the box", () => {
  it("leaves what is inside as it is", () => {
    expect(clipSegment(ranges, [1, 1, 1], [2, 2, 2])).toEqual([
      [1, 1, 1],
      [2, 2, 2],
    ]);
  });

  it("shortens both ends, whichever way the stretch runs", () => {
    expect(clipSegment(ranges, [-5, 2, 0], [15, 2, 20])).toEqual([
      [0, 2, 5],
      [10, 2, 15],
    ]);
    expect(clipSegment(ranges, [15, 2, 20], [-5, 2, 0])).toEqual([
      [10, 2, 15],
      [0, 2, 5],
    ]);
  });

  it("drops what passes by", () => {
    expect(clipSegment(ranges, [0, 5, 0], [10, 5, 0])).toBeNull();
    expect(clipSegment(ranges, [-4, 0, 0], [4, 8, 0])).not.toBeNull();
    expect(clipSegment(ranges, [-6, 1, 0], [1, 8, 0])).toBeNull();
  });

  it("keeps a point that lies inside and drops one that does not", () => {
    expect(clipSegment(ranges, [1, 1, 1], [1, 1, 1])).not.toBeNull();
    expect(clipSegment(ranges, [1, 1, 21], [1, 1, 21])).toBeNull();
  });
});
