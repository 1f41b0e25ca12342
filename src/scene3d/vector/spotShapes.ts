import type { Sink } from "#plots";
import type { Pixels } from "../geometry/displacement.ts";
import { SPOT } from "../gl/Spots.ts";
import { traceOutline } from "./ink.ts";

/** One filling of a mark. */
export interface SpotPart {
  readonly ink: "color" | "paper";
  trace(sink: Sink, at: Pixels, radius: number): void;
}

const disc = (ink: SpotPart["ink"], share: number): SpotPart => ({
  ink,
  trace: (sink, { x, y }, radius) => sink.circle(x, y, share * radius),
});

/** Corners in radii, y down. */
const polygon = (
  ink: SpotPart["ink"],
  ...outlines: readonly (readonly (readonly [number, number])[])[]
): SpotPart => ({
  ink,
  trace(sink, { x, y }, radius) {
    for (const corners of outlines) {
      const outline = corners.map(([u, v]) => ({ x: x + radius * u, y: y + radius * v }));
      traceOutline(sink, outline);
    }
  },
});

/** The marks of the fragment shader in Spots.ts as outlines, one on top of the other, by their number. */
export const SPOT_PARTS: ReadonlyMap<number, readonly SpotPart[]> = new Map([
  [
    SPOT.triangle,
    [
      polygon("color", [
        [0, -1.12],
        [1, 0.62],
        [-1, 0.62],
      ]),
    ],
  ],
  [SPOT.disc, [disc("color", 1)]],
  [SPOT.ring, [disc("color", 1), disc("paper", 0.5)]],
  [
    SPOT.grip,
    [
      disc("paper", 1),
      disc("color", 0.84),
      polygon(
        "paper",
        [
          [-0.56, 0],
          [-0.16, -0.44],
          [-0.16, 0.44],
        ],
        [
          [0.56, 0],
          [0.16, 0.44],
          [0.16, -0.44],
        ],
      ),
    ],
  ],
]);
