import type { Rect } from "../view/view.ts";

/**
 * Keeps labels apart from each other, from marks and from the edges of a picture: what is placed first stays, what
 * finds no room is not drawn. Ask for the most important label first.
 */
export interface Placer {
  /** Where boxes may be. */
  readonly room: Rect;
  /** Whether a box lies inside the bounds and away from everything taken. */
  isFree(box: Rect): boolean;
  /** Keep this box free from now on; it may lie anywhere. */
  take(box: Rect): void;
  /** Take the first candidate that is free; null when none is. */
  place<Box extends Rect>(candidates: Iterable<Box>): Box | null;
}

/** What {@link createPlacer} needs; CSS pixels. */
export interface PlacerOptions {
  readonly bounds: Rect;
  /** Least distance between two boxes, and to the edges. */
  readonly gap: number;
}

/** Make a placer with nothing taken. */
export function createPlacer({ bounds, gap }: PlacerOptions): Placer {
  const taken: Rect[] = [];
  const room: Rect = {
    x: bounds.x + gap,
    y: bounds.y + gap,
    width: bounds.width - 2 * gap,
    height: bounds.height - 2 * gap,
  };
  const isFree = (box: Rect): boolean =>
    isWithin(box, room) && !taken.some((other) => isNear(box, other, gap));
  return {
    room,
    isFree,
    take: (box) => void taken.push(box),
    place(candidates) {
      for (const box of candidates) {
        if (!isFree(box)) continue;
        taken.push(box);
        return box;
      }
      return null;
    },
  };
}

/** Boxes pushed against an edge are still inside, however they were rounded; px. */
const ROUNDING = 1e-6;

function isWithin(box: Rect, room: Rect): boolean {
  return (
    box.x >= room.x - ROUNDING &&
    box.y >= room.y - ROUNDING &&
    box.x + box.width <= room.x + room.width + ROUNDING &&
    box.y + box.height <= room.y + room.height + ROUNDING
  );
}

function isNear(a: Rect, b: Rect, gap: number): boolean {
  return (
    a.x < b.x + b.width + gap &&
    b.x < a.x + a.width + gap &&
    a.y < b.y + b.height + gap &&
    b.y < a.y + a.height + gap
  );
}
