/**
 * Upper envelope of lines as a chain of pieces, made to be rebuilt and searched without allocation: `piece` remembers
 * where the last search ended, and the next one gallops from there, so that a search costs O(log N) at worst and
 * next to nothing when little has changed.
 */
export class OwnerChain {
  /** Slope and height at 0 of each piece's line. */
  readonly slopes: Float64Array;
  readonly heights: Float64Array;
  /** Where each piece begins, minus infinity for the first; starts[count] is infinity. */
  readonly starts: Float64Array;
  /** Line that owns each piece. */
  readonly owners: Int32Array;
  count = 0;
  /** Where the last search ended. */
  piece = 0;

  /** @param capacity number of lines, >= 1. */
  constructor(capacity: number) {
    this.slopes = new Float64Array(capacity);
    this.heights = new Float64Array(capacity);
    this.starts = new Float64Array(capacity + 1);
    this.owners = new Int32Array(capacity);
  }

  /** Begin anew. */
  clear(): void {
    this.count = 0;
    this.piece = 0;
  }

  /** Add a line; slopes must not fall. Of equal lines the first stays, one that touches in a point owns nothing. */
  push(slope: number, height: number, owner: number): void {
    const { slopes, heights, starts } = this;
    let top = this.count - 1;
    let start = Number.NEGATIVE_INFINITY;
    if (top >= 0 && slopes[top]! === slope) {
      if (heights[top]! >= height) return;
      top -= 1;
    }
    while (top >= 0) {
      start = (heights[top]! - height) / (slope - slopes[top]!);
      if (start > starts[top]!) break;
      top -= 1;
      start = Number.NEGATIVE_INFINITY;
    }
    top += 1;
    slopes[top] = slope;
    heights[top] = height;
    starts[top] = start;
    this.owners[top] = owner;
    this.count = top + 1;
  }

  /** No more lines will come. */
  close(): void {
    this.starts[this.count] = Number.POSITIVE_INFINITY;
  }

  /** Move `piece` to the piece at a place; at a break to the one on its right. @returns it. */
  seek(at: number): number {
    const { starts, piece } = this;
    if (at >= starts[piece + 1]!) this.piece = this.#gallopRight(at, piece + 1);
    else if (at < starts[piece]!) this.piece = this.#gallopLeft(at, piece - 1);
    return this.piece;
  }

  /** Height of the envelope at a place. */
  valueAt(at: number): number {
    const piece = this.seek(at);
    return this.slopes[piece]! * at + this.heights[piece]!;
  }

  /** True when at a place a neighbour of the present piece comes within a distance of it. */
  isTiedAt(at: number, distance: number): boolean {
    const { starts, slopes, piece, count } = this;
    const before =
      piece > 0 ? (at - starts[piece]!) * (slopes[piece]! - slopes[piece - 1]!) : 2 * distance;
    if (before <= distance) return true;
    const next = piece + 1;
    return next < count && (starts[next]! - at) * (slopes[next]! - slopes[piece]!) <= distance;
  }

  #gallopRight(at: number, from: number): number {
    const { starts, count } = this;
    let low = from;
    let reach = 1;
    while (low + reach < count && at >= starts[low + reach]!) {
      low += reach;
      reach *= 2;
    }
    return this.#bisect(at, low, Math.min(low + reach, count));
  }

  #gallopLeft(at: number, from: number): number {
    const { starts } = this;
    let high = from + 1;
    let reach = 1;
    while (high - reach > 0 && at < starts[high - reach]!) {
      high -= reach;
      reach *= 2;
    }
    return this.#bisect(at, Math.max(high - reach, 0), high);
  }

  /** The last piece of low..high-1 that begins at or before a place; the first does. */
  #bisect(at: number, from: number, to: number): number {
    let low = from;
    let high = to;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (at >= this.starts[middle]!) low = middle;
      else high = middle;
    }
    return low;
  }
}
