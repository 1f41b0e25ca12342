import type { SceneModel } from "../types.ts";

/** A point or direction; of the box (yE, x, |yI|: right-handed, |yI| up) or of the data (x, yE, |yI|). */
export type Triple = readonly [number, number, number];

/** Axes of the box in its own order. */
export const BOX_AXES = ["E", "x", "I"] as const;

/** Half the box's edge lengths along yE, x and |yI|; the box is centred on the origin. */
export const HALF: Triple = [0.5, 0.5, 0.44];

export type Ranges = SceneModel["ranges"];

/** Box coordinates of one data value on one axis. */
export function toBox(ranges: Ranges, axis: 0 | 1 | 2, value: number): number {
  const [low, high] = ranges[BOX_AXES[axis]];
  return HALF[axis] * ((2 * (value - low)) / (high - low) - 1);
}

/** Data value of one box coordinate. */
export function fromBox(ranges: Ranges, axis: 0 | 1 | 2, at: number): number {
  const [low, high] = ranges[BOX_AXES[axis]];
  return low + ((at / HALF[axis] + 1) / 2) * (high - low);
}

/** Units of an axis in one unit of the box. */
export function unitsPerBox(ranges: Ranges, axis: 0 | 1 | 2): number {
  const [low, high] = ranges[BOX_AXES[axis]];
  return (high - low) / (2 * HALF[axis]);
}

/** Where a point (x, yE, |yI|) stands in the box. */
export function pointToBox(ranges: Ranges, [x, e, i]: Triple): Triple {
  return [toBox(ranges, 0, e), toBox(ranges, 1, x), toBox(ranges, 2, i)];
}

/** The data point (x, yE, |yI|) at a place in the box. */
export function pointFromBox(ranges: Ranges, [e, x, i]: Triple): Triple {
  return [fromBox(ranges, 1, x), fromBox(ranges, 0, e), fromBox(ranges, 2, i)];
}

/** The map from data to box as a matrix, columns first (16 numbers). */
export function dataToBoxMatrix(ranges: Ranges): readonly number[] {
  const e = 1 / unitsPerBox(ranges, 0);
  const x = 1 / unitsPerBox(ranges, 1);
  const i = 1 / unitsPerBox(ranges, 2);
  const origin = pointToBox(ranges, [0, 0, 0]);
  return [0, x, 0, 0, e, 0, 0, 0, 0, 0, i, 0, ...origin, 1];
}
