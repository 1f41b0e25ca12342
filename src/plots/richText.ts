import type { TextRun } from "./sink.ts";

const TOKEN = /\*([^*]+)\*|\^\{([^}]*)\}|_\{([^}]*)\}/g;

/**
 * Read a tiny markup into runs: `*y*` is slanted, `^{E}` raised, `_{E}` lowered; all else is plain.
 * For the project's own labels; a user's words go to the sink as they are.
 */
export function parseRichText(markup: string): readonly TextRun[] {
  const runs: TextRun[] = [];
  let last = 0;
  for (const match of markup.matchAll(TOKEN)) {
    if (match.index > last) runs.push({ text: markup.slice(last, match.index) });
    last = match.index + match[0].length;
    const [, italic, raised, lowered] = match;
    if (italic !== undefined) runs.push({ text: italic, italic: true });
    if (raised !== undefined) runs.push({ text: raised, shift: "super" });
    if (lowered !== undefined) runs.push({ text: lowered, shift: "sub" });
  }
  if (last < markup.length) runs.push({ text: markup.slice(last) });
  return runs;
}

/** Spell runs without their positions, for titles and names read aloud. */
export function plainText(runs: readonly TextRun[]): string {
  return runs.map((run) => run.text).join("");
}
