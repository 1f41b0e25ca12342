import { describe, expect, it } from "vitest";
import { ByteReader } from "../../../src/share/bytes/ByteReader.ts";
import { ByteWriter } from "../../../src/share/bytes/ByteWriter.ts";
import { readColumn, writeColumn } from "../../../src/share/packing/columns.ts";
import { findDecimals } from "../../../src/share/packing/decimals.ts";
import { packPatch } from "../../../src/share/packing/pack.ts";
import { TAGS } from "../../../src/share/packing/tags.ts";
import { unpackPatch } from "../../../src/share/packing/unpack.ts";

const WORDS = ["kind", "explicit"];

function pack(value: unknown): Uint8Array {
  return packPatch({ kind: "set", value }, WORDS);
}

function unpack(...bytes: readonly number[]): unknown {
  return unpackPatch(Uint8Array.from(bytes), WORDS);
}

function columnOf(values: readonly number[]): Uint8Array {
  const writer = new ByteWriter();
  writeColumn(writer, values);
  return writer.finish();
}

describe("decimals", () => {
  it.each([
    [[1, -2, 0], 0],
    [[0.5, 0.25], 2],
    [[0.1, 0.2, 0.123456], 6],
    [[1e-6], 6],
  ])("write %j with %d digits", (values, digits) => {
    expect(findDecimals(values)?.digits).toBe(digits);
  });

  it.each([[1 / 3], [0.1 + 0.2], [1e-7], [1e15], [Number.NaN], [Number.POSITIVE_INFINITY]])(
    "cannot write %d",
    (value) => {
      expect(findDecimals([1, value])).toBeNull();
    },
  );
});

describe("a column", () => {
  const ramp = Array.from({ length: 100 }, (_, index) => (index - 50) / 8);
  const parabola = Array.from({ length: 100 }, (_, index) => (0.15 * index * index + 25) / 100);
  const rounded = parabola.map((value) => Number(value.toFixed(4)));
  const spread = Array.from({ length: 100 }, (_, index) => ((index * 7919) % 1024) / 1000);

  it.each([
    ["one number for all", new Array(1000).fill(0.125), 5],
    ["one odd double for all", new Array(1000).fill(1 / 3), 11],
    ["an even grid", ramp, 8],
    ["a sampled curve", rounded, 9],
    ["few numbers that come often", ramp.map((_, index) => (index % 3 === 0 ? 1 / 3 : -0)), 32],
    ["typed numbers", spread, 129],
    ["computed numbers", ramp.map(Math.sin), 801],
    ["one number", [0.4], 3],
    ["two numbers", [0.4, 1 / 3], 17],
    ["far apart", [0, 2 ** 42 - 1, -(2 ** 42) + 1, 2 ** 42 - 1], 40],
  ])("of %s is exact and short", (_, values, bytes) => {
    const column = columnOf(values);
    expect(readColumn(new ByteReader(column), values.length)).toEqual(values);
    expect(column.length).toBeLessThanOrEqual(bytes);
  });

  it("takes the layout that suits it, written as a number that must never change", () => {
    const layouts = [spread, ramp, rounded, [3, 1e6, 3, 3, 1e6, 3], [1 / 3, 0.2]].map(columnOf);
    expect(layouts.map(([code = 0]) => [Math.floor(code / 8), code % 8])).toEqual([
      [0, 3],
      [1, 3],
      [2, 4],
      [3, 0],
      [0, 7],
    ]);
  });

  it.each([
    ["an unknown layout", [32, 0, 0]],
    ["steps between doubles", [15, 0, 0, 0]],
    ["bends of too few", [16, 0, 0, 0]],
    ["a width beyond doubles", [0, 0, 46, 0, 0, 0, 0, 0, 0]],
    ["doubles that are not there", [7, 0, 0]],
    ["bits that are not there", [0, 0, 40, 0]],
  ])("with %s is refused", (_, bytes) => {
    expect(() => readColumn(new ByteReader(Uint8Array.from(bytes)), 2)).toThrow();
  });

  it("with an impossible palette is refused", () => {
    const read = (bytes: readonly number[]) => () =>
      readColumn(new ByteReader(Uint8Array.from(bytes)), 3);
    expect(read([24, 0, 0, 0])).toThrow(/palette/);
    expect(read([24, 4, 0, 0, 0, 0])).toThrow(/palette/);
    // Three entries take two bits, which can also name a fourth.
    expect(read([24, 3, 0, 0, 255])).toThrow(/does not have/);
  });
});

