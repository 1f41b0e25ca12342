import type { Pixels } from "../geometry/displacement.ts";

/** The place of a label: a rectangle turned about its centre; CSS pixels and degrees, clockwise. */
export interface LabelBox {
  readonly centre: Pixels;
  readonly width: number;
  readonly height: number;
  readonly rotate: number;
}

/** Size of the view that labels stay inside; CSS pixels. */
export interface LabelView {
  readonly width: number;
  readonly height: number;
}

/** The view and what is in the way in it. */
export interface LabelRoom extends LabelView {
  readonly obstacles: readonly LabelBox[];
}

/** A label and the places where it may stand, best first. */
export interface LabelWish<Key> {
  readonly key: Key;
  readonly places: readonly LabelBox[];
}

/** Room kept between two labels; CSS pixels. */
const GAP = 3;

/**
 * Give each label the first of its places that is inside the view and free; earlier labels go first. A label without a
 * free place gets none.
 */
export function placeLabels<Key>(
  wishes: readonly LabelWish<Key>[],
  room: LabelRoom,
): ReadonlyMap<Key, LabelBox> {
  const taken = [...room.obstacles];
  const placed = new Map<Key, LabelBox>();
  for (const { key, places } of wishes) {
    const place = places.find(
      (box) => isInView(box, room) && !taken.some((other) => overlaps(other, box)),
    );
    if (place === undefined) continue;
    taken.push(place);
    placed.set(key, place);
  }
  return placed;
}

/** True when two labels touch or nearly so: no direction along a side of either parts them. */
export function overlaps(a: LabelBox, b: LabelBox): boolean {
  const apart = { x: b.centre.x - a.centre.x, y: b.centre.y - a.centre.y };
  return [a.rotate, a.rotate + 90, b.rotate, b.rotate + 90].every((degrees) => {
    const distance = Math.abs(alongOf(apart, degrees));
    return distance < reachOf(a, degrees) + reachOf(b, degrees) + GAP;
  });
}

/** True when all of a label is in the view. */
export function isInView(box: LabelBox, { width, height }: LabelView): boolean {
  const reachX = reachOf(box, 0);
  const reachY = reachOf(box, 90);
  const { x, y } = box.centre;
  return x >= reachX && y >= reachY && x + reachX <= width && y + reachY <= height;
}

/** Half the room a label takes along a direction. */
function reachOf({ width, height, rotate }: LabelBox, degrees: number): number {
  const angle = ((degrees - rotate) * Math.PI) / 180;
  return (Math.abs(Math.cos(angle)) * width + Math.abs(Math.sin(angle)) * height) / 2;
}

function alongOf({ x, y }: Pixels, degrees: number): number {
  const angle = (degrees * Math.PI) / 180;
  return x * Math.cos(angle) + y * Math.sin(angle);
}
