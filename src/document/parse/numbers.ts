import type { ByPopulation } from "../types.ts";
import {
  type Cursor,
  child,
  isAllowed,
  isObject,
  item,
  type NumberRule,
  readNumber,
  readTable,
  refuse,
} from "./cursor.ts";
import { listChoices, quote } from "./words.ts";

/** Take the cursor as a list of exactly `length` numbers; `unit` says what there is one for, e.g. "neuron". */
export function readNumbers(
  cursor: Cursor,
  { length, unit, rule = {} }: { length: number; unit: string; rule?: NumberRule },
): readonly number[] {
  if (!Array.isArray(cursor.value) || cursor.value.length !== length) {
    refuse(cursor, `a list of ${length}, one number for each ${unit}`);
    return [];
  }
  const values: readonly unknown[] = cursor.value;
  // A good list, which may hold a million numbers, needs no name for each of them.
  if (areAllowed(values, rule)) return values.map((value) => value + 0);
  return values.map((value, index) => readNumber(item(cursor, value, index), rule));
}

function areAllowed(values: readonly unknown[], rule: NumberRule): values is readonly number[] {
  return values.every((value) => isAllowed(value, rule));
}

/** Take the cursor as `rows` lists of `columns` numbers each. */
export function readRows(
  cursor: Cursor,
  shape: { rows: number; columns: number; row: string; column: string; rule?: NumberRule },
): readonly (readonly number[])[] {
  const { rows, columns, row, column, rule = {} } = shape;
  if (!Array.isArray(cursor.value) || cursor.value.length !== rows) {
    refuse(cursor, `a list of ${rows}, one row of ${columns} for each ${row}`);
    return [];
  }
  const values: readonly unknown[] = cursor.value;
  return values.map((value, index) =>
    readNumbers(item(cursor, value, index), { length: columns, unit: column, rule }),
  );
}

/** Take the cursor as N numbers where one latent is written, or as N rows of k. */
export function readDecoders(
  cursor: Cursor,
  shape: { neurons: number; latents: number; rule: NumberRule },
): readonly (readonly number[])[] {
  const { neurons, latents, rule } = shape;
  const isFlat = latents === 1 && Array.isArray(cursor.value) && !Array.isArray(cursor.value[0]);
  if (isFlat) {
    return readNumbers(cursor, { length: neurons, unit: "neuron", rule }).map((value) => [value]);
  }
  return readRows(cursor, {
    rows: neurons,
    columns: latents,
    row: "neuron",
    column: "latent that the population writes",
    rule,
  });
}

/** Take the cursor as one number for all neurons, or a list of one for each. */
export function readSpread(
  cursor: Cursor,
  { length, rule, fallback }: { length: number; rule: NumberRule; fallback: number },
): readonly number[] {
  if (Array.isArray(cursor.value)) return readNumbers(cursor, { length, unit: "neuron", rule });
  return new Array<number>(length).fill(readNumber(cursor, rule, fallback));
}

/**
 * Take the cursor as "per population": a number for all, or an object keyed by population id.
 * A missing value becomes `fallback`; without one every population must have a value.
 */
export function readByPopulation(
  cursor: Cursor,
  shape: { populations: readonly string[]; rule: NumberRule; fallback?: number },
): ByPopulation {
  const { populations, rule, fallback } = shape;
  if (!isObject(cursor.value)) {
    const value = readNumber(cursor, rule, fallback);
    return Object.fromEntries(populations.map((id) => [id, value]));
  }
  return readTableOfNumbers(cursor, { names: populations, what: "a population", rule, fallback });
}

/** Take the cursor as an object that has a number for some or all of the given names. */
export function readTableOfNumbers(
  cursor: Cursor,
  shape: {
    names: readonly string[];
    what: string;
    rule?: NumberRule;
    fallback?: number | undefined;
  },
): Readonly<Record<string, number>> {
  const { names, what, rule = {}, fallback } = shape;
  const table = readTable(cursor);
  if (table === null) return {};
  refuseStrangers(table.value, cursor, { names, what });
  return Object.fromEntries(
    names.map((name) => [name, readNumber(child(table, name), rule, fallback)]),
  );
}

/** Report every key that names nothing in the network. */
export function refuseStrangers(
  value: Readonly<Record<string, unknown>>,
  cursor: Cursor,
  { names, what }: { names: readonly string[]; what: string },
): void {
  for (const key of Object.keys(value)) {
    if (!names.includes(key)) refuseStranger({ ...cursor, value: key }, { names, what });
  }
}

/** Report a name that names nothing in the network; the cursor holds the name. */
export function refuseStranger(
  cursor: Cursor,
  { names, what }: { names: readonly string[]; what: string },
): void {
  const allowed = names.length === 0 ? "left out, as there is none" : listChoices(names);
  const name = quote(String(cursor.value));
  cursor.report.refuse(
    cursor.path,
    `${cursor.path} names ${name}, which is not ${what} of this network; it must be ${allowed}.`,
  );
}
