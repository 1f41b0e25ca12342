import type { View } from "../view/view.ts";

/** A straight line in a picture, ends in the picture's own quantities. */
export interface PictureLine {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
}

/** A point of a picture. */
export type PicturePoint = readonly [number, number];

/** Handles at line ends sit this far inside, so that they are not cut off at the edge; px. */
const INSET = 12;

/** Where the handle at one end of a line sits: on the line, a little inside. */
export function endPosition(
  { from, to }: PictureLine,
  view: View,
  end: "from" | "to",
): { readonly x: number; readonly y: number } {
  const [start, stop] = end === "to" ? [to, from] : [from, to];
  const x = view.screenX(start[0]);
  const y = view.screenY(start[1]);
  const dx = view.screenX(stop[0]) - x;
  const dy = view.screenY(stop[1]) - y;
  const length = Math.hypot(dx, dy);
  if (length === 0) return { x, y };
  const part = Math.min(INSET / length, 1 / 3);
  return { x: x + part * dx, y: y + part * dy };
}

/** Middle of a line. */
export function middleOf({ from, to }: PictureLine): PicturePoint {
  return [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
}

/**
 * Keep a pointer on the side of the pivot that the dragged end is on, at least a pixel away, so that a line never
 * turns over.
 *
 * @returns the pointer's horizontal coordinate in the picture's quantity.
 */
export function keepSide(
  pointerX: number,
  {
    view,
    pivotX,
    end,
  }: { readonly view: View; readonly pivotX: number; readonly end: "from" | "to" },
): number {
  const pixel = (view.x[1] - view.x[0]) / view.rect.width;
  return end === "to" ? Math.max(pointerX, pivotX + pixel) : Math.min(pointerX, pivotX - pixel);
}

/** A decoder's arrow starts this far along its line from where the line itself is held; px. */
const ASIDE = 30;

/** A point of a line beside another one, so that a short arrow from there is not hidden by the grip of the line. */
export function besideOnLine(line: PictureLine, view: View, base: PicturePoint): PicturePoint {
  const [left, right] = line.from[0] <= line.to[0] ? [line.from, line.to] : [line.to, line.from];
  const dx = view.screenX(right[0]) - view.screenX(left[0]);
  const dy = view.screenY(right[1]) - view.screenY(left[1]);
  const length = Math.hypot(dx, dy);
  if (length === 0) return base;
  const before = Math.hypot(
    view.screenX(base[0]) - view.screenX(left[0]),
    view.screenY(base[1]) - view.screenY(left[1]),
  );
  const share = (before > 2 * ASIDE ? -ASIDE : ASIDE) / length;
  return [base[0] + share * (right[0] - left[0]), base[1] + share * (right[1] - left[1])];
}
