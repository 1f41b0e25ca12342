/** A place or a movement on the screen, CSS pixels, y down. */
export interface Pixels {
  readonly x: number;
  readonly y: number;
}

/** Screen directions shorter than this (pixels a unit of the box) are seen end-on and cannot be dragged along. */
const END_ON = 24;

/**
 * How far to move along an axis of the box so that a point follows the pointer.
 *
 * @param axis where one unit of the box along the axis goes on the screen.
 * @param pointer how far the pointer has moved.
 * @param spare the screen direction that counts when the axis is seen end-on.
 * @returns units of the box.
 */
export function displacementAlong(axis: Pixels, pointer: Pixels, spare: Pixels): number {
  const length = Math.hypot(axis.x, axis.y);
  const guide = length < END_ON ? spare : axis;
  const square = guide.x * guide.x + guide.y * guide.y;
  return square === 0 ? 0 : (pointer.x * guide.x + pointer.y * guide.y) / square;
}

/** Distance of a point from a straight stretch between two others; pixels. */
export function distanceToSegment(point: Pixels, from: Pixels, to: Pixels): number {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const square = dx * dx + dy * dy;
  const share = square === 0 ? 0 : ((point.x - from.x) * dx + (point.y - from.y) * dy) / square;
  const held = Math.max(0, Math.min(1, share));
  return Math.hypot(point.x - from.x - held * dx, point.y - from.y - held * dy);
}
