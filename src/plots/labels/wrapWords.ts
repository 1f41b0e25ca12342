import { estimateTextWidth } from "../textWidth.ts";

/** What {@link wrapWords} needs; CSS pixels. */
export interface WrapOptions {
  readonly sizePx: number;
  /** Widest line; a single word may be wider. */
  readonly width: number;
  /** At most this many lines; what is left out is marked by an ellipsis. */
  readonly most: number;
}

/** Break words into as few lines as fit the width, and these as equal as can be. */
export function wrapWords(text: string, { sizePx, width, most }: WrapOptions): readonly string[] {
  const words = text.split(/\s+/).filter((word) => word !== "");
  let lines = fill(words, sizePx, width);
  // Fewer words a line look better than a short last line, as long as no line is added.
  for (let narrower = 0.95; narrower > 0.4; narrower -= 0.05) {
    const tried = fill(words, sizePx, narrower * width);
    if (tried.length > lines.length) break;
    lines = tried;
  }
  if (lines.length <= most) return lines;
  const kept = lines.slice(0, most);
  return kept.map((line, index) => (index === most - 1 ? `${line}…` : line));
}

function fill(words: readonly string[], sizePx: number, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    const longer = `${last} ${word}`;
    if (last === undefined || estimateTextWidth(longer, sizePx) > width) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}
