import { quote } from "../parse/words.ts";
import type { InputRecipe } from "../types.ts";
import { inputPresets } from "./presets.ts";
import type { TimedValue } from "./simplify.ts";

/** An input course, or one sentence about the first line that does not fit. */
export type InputTextResult =
  | { readonly ok: true; readonly input: InputRecipe }
  | { readonly ok: false; readonly message: string };

const MOST_LINES = 1_000_000;
/** A text of more rows is simplified. */
const EXACT_ROWS = 200;
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/**
 * Read a course of one input from text: one column is values at equal intervals over the duration, two columns are
 * time in tau and value. Columns are separated by commas, semicolons, tabs or spaces; a heading, empty lines and
 * lines that begin with # are skipped.
 */
export function parseInputText(
  text: string,
  { duration }: { readonly duration: number },
): InputTextResult {
  const rows: (readonly number[])[] = [];
  for (const [index, line] of text
    .replace(/^\uFEFF/, "")
    .split(/\r\n|[\r\n]/, MOST_LINES + 1)
    .entries()) {
    if (index === MOST_LINES) return refuse(`The text has more than ${MOST_LINES} lines.`);
    const cells = splitCells(line);
    if (cells.length === 0 || isHeading(cells, rows.length)) continue;
    const fault = findFault(cells, rows[0]?.length);
    if (fault !== null) return refuse(`Line ${index + 1} ${fault}.`);
    rows.push(cells.map(Number));
  }
  return toCourse(rows, duration);
}

function refuse(message: string): InputTextResult {
  return { ok: false, message };
}

function splitCells(line: string): readonly string[] {
  const trimmed = line.trim();
  if (trimmed === "" || trimmed.startsWith("#")) return [];
  return trimmed.split(/\s*[,;\t]\s*|\s+/).filter((cell) => cell !== "");
}

/** Words above the first row of numbers. */
function isHeading(cells: readonly string[], rows: number): boolean {
  return rows === 0 && cells.every((cell) => /^["']?[A-Za-z]/.test(cell));
}

function findFault(cells: readonly string[], columns: number | undefined): string | null {
  if (cells.length > 2) return `has ${cells.length} columns; one or two are allowed`;
  if (columns !== undefined && cells.length !== columns) {
    return `has ${cells.length} column${cells.length === 1 ? "" : "s"}, the lines above have ${columns}`;
  }
  const bad = cells.find((cell) => !NUMBER.test(cell) || !Number.isFinite(Number(cell)));
  return bad === undefined ? null : `has ${quote(bad)} where a number must stand`;
}

function toCourse(rows: readonly (readonly number[])[], duration: number): InputTextResult {
  if (rows.length === 0)
    return refuse("The text holds no numbers; give one value a line, or time and value.");
  const last = Math.max(1, rows.length - 1);
  const samples = rows.map(
    ([first = 0, second], index): TimedValue =>
      second === undefined ? [(index / last) * duration, first] : [first, second],
  );
  const late = samples.findIndex(([time], index) => time < (samples[index - 1]?.[0] ?? time));
  if (late >= 0) {
    const [time] = samples[late] ?? [0];
    return refuse(`The time ${time} comes after a later one; times must not decrease.`);
  }
  // Short courses are kept to the point: two rows at one time are a jump, which simplifying would round off.
  const input: InputRecipe =
    samples.length <= EXACT_ROWS
      ? {
          kind: "piecewise-linear",
          points: samples.map(([time, value]) => [time, [value]] as const),
        }
      : inputPresets.drawn(samples);
  return { ok: true, input };
}
