import { describe, expect, it } from "vitest";
import { clipPolygon, edgesOf, polygonArea, rectangle } from "#math";

const square = rectangle([0, 1], [0, 1]);

describe("rectangle", () => {
  it("is counter-clockwise and owned by nobody", () => {
    expect([...square.points]).toEqual([0, 0, 1, 0, 1, 1, 0, 1]);
    expect([...square.owners]).toEqual([-1, -1, -1, -1]);
    expect(polygonArea(square)).toBe(1);
  });

  it("is empty when a range is empty or turned round", () => {
    expect(rectangle([1, 1], [0, 1]).owners).toHaveLength(0);
    expect(rectangle([0, 1], [2, 1]).owners).toHaveLength(0);
    expect(polygonArea(rectangle([1, 1], [0, 1]))).toBe(0);
  });
});

describe("clipPolygon", () => {
  it("marks the new edge with the half-plane's owner", () => {
    const half = clipPolygon(square, { a: 1, b: 0, c: 0.25, owner: 7 });
    expect(polygonArea(half)).toBe(0.25);
    const edge = half.owners.indexOf(7);
    expect(half.points[2 * edge]).toBe(0.25);
    expect([...half.owners].filter((owner) => owner === 7)).toHaveLength(1);
  });

  it("returns the same polygon when nothing is cut off, also by a line along an edge", () => {
    expect(clipPolygon(square, { a: 1, b: 0, c: 2, owner: 1 })).toBe(square);
    expect(clipPolygon(square, { a: 1, b: 0, c: 1, owner: 1 })).toBe(square);
  });

  it("is empty when all lies outside, also when only an edge or a corner touches", () => {
    for (const c of [-1, 0]) {
      expect(clipPolygon(square, { a: 1, b: 0, c, owner: 1 }).owners).toHaveLength(0);
    }
    expect(clipPolygon(square, { a: 1, b: 1, c: 0, owner: 1 }).owners).toHaveLength(0);
  });

  it("cuts through corners without doubling them", () => {
    const triangle = clipPolygon(square, { a: 1, b: -1, c: 0, owner: 3 });
    expect([...triangle.points]).toEqual([0, 0, 1, 1, 0, 1]);
    expect([...triangle.owners]).toEqual([3, -1, -1]);
    expect(polygonArea(triangle)).toBe(0.5);
  });

  it("treats a half-plane without direction as everything or nothing", () => {
    expect(clipPolygon(square, { a: 0, b: 0, c: 0, owner: 1 })).toBe(square);
    expect(clipPolygon(square, { a: 0, b: 0, c: -1, owner: 1 }).owners).toHaveLength(0);
  });

  it("keeps an empty polygon empty", () => {
    const empty = rectangle([0, 0], [0, 0]);
    expect(clipPolygon(empty, { a: 1, b: 0, c: -5, owner: 1 }).owners).toHaveLength(0);
  });
});

describe("edgesOf", () => {
  it("goes once round the polygon", () => {
    const edges = edgesOf(clipPolygon(square, { a: 1, b: -1, c: 0, owner: 3 }));
    expect(edges).toEqual([
      { owner: 3, from: [0, 0], to: [1, 1] },
      { owner: -1, from: [1, 1], to: [0, 1] },
      { owner: -1, from: [0, 1], to: [0, 0] },
    ]);
    expect(edgesOf(rectangle([0, 0], [0, 0]))).toEqual([]);
  });
});
