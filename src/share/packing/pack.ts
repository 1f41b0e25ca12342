import { ByteWriter } from "../bytes/ByteWriter.ts";
import { LINK_LIMITS } from "../limits.ts";
import { demand } from "../linkFault.ts";
import { isPlainObject, type Patch } from "../patch.ts";
import { writeColumn } from "./columns.ts";
import { findDecimals } from "./decimals.ts";
import { isSafeKey } from "./safeKeys.ts";
import {
  countNodes,
  countNumbers,
  findShape,
  flatten,
  isSameShape,
  type Shape,
  writeShape,
} from "./shapes.ts";
import { DECIMAL, SMALL, SMALL_LIMIT, TAGS, WORD } from "./tags.ts";

/** Up to here both forms of a list of numbers are tried; longer ones are always shorter as columns. */
const SHORT_LIST = 6;

/**
 * Write a patch as bytes: keys and common words as one byte, lists of equal rows column by column.
 *
 * @param words the vocabulary of the link's version.
 * @throws LinkFault when the patch holds what a link cannot carry.
 */
export function packPatch(patch: Patch, words: readonly string[]): Uint8Array {
  const packer = new Packer(new Map(words.map((word, place) => [word, place])));
  packer.patch(patch, 0);
  return packer.writer.finish();
}

class Packer {
  readonly writer: ByteWriter;
  readonly #places: ReadonlyMap<string, number>;
  #nodes = 0;

  constructor(places: ReadonlyMap<string, number>) {
    this.writer = new ByteWriter();
    this.#places = places;
  }

  patch(patch: Patch, depth: number): void {
    if (patch.kind === "set") {
      this.#value(patch.value, depth);
      return;
    }
    this.#enter(1, depth);
    this.writer.byte(TAGS.merge);
    this.writer.count(patch.entries.length);
    for (const [key] of patch.entries) this.#key(key);
    for (const [, change] of patch.entries) this.patch(change, depth + 1);
  }

  #value(value: unknown, depth: number): void {
    if (Array.isArray(value)) {
      this.#rows(value, depth);
    } else if (isPlainObject(value)) {
      this.#object(value, depth);
    } else {
      this.#enter(1, depth);
      this.#scalar(value);
    }
  }

  #scalar(value: unknown): void {
    if (value === null) this.writer.byte(TAGS.null);
    else if (typeof value === "boolean") this.writer.byte(value ? TAGS.true : TAGS.false);
    else if (typeof value === "number") this.#number(value);
    else {
      demand(typeof value === "string", `a ${typeof value} is not data`);
      this.#text(value);
    }
  }

  #number(value: number): void {
    const decimal = findDecimals([value]);
    const whole = decimal?.whole[0];
    if (decimal === null || whole === undefined) {
      this.writer.byte(TAGS.double);
      this.writer.float(value);
    } else if (decimal.digits === 0 && whole >= 0 && whole < SMALL_LIMIT) {
      this.writer.byte(SMALL + whole);
    } else {
      this.writer.byte(DECIMAL + decimal.digits);
      this.writer.integer(whole);
    }
  }

  #text(value: string): void {
    const place = this.#places.get(value);
    if (place !== undefined) {
      this.writer.byte(WORD + place);
      return;
    }
    this.writer.byte(TAGS.text);
    this.writer.text(value);
  }

  #key(key: string): void {
    demand(isSafeKey(key), `the name "${key}" is reserved by programs`);
    this.#text(key);
  }

  #object(value: Readonly<Record<string, unknown>>, depth: number): void {
    const keys = Object.keys(value)
      .filter((key) => value[key] !== undefined)
      .sort();
    this.#enter(1, depth);
    this.writer.byte(TAGS.object);
    this.writer.count(keys.length);
    // All keys before all values: the same keys in a row are what the deflater recognises.
    for (const key of keys) this.#key(key);
    for (const key of keys) this.#value(value[key], depth + 1);
  }

  #rows(rows: readonly unknown[], depth: number): void {
    const shape = findRowShape(rows);
    if (shape === null) this.#list(rows, depth);
    else if (rows.length > SHORT_LIST || this.#isShorterAsTable(rows, shape, depth)) {
      this.#table(rows, shape, depth);
    } else this.#list(rows, depth);
  }

  #isShorterAsTable(rows: readonly unknown[], shape: Shape, depth: number): boolean {
    const asTable = new Packer(this.#places);
    asTable.#table(rows, shape, depth);
    const asList = new Packer(this.#places);
    asList.#list(rows, depth);
    return asTable.writer.length < asList.writer.length;
  }

  #list(rows: readonly unknown[], depth: number): void {
    this.#enter(1, depth);
    this.writer.byte(TAGS.list);
    this.writer.count(rows.length);
    for (const row of rows) this.#value(row, depth + 1);
  }

  #table(rows: readonly unknown[], shape: Shape, depth: number): void {
    this.#enter(1 + rows.length * countNodes(shape), depth);
    this.writer.byte(TAGS.table);
    this.writer.count(rows.length);
    writeShape(this.writer, shape);
    const flat = rows.map(flatten);
    const columns = countNumbers(shape);
    for (let column = 0; column < columns; column += 1) {
      writeColumn(
        this.writer,
        flat.map((row) => row[column] ?? 0),
      );
    }
  }

  #enter(nodes: number, depth: number): void {
    this.#nodes += nodes;
    demand(this.#nodes <= LINK_LIMITS.nodes, `it has more than ${LINK_LIMITS.nodes} numbers`);
    demand(depth < LINK_LIMITS.depth, "it is nested too deeply");
  }
}

/** The shape of all rows, or null when they differ or hold more than numbers. */
function findRowShape(rows: readonly unknown[]): Shape | null {
  if (rows.length === 0) return null;
  const shape = findShape(rows[0]);
  if (shape === null) return null;
  const isTable = rows.every((row) => {
    const other = findShape(row);
    return other !== null && isSameShape(other, shape);
  });
  return isTable ? shape : null;
}
