import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { envelopeOwners, upperEnvelope } from "#math";

const coarse = fc.integer({ min: -6, max: 6 }).map((value) => value / 2);
const fine = fc.double({ min: -5, max: 5, noNaN: true });
const lines = fc
  .oneof(fc.constant(coarse), fc.constant(fine))
  .chain((number) => fc.array(fc.tuple(number, number), { maxLength: 60 }));

describe("envelopeOwners", () => {
  test.prop([lines])("finds the owners that sorting all lines finds", (pairs) => {
    const slopes = Float64Array.from(pairs, ([slope]) => slope);
    const intercepts = Float64Array.from(pairs, ([, intercept]) => intercept);
    const sorted = upperEnvelope(slopes, intercepts);
    const owners = envelopeOwners(slopes, intercepts);
    const height = (line: number, u: number): number =>
      (intercepts[line] ?? 0) + (slopes[line] ?? 0) * u;
    const top = (some: Iterable<number>, u: number): number =>
      Math.max(...Array.from(some, (line) => height(line, u)));
    expect([...owners].map((line) => slopes[line])).toEqual(
      [...owners].map((line) => slopes[line]).toSorted((a = 0, b = 0) => a - b),
    );
    for (const u of [-1000, -10, -1, 0, 0.3, 1, 7, 1000, ...sorted.breaks]) {
      if (pairs.length > 0 && Math.abs(u) < 1e6)
        expect(Math.abs(top(owners, u) - top(sorted.owners, u))).toBeLessThan(
          1e-9 * (1 + Math.abs(u)),
        );
    }
  });

  test.prop([fc.array(fc.tuple(coarse, coarse), { minLength: 1, maxLength: 40 })])(
    "names the very same lines where no rounding is in play",
    (pairs) => {
      const slopes = Float64Array.from(pairs, ([slope]) => slope);
      const intercepts = Float64Array.from(pairs, ([slope], line) => -(slope * slope) - (line % 3));
      expect([...envelopeOwners(slopes, intercepts)]).toEqual([
        ...upperEnvelope(slopes, intercepts).owners,
      ]);
    },
  );
});
