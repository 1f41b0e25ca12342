import { describe, expect, it } from "vitest";
import { isSameData } from "#math";

describe("comparison of data", () => {
  it.each([
    [1, 1],
    [Number.NaN, Number.NaN],
    ["a", "a"],
    [null, null],
    [[], []],
    [{}, {}],
    [
      { a: [1, { b: 2 }], c: null },
      { c: null, a: [1, { b: 2 }] },
    ],
  ])("finds %j and %j equal", (left, right) => {
    expect(isSameData(left, right)).toBe(true);
  });

  it.each([
    [0, -0],
    [1, "1"],
    [null, {}],
    [{}, []],
    [[1], [1, 2]],
    [{ a: 1 }, { b: 1 }],
    [{ a: 1 }, { a: 1, b: undefined }],
    [{ toString: 1 }, { a: 1 }],
    [[{ a: 1 }], [{ a: 2 }]],
  ])("finds %j and %j different", (left, right) => {
    expect(isSameData(left, right)).toBe(false);
    expect(isSameData(right, left)).toBe(false);
  });

  it("does not look into what both share", () => {
    const trap = Object.defineProperty({}, "a", {
      enumerable: true,
      get: () => {
        throw new Error("looked");
      },
    });
    expect(isSameData({ trap }, { trap })).toBe(true);
  });
});
