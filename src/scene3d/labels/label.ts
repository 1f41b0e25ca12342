import type { TextContent } from "#plots";
import type { Pixels } from "../geometry/displacement.ts";

/** How a label is set. */
export interface LabelStyle {
  readonly color: string;
  readonly sizePx: number;
  readonly weight: number;
  /** Colour of the rim that keeps it readable over the picture, or null. */
  readonly halo: string | null;
}

/** Words over the picture, with the places they may take; the caller's order is their rank. */
export interface Label {
  readonly key: string;
  readonly content: TextContent;
  readonly style: LabelStyle;
  /** Degrees, clockwise. */
  readonly rotate: number;
  /** Centres, best first; CSS pixels. */
  readonly centres: readonly Pixels[];
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export type Measure = (content: TextContent, style: LabelStyle) => Size;
