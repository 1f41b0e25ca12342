import { Matrix4, Vector3 } from "three";
import { describe, expect, it } from "vitest";
import {
  dataToBoxMatrix,
  fromBox,
  HALF,
  pointFromBox,
  pointToBox,
  toBox,
  unitsPerBox,
} from "../../../src/scene3d/geometry/box.ts";

const ranges = { x: [0, 10], E: [0, 8], I: [-5, 20] } as const;

describe("the box", () => {
  it("puts the low end of each axis on one face and the high end on the other", () => {
    expect(pointToBox(ranges, [0, 0, -5])).toEqual([-HALF[0], -HALF[1], -HALF[2]]);
    expect(pointToBox(ranges, [10, 8, 20])).toEqual([HALF[0], HALF[1], HALF[2]]);
  });

  it("finds the data point again", () => {
    const point = [3.7, 2.25, 11.5] as const;
    const back = pointFromBox(ranges, pointToBox(ranges, point));
    for (const axis of [0, 1, 2] as const) expect(back[axis]).toBeCloseTo(point[axis], 12);
    expect(fromBox(ranges, 1, toBox(ranges, 1, 4))).toBeCloseTo(4, 12);
  });

  it("measures an axis in units a unit of the box", () => {
    expect(unitsPerBox(ranges, 2)).toBeCloseTo(25 / (2 * HALF[2]), 12);
  });

  it("maps data to the box by one matrix", () => {
    const matrix = new Matrix4().fromArray(dataToBoxMatrix(ranges));
    const { x, y, z } = new Vector3(3, 2, 7).applyMatrix4(matrix);
    const expected = pointToBox(ranges, [3, 2, 7]);
    expect(x).toBeCloseTo(expected[0], 12);
    expect(y).toBeCloseTo(expected[1], 12);
    expect(z).toBeCloseTo(expected[2], 12);
  });
});
