import { describe, expectTypeOf, it } from "vitest";
import type { CanvasContext, LatentPoint, ScreenPoint } from "#plots";

describe("the two spaces of a picture", () => {
  it("cannot be mixed: a point of the screen is not a point of the model", () => {
    expectTypeOf<ScreenPoint>().not.toExtend<LatentPoint>();
    expectTypeOf<LatentPoint>().not.toExtend<ScreenPoint>();
  });

  it("take plain coordinates, as pointer events have them", () => {
    expectTypeOf<{ x: number; y: number }>().toExtend<ScreenPoint>();
  });
});

describe("the canvas that sinks draw on", () => {
  it("is what browsers and workers have", () => {
    expectTypeOf<CanvasRenderingContext2D>().toExtend<CanvasContext>();
    expectTypeOf<OffscreenCanvasRenderingContext2D>().toExtend<CanvasContext>();
  });
});
