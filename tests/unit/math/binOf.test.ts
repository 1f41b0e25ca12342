import { describe, expect, it } from "vitest";
import { binOf } from "#math";

describe("binOf", () => {
  const window = { from: 1, to: 3 };

  it("cuts a window into equal bins, the last one with its end", () => {
    expect([1, 1.49, 1.5, 2.99, 3].map((time) => binOf(time, window, 4))).toEqual([0, 0, 1, 3, 3]);
  });

  it("has no bin outside", () => {
    expect(binOf(0.999, window, 4)).toBe(-1);
    expect(binOf(3.001, window, 4)).toBe(-1);
  });

  it("puts every step of a clock into its own bin, however steps times dt round", () => {
    const bins = Array.from({ length: 2500 }, (_, k) =>
      binOf((500 + k) * 0.01, { from: 5, to: 30 }, 2500),
    );
    expect(bins).toEqual(Array.from({ length: 2500 }, (_, k) => k));
  });
});
