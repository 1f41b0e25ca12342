import type { Sink } from "#plots";
import { type LabelBox, type LabelRoom, placeLabels } from "./avoid.ts";
import type { Label, Measure } from "./label.ts";

/** A label and where it stands. */
export interface PlacedLabel {
  readonly label: Label;
  readonly box: LabelBox;
}

/** Give labels places that are free, earlier ones first; those without one are left out. */
export function placeAll(
  labels: readonly Label[],
  room: LabelRoom,
  measure: Measure,
): readonly PlacedLabel[] {
  const wishes = labels.map((label) => {
    const { width, height } = measure(label.content, label.style);
    const { rotate } = label;
    return {
      key: label,
      places: label.centres.map((centre) => ({ centre, width, height, rotate })),
    };
  });
  return Array.from(placeLabels(wishes, room), ([label, box]) => ({ label, box }));
}

/** Write labels into a picture. */
export function paintLabels(sink: Sink, placed: readonly PlacedLabel[]): void {
  for (const { label, box } of placed) {
    const { color, sizePx, weight, halo } = label.style;
    sink.text(label.content, box.centre.x, box.centre.y, {
      color,
      sizePx,
      weight,
      align: "middle",
      baseline: "middle",
      rotate: label.rotate,
      ...(halo === null ? {} : { halo }),
    });
  }
}
