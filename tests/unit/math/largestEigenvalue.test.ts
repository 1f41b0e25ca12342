import { describe, expect, it } from "vitest";
import { createRng, largestEigenvalue } from "#math";

describe("largestEigenvalue", () => {
  it("finds the largest of a diagonal", () => {
    expect(largestEigenvalue(Float64Array.of(2, 0, 0, 0, 7, 0, 0, 0, 5), 3)).toBeCloseTo(7, 10);
  });

  it("finds that of a full matrix of two", () => {
    // Eigenvalues (3 +- sqrt 5) / 2.
    const found = largestEigenvalue(Float64Array.of(2, 1, 1, 1), 2);
    expect(found).toBeCloseTo((3 + Math.sqrt(5)) / 2, 12);
  });

  it("is the square of the length for v v'", () => {
    const rng = createRng("fast", 4);
    const v = Float64Array.from({ length: 20 }, () => rng.normal());
    const matrix = Float64Array.from(
      { length: 400 },
      (_, cell) => (v[Math.floor(cell / 20)] ?? 0) * (v[cell % 20] ?? 0),
    );
    const square = v.reduce((sum, value) => sum + value * value, 0);
    expect(largestEigenvalue(matrix, 20)).toBeCloseTo(square, 10);
  });

  it("takes equal eigenvalues", () => {
    expect(largestEigenvalue(Float64Array.of(3, 0, 0, 3), 2)).toBeCloseTo(3, 12);
  });

  it("finds one whose direction is (1, -1)", () => {
    expect(largestEigenvalue(Float64Array.of(1, -1, -1, 1), 2)).toBeCloseTo(2, 12);
  });

  it("is 0 of zeros and of nothing", () => {
    expect(largestEigenvalue(new Float64Array(9), 3)).toBe(0);
    expect(largestEigenvalue(new Float64Array(0), 0)).toBe(0);
  });
});
