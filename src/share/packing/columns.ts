import type { ByteReader } from "../bytes/ByteReader.ts";
import { ByteWriter } from "../bytes/ByteWriter.ts";
import { demand } from "../linkFault.ts";
import { findDecimals, fromDecimal, MOST_DIGITS } from "./decimals.ts";

/**
 * How a column is laid out: one number after the other, the steps between them (even grids), the steps between the
 * steps (sampled curves), or few numbers that come often. Links hold the place in this list.
 */
const LAYOUTS = ["plain", "steps", "bends", "palette"] as const;
type Layout = (typeof LAYOUTS)[number];

/** Stands for full doubles where `digits` would stand. */
const DOUBLES = MOST_DIGITS + 1;

const WIDTH_LIMIT = 45;

/**
 * Write the same field of many rows in the shortest of its layouts. Equal numbers and equal steps cost nothing a
 * row; numbers typed in steps of 0.001 cost the bits of their range.
 */
export function writeColumn(writer: ByteWriter, values: readonly number[]): void {
  const decimals = findDecimals(values);
  const digits = decimals?.digits ?? DOUBLES;
  const numbers = decimals?.whole ?? values;
  const candidates = LAYOUTS.filter((layout) => canUse(layout, digits, numbers.length)).map(
    (layout) => {
      const candidate = new ByteWriter();
      candidate.byte(LAYOUTS.indexOf(layout) * 8 + digits);
      WRITERS[layout](candidate, numbers, digits);
      return candidate;
    },
  );
  writer.append(candidates.reduce((best, next) => (next.length < best.length ? next : best)));
}

/** Read a column of `length` numbers. */
export function readColumn(reader: ByteReader, length: number): readonly number[] {
  const code = reader.byte();
  const digits = code % 8;
  const layout = LAYOUTS[Math.floor(code / 8)];
  demand(layout !== undefined && canUse(layout, digits, length), "a column is unknown");
  const numbers = READERS[layout](reader, length, digits);
  return digits === DOUBLES ? numbers : numbers.map((whole) => fromDecimal(whole, digits));
}

function canUse(layout: Layout, digits: number, length: number): boolean {
  switch (layout) {
    case "plain":
      return true;
    case "steps":
      return digits !== DOUBLES && length > 1;
    case "bends":
      return digits !== DOUBLES && length > 2;
    case "palette":
      return length > 2;
  }
}

type ColumnWriter = (writer: ByteWriter, numbers: readonly number[], digits: number) => void;
type ColumnReader = (reader: ByteReader, length: number, digits: number) => readonly number[];

const WRITERS: Readonly<Record<Layout, ColumnWriter>> = {
  plain: writePlain,
  steps: (writer, numbers, digits) => {
    const [first = 0] = numbers;
    writer.integer(first);
    writePlain(writer, findSteps(numbers), digits);
  },
  bends: (writer, numbers, digits) => {
    const [first = 0] = numbers;
    writer.integer(first);
    WRITERS.steps(writer, findSteps(numbers), digits);
  },
  palette: (writer, numbers, digits) => {
    // By text, as a map takes 0 and -0 for the same key.
    const palette = [...new Map(numbers.map((number) => [nameNumber(number), number])).values()];
    const places = new Map(palette.map((number, place) => [nameNumber(number), place]));
    writer.count(palette.length);
    writePlain(writer, palette, digits);
    const indices = numbers.map((number) => places.get(nameNumber(number)) ?? 0);
    writer.bits(indices, countBits(palette.length - 1));
  },
};

const READERS: Readonly<Record<Layout, ColumnReader>> = {
  plain: readPlain,
  steps: (reader, length, digits) =>
    addSteps(reader.integer(), readPlain(reader, length - 1, digits)),
  bends: (reader, length, digits) =>
    addSteps(reader.integer(), READERS.steps(reader, length - 1, digits)),
  palette: (reader, length, digits) => {
    const size = reader.count();
    demand(size > 0 && size <= length, "a column has an impossible palette");
    const palette = readPlain(reader, size, digits);
    return reader.bits(length, countBits(size - 1)).map((index) => {
      const number = palette[index];
      demand(number !== undefined, "a column names a number that it does not have");
      return number;
    });
  },
};

function findSteps(numbers: readonly number[]): readonly number[] {
  return numbers.slice(1).map((number, index) => number - (numbers[index] ?? 0));
}

function addSteps(first: number, steps: readonly number[]): readonly number[] {
  let number = first;
  return [
    first,
    ...steps.map((step) => {
      number += step;
      return number;
    }),
  ];
}

/** Doubles as they are; whole numbers as bits above the least of them. */
function writePlain(writer: ByteWriter, numbers: readonly number[], digits: number): void {
  if (digits === DOUBLES) {
    for (const number of numbers) writer.float(number);
    return;
  }
  const least = numbers.reduce((low, number) => Math.min(low, number), Number.POSITIVE_INFINITY);
  const most = numbers.reduce((high, number) => Math.max(high, number), least);
  const width = countBits(most - least);
  writer.integer(least);
  writer.byte(width);
  writer.bits(
    numbers.map((number) => number - least),
    width,
  );
}

function readPlain(reader: ByteReader, length: number, digits: number): readonly number[] {
  if (digits === DOUBLES) {
    demand(length * 8 <= reader.left, "it ends too early");
    return Array.from({ length }, () => reader.float());
  }
  const least = reader.integer();
  const width = reader.byte();
  demand(width <= WIDTH_LIMIT, "a column is too wide");
  return reader.bits(length, width).map((offset) => least + offset);
}

/** Bits that write every whole number from 0 to `most`. */
function countBits(most: number): number {
  let width = 0;
  // Counted rather than by Math.log2, whose last digit may differ between browsers.
  while (2 ** width <= most) width += 1;
  return width;
}

function nameNumber(number: number): string {
  return Object.is(number, -0) ? "-0" : String(number);
}
