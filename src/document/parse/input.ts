import { LIMITS } from "../limits.ts";
import type { InputRecipe } from "../types.ts";
import {
  type Cursor,
  child,
  item,
  type ObjectCursor,
  readChoice,
  readList,
  readNumber,
  readObject,
  readTable,
  refuse,
} from "./cursor.ts";
import { readNumbers, readRows } from "./numbers.ts";

/**
 * Read x(t).
 *
 * @param shape number of inputs M, and of steps n where the run has a time step.
 */
export function readInput(
  cursor: Cursor,
  shape: { inputs: number; steps: number | null },
): InputRecipe | null {
  const table = readTable(cursor, "an input course");
  if (table === null) return null;
  const kind = readChoice(child(table, "kind"), ["piecewise-linear", "samples", "sine"]);
  if (kind === null) return null;
  if (kind === "piecewise-linear") return readPiecewiseLinear(table, shape.inputs);
  return kind === "samples" ? readSamples(table, shape) : readSine(table, shape.inputs);
}

function readPiecewiseLinear(table: ObjectCursor, inputs: number): InputRecipe {
  readObject(table, ["kind", "points"]);
  const cursor = child(table, "points");
  const list = readList(cursor, "a list of points [t, [x]]", LIMITS.points);
  if (list?.length === 0) refuse(cursor, "a list of at least one point [t, [x]]");
  const points = (list ?? []).map((value, index) => readPoint(item(cursor, value, index), inputs));
  let previous = -Infinity;
  for (const [index, [time]] of points.entries()) {
    if (time < previous) {
      const field = { ...cursor, value: time, path: `${cursor.path}[${index}][0]` };
      refuse(field, `a time of ${previous} or more, as times do not decrease`);
    }
    previous = time;
  }
  return { kind: "piecewise-linear", points };
}

function readPoint(cursor: Cursor, inputs: number): readonly [number, readonly number[]] {
  const { value } = cursor;
  if (!Array.isArray(value) || value.length !== 2) {
    refuse(cursor, `a point [t, [x]] with ${inputs} value${inputs === 1 ? "" : "s"} of x`);
    return [0, []];
  }
  const time = readNumber(item(cursor, value[0], 0), {});
  return [time, readNumbers(item(cursor, value[1], 1), { length: inputs, unit: "input" })];
}

function readSamples(
  table: ObjectCursor,
  { inputs, steps }: { inputs: number; steps: number | null },
): InputRecipe {
  readObject(table, ["kind", "values"]);
  const cursor = child(table, "values");
  // Without a time step there is nothing to count; the combination is refused elsewhere.
  const rows = steps ?? (Array.isArray(cursor.value) ? cursor.value.length : 0);
  return {
    kind: "samples",
    values: readRows(cursor, { rows, columns: inputs, row: "step", column: "input" }),
  };
}

function readSine(table: ObjectCursor, inputs: number): InputRecipe {
  readObject(table, ["kind", "offset", "amplitude", "period", "phase"]);
  const shape = { length: inputs, unit: "input" };
  return {
    kind: "sine",
    offset: readNumbers(child(table, "offset"), shape),
    amplitude: readNumbers(child(table, "amplitude"), shape),
    period: readNumber(child(table, "period"), { above: 0 }),
    phase: readNumber(child(table, "phase"), {}, 0),
  };
}
