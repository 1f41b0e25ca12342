import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { lightTheme, scaleTheme, sliceHandles } from "#plots";
import { placeSliceLabels } from "../../src/plots/slice/placeLabels.ts";
import { figure5cd } from "../support/eiNetworks.ts";
import { slicePicture } from "../support/plotPictures.ts";

const network = figure5cd();

describe("words in the slice", () => {
  test.prop([
    fc.double({ min: -3, max: 11, noNaN: true }),
    fc.integer({ min: 60, max: 900 }),
    fc.integer({ min: 60, max: 700 }),
    fc.integer({ min: 0, max: 5 }),
    fc.constantFrom(1, 1.5, 2),
    fc.array(fc.tuple(fc.double({ min: 0, max: 10, noNaN: true }), fc.lorem({ maxCount: 12 })), {
      maxLength: 4,
    }),
  ])(
    "lie inside the picture and never on each other",
    (x, width, height, chosen, factor, remarks) => {
      const theme = scaleTheme(lightTheme, factor);
      const range = [0, 10] as const;
      const picture = {
        ...slicePicture({
          network,
          x,
          E: range,
          I: [0, 20],
          traces: null,
          time: 0,
          theme,
          size: { width, height },
        }),
        annotations: remarks.map(([at, label]) => ({
          label,
          style: "point" as const,
          tone: "neutral" as const,
          points: [[at, 2 * at] as const],
        })),
      };
      const handles = sliceHandles({ ...picture, x }, chosen);
      const { placed } = placeSliceLabels({ ...picture, handles }, theme);
      const { rect } = picture.view;
      for (const [index, { spot: a }] of placed.entries()) {
        expect(a.x).toBeGreaterThanOrEqual(rect.x);
        expect(a.y).toBeGreaterThanOrEqual(rect.y);
        expect(a.x + a.width).toBeLessThanOrEqual(rect.x + rect.width);
        expect(a.y + a.height).toBeLessThanOrEqual(rect.y + rect.height);
        for (const { spot: b } of placed.slice(index + 1)) {
          const apart =
            a.x + a.width < b.x ||
            b.x + b.width < a.x ||
            a.y + a.height < b.y ||
            b.y + b.height < a.y;
          expect(apart).toBe(true);
        }
        for (const { position } of handles) {
          const covered =
            position.x > a.x &&
            position.x < a.x + a.width &&
            position.y > a.y &&
            position.y < a.y + a.height;
          expect(covered).toBe(false);
        }
      }
    },
  );
});
