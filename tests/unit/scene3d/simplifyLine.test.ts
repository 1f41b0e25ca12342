import { describe, expect, it } from "vitest";
import { distanceToSegment } from "../../../src/scene3d/geometry/displacement.ts";
import { simplifyLine, splitAtTurns } from "../../../src/scene3d/vector/simplifyLine.ts";

const at = (x: number, y: number) => ({ x, y });

describe("leaving out points of a line", () => {
  it("keeps the ends of a straight one alone", () => {
    const line = Array.from({ length: 50 }, (_, k) => at(k, 2 * k));
    expect(simplifyLine(line, 0.1)).toEqual([at(0, 0), at(49, 98)]);
  });

  it("keeps corners and the points where it turns back", () => {
    const line = [at(0, 0), at(5, 0), at(10, 0), at(6, 0), at(2, 0), at(2, 9)];
    expect(simplifyLine(line, 0.1)).toEqual([at(0, 0), at(10, 0), at(2, 0), at(2, 9)]);
  });

  it("stays within its tolerance of a curve", () => {
    const line = Array.from({ length: 400 }, (_, k) =>
      at(100 * Math.cos(k / 60), 100 * Math.sin(k / 60)),
    );
    const kept = simplifyLine(line, 0.2);
    expect(kept.length).toBeLessThan(80);
    for (const point of line) {
      const distances = kept
        .slice(1)
        .map((to, index) => distanceToSegment(point, kept[index] ?? to, to));
      expect(Math.min(...distances)).toBeLessThan(0.41);
    }
  });

  it("holds for a line that rests, for one point and for none", () => {
    expect(simplifyLine([at(1, 1), at(1.01, 1), at(1, 1.02)], 0.1)).toHaveLength(2);
    expect(simplifyLine([at(1, 1)], 0.1)).toEqual([at(1, 1)]);
    expect(simplifyLine([], 0.1)).toEqual([]);
  });
});

describe("strands of a line", () => {
  it("end where it turns back by more than a right angle, and share that corner", () => {
    const line = [at(0, 0), at(10, 0), at(10, 5), at(1, 1), at(9, 1)];
    expect(splitAtTurns(line)).toEqual([
      [at(0, 0), at(10, 0), at(10, 5)],
      [at(10, 5), at(1, 1)],
      [at(1, 1), at(9, 1)],
    ]);
    expect(splitAtTurns([])).toEqual([]);
  });
});
