/** The place of a label, unrotated box; CSS pixels. */
export interface LabelBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Room kept between two labels; CSS pixels. */
const GAP = 3;

/** A label and the places where it may stand, best first. */
export interface LabelWish<Key> {
  readonly key: Key;
  readonly places: readonly LabelBox[];
}

/**
 * Give each label the first of its places that is inside the view and free; earlier labels go first. A label without a free place
 * gets none.
 */
export function placeLabels<Key>(
  wishes: readonly LabelWish<Key>[],
  view: LabelBox,
): ReadonlyMap<Key, LabelBox> {
  const taken: LabelBox[] = [];
  const placed = new Map<Key, LabelBox>();
  for (const { key, places } of wishes) {
    const place = places.find(
      (box) => contains(view, box) && taken.every((other) => !overlaps(other, box)),
    );
    if (place === undefined) continue;
    taken.push(place);
    placed.set(key, place);
  }
  return placed;
}

export function overlaps(a: LabelBox, b: LabelBox): boolean {
  return (
    a.left < b.left + b.width + GAP &&
    b.left < a.left + a.width + GAP &&
    a.top < b.top + b.height + GAP &&
    b.top < a.top + a.height + GAP
  );
}

function contains(view: LabelBox, box: LabelBox): boolean {
  return (
    box.left >= view.left &&
    box.top >= view.top &&
    box.left + box.width <= view.left + view.width &&
    box.top + box.height <= view.top + view.height
  );
}
