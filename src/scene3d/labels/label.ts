import type { TextContent } from "#plots";
import type { Pixels } from "../geometry/displacement.ts";
import type { LabelBox } from "./avoid.ts";

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

/** Room that words take when turned about their centre. */
export function turnedSize({ width, height }: Size, degrees: number): Size {
  const angle = (degrees * Math.PI) / 180;
  const cosine = Math.abs(Math.cos(angle));
  const sine = Math.abs(Math.sin(angle));
  return { width: width * cosine + height * sine, height: width * sine + height * cosine };
}

/** The upright box around words centred on a point. */
export function boxAround(centre: Pixels, size: Size): LabelBox {
  return {
    left: centre.x - size.width / 2,
    top: centre.y - size.height / 2,
    width: size.width,
    height: size.height,
  };
}
