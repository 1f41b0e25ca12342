import type { TextContent, TextRun, TextStyle } from "../sink.ts";

/** Size of raised and lowered runs relative to the line's. */
export const SHIFTED_SIZE = 0.72;
/** Width of a halo as a fraction of the type size. */
export const HALO_WIDTH = 0.3;
const RAISE = -0.36;
const LOWER = 0.2;

/** Bring plain words and runs into one form. */
export function toRuns(content: TextContent): readonly TextRun[] {
  return typeof content === "string" ? [{ text: content }] : content;
}

/** Type size of a run; px. */
export function sizeOf(run: TextRun, style: TextStyle): number {
  return run.shift === undefined ? style.sizePx : style.sizePx * SHIFTED_SIZE;
}

/** How far below the line a run sits; px, negative is above. */
export function shiftOf(run: TextRun, style: TextStyle): number {
  if (run.shift === undefined) return 0;
  return style.sizePx * (run.shift === "super" ? RAISE : LOWER);
}

/** Write a run's CSS font shorthand. */
export function fontOf(run: TextRun, style: TextStyle, fontFamily: string): string {
  const slant = (run.italic ?? style.italic) === true ? "italic " : "";
  return `${slant}${style.weight ?? 400} ${round(sizeOf(run, style))}px ${fontFamily}`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
