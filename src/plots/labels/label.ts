import type { Sink, TextContent, TextStyle } from "../sink.ts";
import { estimateTextWidth } from "../textWidth.ts";
import type { Rect } from "../view/view.ts";

/** One line of a label. */
export interface LabelLine {
  readonly content: TextContent;
  readonly sizePx: number;
  readonly weight?: number;
}

/** A few words on a picture. */
export interface Label {
  readonly lines: readonly LabelLine[];
  readonly color: string;
  /** Colour behind it. */
  readonly halo: string;
}

/** The box a label fills, and the side on which its lines begin together. */
export interface LabelSpot extends Rect {
  readonly align: NonNullable<TextStyle["align"]>;
}

/** A label and where it goes. */
export interface PlacedLabel {
  readonly label: Label;
  readonly spot: LabelSpot;
}

/** Distance of lines in type sizes. */
const LEADING = 1.25;

/** Estimate how much room a label takes; px. */
export function labelSize({ lines }: Label): { readonly width: number; readonly height: number } {
  let width = 0;
  let height = 0;
  for (const { content, sizePx } of lines) {
    width = Math.max(width, estimateTextWidth(content, sizePx));
    height += LEADING * sizePx;
  }
  return { width, height };
}

/** Write a label at its place. */
export function paintLabel(sink: Sink, { label, spot }: PlacedLabel): void {
  const x = spot.x + { start: 0, middle: 0.5, end: 1 }[spot.align] * spot.width;
  let top = spot.y;
  for (const { content, ...type } of label.lines) {
    const height = LEADING * type.sizePx;
    sink.text(content, x, top + height / 2, {
      ...type,
      color: label.color,
      halo: label.halo,
      align: spot.align,
      baseline: "middle",
    });
    top += height;
  }
}