describe("packing", () => {
  it.each([
    [null],
    [true],
    [false],
    [0],
    [63],
    [64],
    [-1],
    [0.125],
    [1 / 3],
    ["kind"],
    ["other"],
    [""],
    [[]],
    [{}],
    [[[]]],
    [[[], []]],
    [[1, 2, 3, 4, 5, 6, 7, 8]],
    [
      [
        [0, [-1]],
        [5, [1.5]],
      ],
    ],
    [[[1, 2], [3]]],
    [[[1], ["explicit"]]],
    [[1, null]],
    [{ kind: "explicit", deep: { list: [{ a: [0.1, 0.2] }, {}], none: null } }],
  ])("brings %j back", (value) => {
    expect(unpackPatch(pack(value), WORDS)).toStrictEqual({ kind: "set", value });
  });

  it("takes the sign from zero, as the readers of documents do", () => {
    expect(pack(-0)).toEqual(pack(0));
    expect(pack([-0, 0, 1])).toEqual(pack([0, 0, 1]));
  });

  it("brings a patch back", () => {
    const patch = {
      kind: "merge",
      entries: [
        ["a", { kind: "set", value: { kind: 1 } }],
        ["kind", { kind: "merge", entries: [["0", { kind: "set", value: [1, 2] }]] }],
      ],
    } as const;
    expect(unpackPatch(packPatch(patch, WORDS), WORDS)).toStrictEqual(patch);
  });

  it("spells words and small numbers in one byte", () => {
    expect([...pack("explicit")]).toEqual([97]);
    expect([...pack({ kind: 5 })]).toEqual([TAGS.object, 1, 96, 37]);
  });

  it("leaves out what is undefined and sorts keys", () => {
    expect(pack({ kind: 1, a: undefined, b: 2 })).toEqual(pack({ b: 2, kind: 1 }));
  });

  it("makes homogeneous rows cost nothing a row", () => {
    const rows = (count: number) => Array.from({ length: count }, () => [0.4, 1 / 3, [1]]);
    expect(pack(rows(10_000)).length - pack(rows(100)).length).toBe(1);
  });

  it.each([
    [() => undefined, /a function is not data/],
    [{ __proto__x: 1n }, /a bigint is not data/],
    [Number.NaN, /the number NaN is not finite/],
    [{ list: [1, Number.POSITIVE_INFINITY] }, /not finite/],
    [{ constructor: 1 }, /the name "constructor" is reserved/],
    [JSON.parse('{"__proto__": 1}'), /the name "__proto__" is reserved/],
    [{ prototype: 1 }, /reserved/],
    [new Array(200_000).fill(1), /more than 200000 numbers/],
    [nest(24), /nested too deeply/],
  ])("refuses %o", (value, message) => {
    expect(() => pack(value)).toThrow(message);
  });
});

/** Objects inside each other. */
function nest(depth: number): unknown {
  return depth === 0 ? null : { inner: nest(depth - 1) };
}

describe("unpacking", () => {
  const { list, object, table, merge } = TAGS;

  it("accepts the deepest that packing writes", () => {
    const value = nest(23);
    expect(unpackPatch(pack(value), WORDS)).toStrictEqual({ kind: "set", value });
  });

  it.each([
    ["nothing", [], /too early/],
    ["an unknown tag", [9], /word that is not known/],
    ["a word beyond the vocabulary", [98], /word that is not known/],
    ["something after the end", [TAGS.null, TAGS.null], /follows its end/],
    ["a list without its elements", [list, 200], /too early/],
    ["an object without its keys", [object, 5, 96], /too early/],
    ["a key that is not a text", [object, 1, TAGS.null, TAGS.null], /word that is not known/],
    ["lists inside lists for ever", new Array(100).fill([list, 1]).flat(), /too deeply/],
    ["patches inside patches for ever", new Array(100).fill([merge, 1, 96]).flat(), /too deeply/],
    ["an empty table", [table, 0, 0], /table is empty/],
    ["a table of more numbers than are allowed", [table, 0xc0, 0x9a, 0x0c, 0, 0, 0, 0], /too many/],
    ["a row that is too wide", [table, 1, 66], /too wide/],
    ["a shape inside shapes for ever", [table, 1, ...new Array(50).fill(2)], /too deeply/],
    [
      "a name that every object has",
      [object, 1, TAGS.text, 9, ...[..."__proto__"].map((letter) => letter.charCodeAt(0)), 0],
      /reserved/,
    ],
  ])("refuses %s", (_, bytes, message) => {
    expect(() => unpack(...bytes)).toThrow(message);
  });

  it("counts the rows of many tables together", () => {
    // 40,000 rows of one constant column each, six times: 240,000 numbers from 50 bytes.
    const rows = [table, 0xc0, 0xb8, 0x02, 0, 0, 0, 0];
    expect(() => unpack(list, 6, ...new Array(6).fill(rows).flat())).toThrow(/too many/);
  });
});
