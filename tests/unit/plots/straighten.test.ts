import { describe, expect, it } from "vitest";
import { Straightener } from "../../../src/plots/traces/straighten.ts";
import { createStringSink } from "../../support/stringSink.ts";

function straighten(points: readonly (readonly [number, number])[]): readonly string[] {
  const sink = createStringSink();
  const curve = new Straightener(sink);
  for (const [x, y] of points) curve.to(x, y);
  curve.lift();
  return sink.calls;
}

const sample = (count: number, height: (x: number) => number) =>
  Array.from({ length: count }, (_, x) => [x, height(x)] as const);

describe("Straightener", () => {
  it("draws a straight stretch as one line", () => {
    expect(straighten(sample(100, (x) => 2 * x))).toEqual(["move 0 0", "line 99 198"]);
  });

  it("keeps the corners", () => {
    expect(straighten(sample(21, (x) => Math.abs(x - 10)))).toEqual([
      "move 0 10",
      "line 10 0",
      "line 20 10",
    ]);
  });

  it("keeps jumps and steps back, at which the curve has no slope", () => {
    const jump: readonly (readonly [number, number])[] = [
      [0, 0],
      [1, 0],
      [1, 5],
      [2, 5],
      [1.5, 5],
    ];
    expect(straighten(jump)).toEqual([
      "move 0 0",
      "line 1 0",
      "line 1 5",
      "line 2 5",
      "line 1.5 5",
    ]);
  });

  it("never passes a point it leaves out at more than a tenth of a pixel", () => {
    const curve = sample(400, (x) => 40 * Math.sin(x / 30));
    const corners = straighten(curve).map((call) => call.split(" ").slice(1).map(Number));
    expect(corners.length).toBeLessThan(120);
    for (const [x, y] of curve) {
      const after = Math.max(
        1,
        corners.findIndex(([at = 0]) => at >= x),
      );
      const [x0 = 0, y0 = 0] = corners[after - 1] ?? [];
      const [x1 = 0, y1 = 0] = corners[after] ?? [];
      // The sink rounds to a tenth, which moves a corner by up to 0.05.
      const line = y0 + ((x - x0) / (x1 - x0)) * (y1 - y0);
      expect(Math.abs(line - y)).toBeLessThan(0.16);
    }
  });

  it("draws nothing of nothing, and a lone point as a place to begin", () => {
    expect(straighten([])).toEqual([]);
    expect(straighten([[1, 2]])).toEqual(["move 1 2"]);
  });

  it("begins anew after a gap", () => {
    const sink = createStringSink();
    const curve = new Straightener(sink);
    curve.to(0, 0);
    curve.to(1, 1);
    curve.lift();
    curve.to(2, 2);
    curve.to(3, 3);
    curve.lift();
    expect(sink.calls).toEqual(["move 0 0", "line 1 1", "move 2 2", "line 3 3"]);
  });
});
