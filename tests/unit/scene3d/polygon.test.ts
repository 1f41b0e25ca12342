import { describe, expect, it } from "vitest";
import {
  centroid,
  cornerAt,
  forEachTriangle,
  planeOf,
  sliceAtX,
} from "../../../src/scene3d/geometry/polygon.ts";

/** |yI| = 2 x + yE + 1 over the unit square. */
const slope = [0, 0, 1, 1, 0, 3, 1, 1, 4, 0, 1, 2];
/** An upright wall at yE = 1. */
const wall = [0, 1, 0, 2, 1, 0, 2, 1, 3, 0, 1, 3];

describe("facets as polygons", () => {
  it("fans n corners out into n - 2 triangles that cover the area once", () => {
    let area = 0;
    let count = 0;
    forEachTriangle(slope, (a, b, c) => {
      const [p, q, r] = [cornerAt(slope, a), cornerAt(slope, b), cornerAt(slope, c)];
      area += Math.abs((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])) / 2;
      count += 1;
    });
    expect(count).toBe(2);
    expect(area).toBeCloseTo(1, 12);
  });

  it("finds no triangle in fewer than three corners", () => {
    let count = 0;
    forEachTriangle([0, 0, 0, 1, 1, 1], () => {
      count += 1;
    });
    expect(count).toBe(0);
  });

  it("finds the plane through a facet, however far from the origin", () => {
    for (const far of [0, 1e6]) {
      const plane = planeOf(slope.map((value, at) => (at % 3 === 0 ? value + far : value)));
      const [nx, ne, ni] = plane?.normal ?? [0, 0, 0];
      expect(-nx / ni).toBeCloseTo(2, 9);
      expect(-ne / ni).toBeCloseTo(1, 9);
    }
  });

  it("finds the plane of an upright wall", () => {
    const plane = planeOf(wall);
    expect(plane?.normal[0]).toBe(0);
    expect(plane?.normal[2]).toBe(0);
    expect((plane?.offset ?? 0) / (plane?.normal[1] ?? 1)).toBeCloseTo(1, 12);
  });

  it("has no plane for a sliver or a single point", () => {
    expect(planeOf([0, 0, 0, 1, 1, 1, 2, 2, 2])).toBeNull();
    expect(planeOf([1, 2, 3])).toBeNull();
  });

  it("takes the mean of the corners", () => {
    expect(centroid(slope)).toEqual([0.5, 0.5, 2.5]);
  });

  it("cuts a facet at one input into a straight stretch", () => {
    expect(sliceAtX(slope, 0.5)).toEqual([
      [0.5, 0, 2],
      [0.5, 1, 3],
    ]);
  });

  it("cuts nothing beside a facet", () => {
    expect(sliceAtX(slope, 1.5)).toBeNull();
    expect(sliceAtX(slope, -0.5)).toBeNull();
  });

  it("meets a corner on the cut once", () => {
    const kite = [0, 1, 0, 1, 0, 0, 2, 1, 0, 1, 2, 0];
    expect(sliceAtX(kite, 1)).toEqual([
      [1, 0, 0],
      [1, 2, 0],
    ]);
  });

  it("cuts a wall from its foot to its top", () => {
    expect(sliceAtX(wall, 1)).toEqual([
      [1, 1, 0],
      [1, 1, 3],
    ]);
  });
});
