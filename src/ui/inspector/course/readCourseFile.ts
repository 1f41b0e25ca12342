import type { CoursePoint } from "./classifyCourse.ts";

type CourseFile =
  | { readonly ok: true; readonly points: readonly CoursePoint[] }
  | { readonly ok: false; readonly message: string };

/** More points than this belong into an experiment file. */
const MAX_POINTS = 20_000;

/**
 * Read a course from text: one number a line (spread evenly over the run) or two (time in tau, value); commas,
 * semicolons and blanks separate, a first line of words is a heading.
 */
export function readCourseFile(name: string, text: string, duration: number): CourseFile {
  const rows = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => line.split(/[\s,;]+/).map(Number));
  const body = rows[0]?.some(Number.isNaN) ? rows.slice(1) : rows;
  const fault = findFault(body);
  if (fault !== null) return { ok: false, message: `The course file “${name}” ${fault}` };
  const points = body.map(([first = 0, second], index): CoursePoint => {
    if (second !== undefined) return [first, second];
    return [(index * duration) / Math.max(1, body.length - 1), first];
  });
  const ordered = points.every(([time], index) => time >= (points[index - 1]?.[0] ?? time));
  if (ordered) return { ok: true, points };
  return { ok: false, message: `The course file “${name}” has times that go back; sort its rows.` };
}

function findFault(rows: readonly (readonly number[])[]): string | null {
  const [first] = rows;
  if (first === undefined)
    return "has no numbers; give one value, or a time and a value, in each line.";
  if (rows.length > MAX_POINTS)
    return `has ${rows.length} lines; at most ${MAX_POINTS} can be used.`;
  const columns = first.length;
  if (columns > 2)
    return `has ${columns} columns; give one value, or a time and a value, in each line.`;
  const bad = rows.findIndex((row) => row.length !== columns || !row.every(Number.isFinite));
  return bad === -1
    ? null
    : `has a line (number row ${bad + 1}) that is not ${columns === 1 ? "a plain number" : "two plain numbers"}.`;
}
