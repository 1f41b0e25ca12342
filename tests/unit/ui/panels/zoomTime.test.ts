import { describe, expect, it } from "vitest";
import { panTime, zoomTime } from "../../../../src/ui/panels/zoomTime.ts";

describe("zoomTime", () => {
  it("keeps the centre where it is", () => {
    expect(zoomTime([0, 10], { factor: 0.5, centre: 4, duration: 10 })).toEqual([2, 7]);
    expect(zoomTime([2, 7], { factor: 0.5, centre: 2, duration: 10 })).toEqual([2, 4.5]);
  });

  it("zooms about the nearer end when the centre is out of sight", () => {
    expect(zoomTime([2, 6], { factor: 0.5, centre: 0, duration: 10 })).toEqual([2, 4]);
    expect(zoomTime([2, 6], { factor: 0.5, centre: 9, duration: 10 })).toEqual([4, 6]);
  });

  it("zooms out within the run, and shows all of it in the end", () => {
    expect(zoomTime([0, 2], { factor: 2, centre: 2, duration: 10 })).toEqual([0, 4]);
    expect(zoomTime([8, 10], { factor: 2, centre: 8, duration: 10 })).toEqual([6, 10]);
    expect(zoomTime([2, 8], { factor: 2, centre: 5, duration: 10 })).toBeNull();
  });

  it("zooms in no further than a ten-thousandth of the run", () => {
    const range = zoomTime([5, 5.001], { factor: 1e-6, centre: 5, duration: 10 });
    expect((range?.[1] ?? 0) - (range?.[0] ?? 0)).toBeCloseTo(0.001, 12);
  });
});

describe("panTime", () => {
  it("moves the stretch and stops at either end of the run", () => {
    expect(panTime([2, 4], 1, 10)).toEqual([3, 5]);
    expect(panTime([2, 4], -5, 10)).toEqual([0, 2]);
    expect(panTime([2, 4], 50, 10)).toEqual([8, 10]);
  });

  it("shows the whole run where the stretch is longer", () => {
    expect(panTime([2, 40], 1, 10)).toEqual([0, 10]);
  });
});
