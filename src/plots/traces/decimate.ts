import { bisectLeft, bisectRight } from "d3-array";

/** Samples of a run in the order of time, as columns of a shared array; only entries [start, end) count. */
export interface SeriesSource {
  /** tau, rising. */
  readonly time: Float64Array;
  readonly start: number;
  readonly end: number;
  readonly values: Float64Array;
  /** Numbers a sample in `values`. */
  readonly stride: number;
  /** Columns that add up to the series. */
  readonly columns: readonly number[];
  /** 1 or -1. */
  readonly sign: 1 | -1;
}

/** The value of sample i: the sum of its columns, with the sign. */
export function readSample({ values, stride, columns, sign }: SeriesSource, index: number): number {
  let sum = 0;
  for (const column of columns) sum += values[index * stride + column] ?? 0;
  return sign * sum;
}

/** Where the least and the greatest value are; reused from column to column. */
interface Extremes {
  least: number;
  greatest: number;
}

/** Find the first least and the first greatest sample of a stretch that is not empty. */
function findExtremes(
  source: SeriesSource,
  { from, to }: { readonly from: number; readonly to: number },
  found: Extremes,
): void {
  const { values, stride, columns, sign } = source;
  const [only = 0] = columns;
  const isPlain = columns.length === 1;
  let least = from;
  let greatest = from;
  let leastValue = readSample(source, from);
  let greatestValue = leastValue;
  for (let index = from + 1; index < to; index += 1) {
    // Nearly all series are one column: this loop is what a long run costs.
    const value = isPlain ? sign * (values[index * stride + only] ?? 0) : readSample(source, index);
    if (value < leastValue) {
      leastValue = value;
      least = index;
    } else if (value > greatestValue) {
      greatestValue = value;
      greatest = index;
    }
  }
  found.least = least;
  found.greatest = greatest;
}

/** Least and greatest value in a stretch of time, ends included; null without samples. */
export function extentOf(
  source: SeriesSource,
  { from, to }: { readonly from: number; readonly to: number },
): readonly [number, number] | null {
  const { time, start, end } = source;
  const first = bisectLeft(time, from, start, end);
  const last = bisectRight(time, to, start, end);
  if (first >= last) return null;
  const found = { least: 0, greatest: 0 };
  findExtremes(source, { from: first, to: last }, found);
  return [readSample(source, found.least), readSample(source, found.greatest)];
}

/** The part of the time axis to visit, cut into `columns` equal columns (pixels). */
export interface ColumnOptions {
  readonly from: number;
  readonly to: number;
  readonly columns: number;
}

/**
 * Visit the samples that draw a curve exactly at `columns` columns: of each column the first, the least, the
 * greatest and the last, in the order of time, so that no extreme is lost. With few samples all are visited.
 * One sample beyond either end is kept, so that the curve reaches the edges.
 *
 * @param visit called with sample indices.
 */
export function visitColumns(
  source: SeriesSource,
  { from, to, columns }: ColumnOptions,
  visit: (index: number) => void,
): void {
  const { time, start, end } = source;
  const first = Math.max(start, bisectRight(time, from, start, end) - 1);
  const last = Math.min(end, bisectLeft(time, to, start, end) + 1);
  if (last - first <= 2 * columns) {
    for (let index = first; index < last; index += 1) visit(index);
    return;
  }
  const width = (to - from) / columns;
  const found = { least: 0, greatest: 0 };
  let index = first;
  while (index < last) {
    const column = Math.floor(((time[index] ?? 0) - from) / width);
    const edge = from + (column + 1) * width;
    let next = index + 1;
    while (next < last && (time[next] ?? edge) < edge) next += 1;
    findExtremes(source, { from: index, to: next }, found);
    visitInOrder(index, next - 1, { found, visit });
    index = next;
  }
}

/** Visit both ends of a column and its extremes between them, each once. */
function visitInOrder(
  first: number,
  last: number,
  { found, visit }: { readonly found: Extremes; readonly visit: (index: number) => void },
): void {
  const early = Math.min(found.least, found.greatest);
  const late = Math.max(found.least, found.greatest);
  visit(first);
  if (early > first) visit(early);
  if (late > Math.max(first, early)) visit(late);
  if (last > Math.max(first, late)) visit(last);
}
