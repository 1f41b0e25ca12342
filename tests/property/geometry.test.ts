import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import {
  clipPolygon,
  findOwner,
  lowerEnvelope,
  polygonArea,
  quantise,
  rectangle,
  upperEnvelope,
} from "#math";

const number = fc.double({ min: -5, max: 5, noNaN: true });
const pairs = fc.array(fc.tuple(number, number), { minLength: 1, maxLength: 30 });
/** Few distinct values, so that equal and parallel lines are common. */
const coarse = fc.integer({ min: -3, max: 3 });
const coarsePairs = fc.array(fc.tuple(coarse, coarse), { minLength: 1, maxLength: 30 });

const slopesOf = (lines: readonly (readonly [number, number])[]) =>
  Float64Array.from(lines, ([slope]) => slope);
const interceptsOf = (lines: readonly (readonly [number, number])[]) =>
  Float64Array.from(lines, ([, intercept]) => intercept);
const heightAt = (lines: readonly (readonly [number, number])[], line: number, u: number) =>
  (lines[line]?.[0] ?? Number.NaN) * u + (lines[line]?.[1] ?? Number.NaN);

describe("envelopes of lines", () => {
  test.prop([fc.oneof(pairs, coarsePairs), number])(
    "give the highest and the lowest line anywhere",
    (lines, u) => {
      const heights = lines.map((_, line) => heightAt(lines, line, u));
      const upper = findOwner(upperEnvelope(slopesOf(lines), interceptsOf(lines)), u);
      const lower = findOwner(lowerEnvelope(slopesOf(lines), interceptsOf(lines)), u);
      expect(heightAt(lines, upper, u)).toBeCloseTo(Math.max(...heights), 9);
      expect(heightAt(lines, lower, u)).toBeCloseTo(Math.min(...heights), 9);
    },
  );

  test.prop([fc.oneof(pairs, coarsePairs)])("are convex: owners grow steeper", (lines) => {
    const { owners, breaks } = upperEnvelope(slopesOf(lines), interceptsOf(lines));
    const slopes = Array.from(owners, (owner) => (lines[owner]?.[0] ?? Number.NaN) + 0);
    expect(slopes).toEqual([...new Set(slopes)].sort((a, b) => a - b));
    expect([...breaks]).toEqual([...breaks].sort((a, b) => a - b));
    expect(breaks).toHaveLength(owners.length - 1);
  });
});

describe("clipping a polygon", () => {
  const halfPlane = fc.record({ a: coarse, b: coarse, c: number, owner: fc.constant(1) });

  test.prop([fc.array(halfPlane, { maxLength: 8 }), halfPlane])(
    "splits its area between a half-plane and the opposite one",
    (before, half) => {
      const polygon = before.reduce(clipPolygon, rectangle([-2, 2], [-1, 3]));
      const opposite = { a: -half.a, b: -half.b, c: -half.c, owner: 2 };
      const parts = [half, opposite].map((part) => polygonArea(clipPolygon(polygon, part)));
      const sum = (parts[0] ?? 0) + (parts[1] ?? 0);
      fc.pre(half.a !== 0 || half.b !== 0);
      expect(sum).toBeCloseTo(polygonArea(polygon), 9);
    },
  );

  test.prop([fc.array(halfPlane, { maxLength: 12 })])(
    "does not depend on the order of half-planes",
    (halves) => {
      const start = rectangle([-2, 2], [-1, 3]);
      const forward = polygonArea(halves.reduce(clipPolygon, start));
      const backward = polygonArea([...halves].reverse().reduce(clipPolygon, start));
      expect(backward).toBeCloseTo(forward, 9);
    },
  );
});

describe("quantise", () => {
  const steps = fc.constantFrom(1, 0.1, 0.25, 0.01, 0.005, 1e-4);

  test.prop([fc.double({ min: -1e4, max: 1e4, noNaN: true }), steps])(
    "moves a value by half a step at most, once and for all, with no more digits than the step",
    (value, step) => {
      const rounded = quantise(value, step);
      expect(Math.abs(rounded - value)).toBeLessThanOrEqual(step / 2 + 1e-9);
      expect(quantise(rounded, step)).toBe(rounded);
      expect(rounded.toString().split(".")[1]?.length ?? 0).toBeLessThanOrEqual(4);
    },
  );
});
