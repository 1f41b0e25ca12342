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

/** A stretch of samples [from, to) and where in it the least and the greatest value are; reused from column to column. */
interface Stretch {
  from: number;
  to: number;
  least: number;
  greatest: number;
}

/** Take the samples from `from` (not beyond `last`) up to a time into the stretch, at least one, and find its extremes. */
function takeUntil(
  source: SeriesSource,
  { edge, last }: { readonly edge: number; readonly last: number },
  found: Stretch,
): void {
  const { time, values, stride, columns, sign } = source;
  const [only = 0] = columns;
  const isPlain = columns.length === 1;
  const first = found.from;
  let least = first;
  let greatest = first;
  let leastValue = readSample(source, first);
  let greatestValue = leastValue;
  let index = first + 1;
  for (; index < last && (time[index] ?? edge) < edge; index += 1) {
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
  found.to = index;
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
  const found: Stretch = { from: first, to: last, least: first, greatest: first };
  takeUntil(source, { edge: Number.POSITIVE_INFINITY, last }, found);
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
  const found: Stretch = { from: first, to: first, least: first, greatest: first };
  const limit = { edge: from, last };
  while (found.from < last) {
    const column = Math.floor(((time[found.from] ?? 0) - from) / width);
    limit.edge = from + (column + 1) * width;
    takeUntil(source, limit, found);
    visitInOrder(found, visit);
    found.from = found.to;
  }
}

/** Visit both ends of a column and its extremes between them, each once. */
function visitInOrder(
  { from, to, least, greatest }: Stretch,
  visit: (index: number) => void,
): void {
  const early = Math.min(least, greatest);
  const late = Math.max(least, greatest);
  visit(from);
  if (early > from) visit(early);
  if (late > Math.max(from, early)) visit(late);
  if (to - 1 > Math.max(from, late)) visit(to - 1);
}
