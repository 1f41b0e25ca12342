/** A dash pattern and pen for lines; px. */
export interface Stroke {
  readonly color: string;
  readonly width: number;
  readonly dash?: readonly number[];
  readonly opacity?: number;
  readonly cap?: "butt" | "round";
}

export interface Fill {
  readonly color: string;
  readonly opacity?: number;
}

/** A stretch of text set upright or slanted, on the line, raised or lowered. */
export interface TextRun {
  readonly text: string;
  readonly italic?: boolean;
  readonly shift?: "super" | "sub";
}

/** Plain words, or runs where a formula needs them. */
export type TextContent = string | readonly TextRun[];

export interface TextStyle {
  readonly color: string;
  readonly sizePx: number;
  readonly weight?: number;
  readonly italic?: boolean;
  readonly align?: "start" | "middle" | "end";
  readonly baseline?: "top" | "middle" | "bottom" | "alphabetic";
  /** Degrees, clockwise, about the anchor. */
  readonly rotate?: number;
  /** Colour of a halo that keeps text readable over lines. */
  readonly halo?: string;
  readonly opacity?: number;
}

/**
 * Where painters draw: a canvas, an SVG file or a string in a test. Coordinates are CSS pixels, y down.
 * A path is begun, built and then stroked and/or filled; it stays current until the next `beginPath`.
 */
export interface Sink {
  beginPath(): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  closePath(): void;
  circle(x: number, y: number, radius: number): void;
  rect(x: number, y: number, width: number, height: number): void;
  stroke(stroke: Stroke): void;
  fill(fill: Fill): void;
  text(content: TextContent, x: number, y: number, style: TextStyle): void;
  /** Draw only inside this rectangle until the matching `popClip`. */
  pushClip(x: number, y: number, width: number, height: number): void;
  popClip(): void;
  /** Name what follows, for SVG groups and readable snapshots. */
  beginGroup(name: string): void;
  endGroup(): void;
}
