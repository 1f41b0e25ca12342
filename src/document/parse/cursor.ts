import type { Report } from "./report.ts";
import { describeValue, listChoices, quote } from "./words.ts";

/** A value of unknown shape, where it stands, and where to say what is wrong with it. */
export interface Cursor {
  readonly value: unknown;
  /** Empty for the document itself. */
  readonly path: string;
  readonly report: Report;
}

/** A cursor on something that is surely an object. */
export interface ObjectCursor extends Cursor {
  readonly value: Readonly<Record<string, unknown>>;
}

/** Which numbers are allowed. Bounds are included unless `above` is used. */
export interface NumberRule {
  readonly min?: number;
  /** Lower bound that is itself not allowed. */
  readonly above?: number;
  readonly max?: number;
  /** Upper bound that is itself not allowed. */
  readonly below?: number;
  readonly whole?: boolean;
  /** Why, added to the sentence, e.g. "(Dale's law)". */
  readonly because?: string;
}

/** Names that every object of the language answers to: never the key of a table. */
const INHERITED: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

/** Tell a plain object from lists and null. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Tell a name that can safely be the key of a table. */
export function isSafeKey(name: string): boolean {
  return !INHERITED.has(name);
}

/** Say that the value at the cursor is not what is allowed there. */
export function refuse(cursor: Cursor, allowed: string): void {
  const name = cursor.path === "" ? "The document" : cursor.path;
  const found = cursor.value === undefined ? "missing" : describeValue(cursor.value);
  cursor.report.refuse(cursor.path, `${name} is ${found}; it must be ${allowed}.`);
}

/** Step into a field. */
export function child(parent: ObjectCursor, key: string): Cursor {
  const value = Object.hasOwn(parent.value, key) ? parent.value[key] : undefined;
  return { value, path: joinPath(parent.path, key), report: parent.report };
}

/** Step into an element of a list. */
export function item(parent: Cursor, value: unknown, index: number): Cursor {
  return { value, path: `${parent.path}[${index}]`, report: parent.report };
}

/** Tell whether a field is there at all. */
export function has(parent: ObjectCursor, key: string): boolean {
  return Object.hasOwn(parent.value, key) && parent.value[key] !== undefined;
}

function joinPath(path: string, key: string): string {
  const plain = /^[A-Za-z_][\w-]{0,39}$/.test(key);
  if (!plain) return `${path}[${quote(key)}]`;
  return path === "" ? key : `${path}.${key}`;
}

/**
 * Take the cursor as an object; fields that are not in `known` are warned about by name.
 *
 * @returns null after a problem was reported.
 */
export function readObject(
  cursor: Cursor,
  known: readonly string[],
  allowed: string = "an object",
): ObjectCursor | null {
  const object = readTable(cursor, allowed);
  if (object === null) return null;
  for (const key of Object.keys(object.value)) {
    if (known.includes(key)) continue;
    cursor.report.warn(`${joinPath(cursor.path, key)} is not a known field and is ignored.`);
  }
  return object;
}

/** Take the cursor as an object whose keys are names. */
export function readTable(cursor: Cursor, allowed: string = "an object"): ObjectCursor | null {
  if (isObject(cursor.value)) return { ...cursor, value: cursor.value };
  refuse(cursor, allowed);
  return null;
}

/** Take the cursor as a list of at most `most` elements. */
export function readList(cursor: Cursor, allowed: string, most: number): readonly unknown[] | null {
  if (!Array.isArray(cursor.value)) {
    refuse(cursor, allowed);
    return null;
  }
  if (cursor.value.length <= most) return cursor.value;
  refuse(cursor, `a list of at most ${most}`);
  return null;
}

/** Take the cursor as a number; a missing one becomes `fallback` where that is given. */
export function readNumber(cursor: Cursor, rule: NumberRule, fallback?: number): number {
  const { value } = cursor;
  if (value === undefined && fallback !== undefined) return fallback;
  // Adding 0 turns -0 into 0, which a file cannot tell apart.
  if (isAllowed(value, rule)) return value + 0;
  refuse(cursor, describeRule(rule));
  return fallback ?? rule.min ?? 0;
}

/** Tell a number that a rule allows. */
export function isAllowed(value: unknown, rule: NumberRule): value is number {
  if (typeof value !== "number" || !Number.isFinite(value)) return false;
  if (rule.whole === true && !Number.isSafeInteger(value)) return false;
  const { min = -Infinity, above = -Infinity, max = Infinity, below = Infinity } = rule;
  return value >= min && value > above && value <= max && value < below;
}

function describeRule(rule: NumberRule): string {
  if (rule.min !== undefined && rule.min === rule.max) return `${rule.min}`;
  const noun = rule.whole === true ? "a whole number" : "a number";
  return [noun, describeBounds(rule), rule.because ?? ""].filter((part) => part !== "").join(" ");
}

function describeBounds({ min, above, max, below }: NumberRule): string {
  if (min !== undefined && max !== undefined) return `from ${min} to ${max}`;
  const parts = [
    above !== undefined && `above ${above}`,
    min !== undefined && `of ${min} or more`,
    max !== undefined && (above === undefined ? `of ${max} or less` : `at most ${max}`),
    below !== undefined && `below ${below}`,
  ];
  return parts.filter((part) => part !== false).join(" and ");
}

/** Take the cursor as one of some words; a missing one becomes `fallback` where that is given. */
export function readChoice<const Choice extends string>(
  cursor: Cursor,
  choices: readonly [Choice, ...Choice[]],
  fallback?: Choice,
): Choice | null {
  if (cursor.value === undefined && fallback !== undefined) return fallback;
  const found = choices.find((choice) => choice === cursor.value);
  if (found !== undefined) return found;
  refuse(cursor, listChoices(choices));
  return null;
}

/** Take the cursor as text of at most `most` characters. */
export function readText(cursor: Cursor, most: number, fallback?: string): string {
  if (cursor.value === undefined && fallback !== undefined) return fallback;
  if (typeof cursor.value === "string" && cursor.value.length <= most) return cursor.value;
  refuse(cursor, `text of at most ${most} characters`);
  return fallback ?? "";
}
