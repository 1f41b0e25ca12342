import { bisectLeft, bisectRight } from "d3-array";

/** Samples of a run in the order of time; only entries [start, end) count. */
export interface SeriesSource {
  /** tau, rising. */
  readonly time: Float64Array;
  readonly start: number;
  readonly end: number;
  /** Value of sample i. */
  read(index: number): number;
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
 * One sample beyond either end is kept, so that the curve reaches the edges. Nothing is allocated.
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
  const scale = columns / (to - from);
  let index = first;
  while (index < last) index = visitColumn(source, { index, last, from, scale }, visit);
}

interface ColumnCursor {
  readonly index: number;
  readonly last: number;
  readonly from: number;
  /** Columns a tau. */
  readonly scale: number;
}

function visitColumn(
  source: SeriesSource,
  { index, last, from, scale }: ColumnCursor,
  visit: (index: number) => void,
): number {
  const { time } = source;
  const column = Math.floor(((time[index] ?? 0) - from) * scale);
  const edge = from + (column + 1) / scale;
  let least = index;
  let greatest = index;
  let leastValue = source.read(index);
  let greatestValue = leastValue;
  let next = index + 1;
  while (next < last && (time[next] ?? 0) < edge) {
    const value = source.read(next);
    if (value < leastValue) {
      leastValue = value;
      least = next;
    } else if (value > greatestValue) {
      greatestValue = value;
      greatest = next;
    }
    next += 1;
  }
  visit(index);
  const early = Math.min(least, greatest);
  const late = Math.max(least, greatest);
  if (early > index) visit(early);
  if (late > early && late > index) visit(late);
  if (next - 1 > late) visit(next - 1);
  return next;
}
