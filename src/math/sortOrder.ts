/**
 * Sort a permutation so that keys rise along it, equal keys by rising index: a natural merge sort, O(N) when the
 * permutation is nearly right already and O(N log N) at worst.
 *
 * @param keys N numbers, none of them NaN.
 * @param order a permutation of 0..N-1, sorted in place.
 */
export function sortOrder(keys: Float64Array, order: Int32Array): void {
  const runs = findRuns(keys, order);
  let from = order;
  let to = runs.length > 2 ? new Int32Array(order.length) : order;
  let ends = runs;
  while (ends.length > 2) {
    const merged: number[] = [0];
    for (let run = 0; run + 1 < ends.length; run += 2) {
      const middle = ends[run + 1]!;
      const end = ends[run + 2] ?? middle;
      mergeRuns({ keys, from, to }, { start: ends[run]!, middle, end });
      merged.push(end);
    }
    ends = merged;
    [from, to] = [to, from];
  }
  if (from !== order) order.set(from);
}

interface Merge {
  readonly keys: Float64Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** Where ascending stretches begin, and the end of the last. */
function findRuns(keys: Float64Array, order: Int32Array): number[] {
  const starts = [0];
  for (let place = 1; place < order.length; place += 1)
    if (isBefore(keys, order[place]!, order[place - 1]!)) starts.push(place);
  if (order.length > 0) starts.push(order.length);
  return starts;
}

/** Two neighbouring runs: places start..middle-1 and middle..end-1. */
interface Pair {
  readonly start: number;
  readonly middle: number;
  readonly end: number;
}

function mergeRuns({ keys, from, to }: Merge, { start, middle, end }: Pair): void {
  let left = start;
  let right = middle;
  for (let place = start; place < end; place += 1) {
    const takesRight =
      right < end && (left === middle || isBefore(keys, from[right]!, from[left]!));
    to[place] = takesRight ? from[right]! : from[left]!;
    if (takesRight) right += 1;
    else left += 1;
  }
}

function isBefore(keys: Float64Array, first: number, second: number): boolean {
  const difference = keys[first]! - keys[second]!;
  return difference < 0 || (difference === 0 && first < second);
}
