import { ByteReader } from "../bytes/ByteReader.ts";
import { LINK_LIMITS } from "../limits.ts";
import { demand } from "../linkFault.ts";
import type { Patch } from "../patch.ts";
import { readColumn } from "./columns.ts";
import { fromDecimal, MOST_DIGITS } from "./decimals.ts";
import { isSafeKey } from "./safeKeys.ts";
import { build, countNodes, countNumbers, readShape } from "./shapes.ts";
import { DECIMAL, SMALL, SMALL_LIMIT, TAGS, WORD } from "./tags.ts";

/**
 * Read what `packPatch` wrote, from bytes that anybody may have made: every length is checked against what is left
 * or against a budget before anything is allocated.
 *
 * @param words the vocabulary of the link's version.
 * @throws LinkFault when the bytes are not a patch.
 */
export function unpackPatch(bytes: Uint8Array, words: readonly string[]): Patch {
  const unpacker = new Unpacker(bytes, words);
  const patch = unpacker.patch(0);
  demand(unpacker.isAtEnd, "something follows its end");
  return patch;
}

class Unpacker {
  readonly #reader: ByteReader;
  readonly #words: readonly string[];
  #nodes = 0;

  constructor(bytes: Uint8Array, words: readonly string[]) {
    this.#reader = new ByteReader(bytes);
    this.#words = words;
  }

  get isAtEnd(): boolean {
    return this.#reader.left === 0;
  }

  patch(depth: number): Patch {
    const tag = this.#reader.byte();
    if (tag !== TAGS.merge) return { kind: "set", value: this.#value(tag, depth) };
    this.#enter(1, depth);
    return { kind: "merge", entries: this.#entries(() => this.patch(depth + 1)) };
  }

  #value(tag: number, depth: number): unknown {
    this.#enter(1, depth);
    switch (tag) {
      case TAGS.null:
        return null;
      case TAGS.false:
        return false;
      case TAGS.true:
        return true;
      case TAGS.double:
        return this.#reader.float();
      case TAGS.list:
        return this.#list(depth);
      case TAGS.object:
        return Object.fromEntries(this.#entries(() => this.#value(this.#reader.byte(), depth + 1)));
      case TAGS.table:
        return this.#table(depth);
      default:
        return this.#number(tag) ?? this.#text(tag);
    }
  }

  #number(tag: number): number | null {
    if (tag >= SMALL && tag < SMALL + SMALL_LIMIT) return tag - SMALL;
    if (tag < DECIMAL || tag > DECIMAL + MOST_DIGITS) return null;
    return fromDecimal(this.#reader.integer(), tag - DECIMAL);
  }

  #text(tag: number): string {
    if (tag === TAGS.text) return this.#reader.text();
    const word = this.#words[tag - WORD];
    demand(word !== undefined, "it holds a word that is not known");
    return word;
  }

  #entries<Value>(readValue: () => Value): readonly (readonly [string, Value])[] {
    const keys = Array.from({ length: this.#length() }, () => this.#text(this.#reader.byte()));
    demand(keys.every(isSafeKey), "it holds a name that is reserved by programs");
    return keys.map((key) => [key, readValue()] as const);
  }

  #list(depth: number): readonly unknown[] {
    return Array.from({ length: this.#length() }, () =>
      this.#value(this.#reader.byte(), depth + 1),
    );
  }

  /** Every element takes a byte at least. */
  #length(): number {
    const length = this.#reader.count();
    demand(length <= this.#reader.left, "it ends too early");
    return length;
  }

  #table(depth: number): readonly unknown[] {
    const length = this.#reader.count();
    demand(length > 0, "a table is empty");
    const shape = readShape(this.#reader, LINK_LIMITS.depth - depth);
    this.#enter(length * countNodes(shape), depth);
    const columns = Array.from({ length: countNumbers(shape) }, () =>
      readColumn(this.#reader, length),
    );
    return Array.from({ length }, (_, row) => {
      let column = 0;
      return build(shape, () => {
        const number = columns[column]?.[row];
        demand(number !== undefined, "a column is too short");
        column += 1;
        return number;
      });
    });
  }

  #enter(nodes: number, depth: number): void {
    this.#nodes += nodes;
    demand(this.#nodes <= LINK_LIMITS.nodes, "it has too many numbers");
    demand(depth < LINK_LIMITS.depth, "it is nested too deeply");
  }
}
