import { describe, expect, it } from "vitest";
import { writeJson } from "../../../src/cli/simulate/writeJson.ts";

describe("writeJson", () => {
  it.each([
    [null],
    [{}],
    [[]],
    [{ a: [1, { b: "x" }], c: { d: [true, null] }, "é\n": -1.5e-7 }],
    [Array.from({ length: 25_000 }, (_, k) => k / 7)],
    [Array.from({ length: 10_000 }, (_, k) => k)],
    [{ long: new Array(10_001).fill("x"), short: [1] }],
  ])("writes what JSON.stringify writes, in pieces", (value) => {
    expect([...writeJson(value)].join("")).toBe(JSON.stringify(value));
  });

  it("writes null for numbers that are not finite and for nothing", () => {
    expect(
      [...writeJson({ a: [Number.NaN, Number.POSITIVE_INFINITY], b: undefined })].join(""),
    ).toBe('{"a":[null,null],"b":null}');
  });
});
