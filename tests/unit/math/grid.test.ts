import { describe, expect, it } from "vitest";
import { linspace, quantise } from "#math";

describe("linspace", () => {
  it("ends exactly on its ends, as numpy does", () => {
    const points = linspace(-0.9, 0.9, 10);
    expect(points[0]).toBe(-0.9);
    expect(points[9]).toBe(0.9);
    expect(points[3]).toBe(-0.9 + 3 * (1.8 / 9));
  });

  it("gives nothing, or the first end alone", () => {
    expect(linspace(1, 2, 0)).toHaveLength(0);
    expect([...linspace(1, 2, 1)]).toEqual([1]);
  });

  it("refuses a count that is no count", () => {
    expect(() => linspace(0, 1, 2.5)).toThrow("count >= 0, not 2.5");
    expect(() => linspace(0, 1, -1)).toThrow("not -1");
  });
});

describe("quantise", () => {
  it("lands on decimals without binary dust", () => {
    expect(quantise(0.30000000000000004, 0.1)).toBe(0.3);
    expect(quantise(0.1 + 0.7, 0.1)).toBe(0.8);
    expect(quantise(1.005, 0.01)).toBe(1.01);
    expect(quantise(12.3456, 0.25)).toBe(12.25);
  });

  it("rounds halves away from zero on both sides", () => {
    expect(quantise(0.5, 1)).toBe(1);
    expect(quantise(-0.5, 1)).toBe(-1);
    expect(quantise(2.5, 1)).toBe(3);
  });

  it("knows steps written with an exponent", () => {
    expect(quantise(1.26e-7, 1e-8)).toBe(1.3e-7);
    expect(quantise(149, 1e2)).toBe(100);
  });

  it("never gives minus zero", () => {
    expect(Object.is(quantise(-0.01, 0.1), 0)).toBe(true);
  });

  it("leaves a value alone that is too large for its step", () => {
    expect(quantise(1e300, 0.001)).toBe(1e300);
    expect(quantise(1.5, 1e-200)).toBe(1.5);
  });

  it("refuses a step that is not above 0", () => {
    expect(() => quantise(1, 0)).toThrow("above 0, not 0");
    expect(() => quantise(1, Number.POSITIVE_INFINITY)).toThrow("above 0");
  });
});
