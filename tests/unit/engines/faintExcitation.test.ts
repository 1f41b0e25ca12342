import { expect, it } from "vitest";
import { firstRoot } from "../../../src/engines/event/firstRoot.ts";

it("a ramp finds its root when next to nothing is left of an excitation", () => {
  // In floating point -0.1 + 2.9 (0.1 / 2.9) is below 0.
  expect(firstRoot({ a: -0.1, b: 2.9, c: 1e-20 }, 1)).toBeCloseTo(0.1 / 2.9, 15);
  expect(firstRoot({ a: -0.1, b: 2.9, c: 1e-20 }, 0.03)).toBe(Number.POSITIVE_INFINITY);
});
