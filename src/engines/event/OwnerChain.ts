/** Pieces to walk before a search gallops. */
const NEAR = 6;
/** Pieces of a way that is long enough to learn from. */
const LONG = 8;

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
  /** Distance in height within which lines count as tied. */
  readonly margin: number;
  /** Where the last search ended. */
  piece = 0;
  /** Lines that own nothing but come within the margin of the envelope somewhere. */
  readonly #near: number[] = [];
  /** What is sought. */
  #at: number = 0.5;
  /** Pieces per unit on the last long way. */
  #density: number = 0.5;

  /**
   * @param capacity number of lines, >= 1.
   * @param margin distance in height within which lines count as tied.
   */
  constructor(capacity: number, margin: number) {
    this.margin = margin;
    this.slopes = new Float64Array(capacity);
    this.heights = new Float64Array(capacity);
    this.starts = new Float64Array(capacity + 1);
    this.owners = new Int32Array(capacity);
  }

  /** Begin anew. */
  clear(): void {
    this.count = 0;
    this.piece = 0;
    this.#density = 0;
    this.#near.length = 0;
  }

  /** Add a line; slopes must not fall. Of equal lines the first stays, one that touches in a point owns nothing. */
  push(slope: number, height: number, owner: number): void {
    const { slopes, heights, starts } = this;
    let top = this.count - 1;
    if (top >= 0 && slopes[top]! === slope) {
      this.#keepParallel(height - heights[top]!, owner);
      if (height <= heights[top]!) return;
      top -= 1;
    }
    let start = Number.NEGATIVE_INFINITY;
    while (top >= 0) {
      start = (heights[top]! - height) / (slope - slopes[top]!);
      this.#keepRemoved(top, start);
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

  /** True when lines that own nothing come within the margin of the envelope. */
  get hasNear(): boolean {
    return this.#near.length > 0;
  }

  /** No more lines will come. */
  close(): void {
    this.starts[this.count] = Number.POSITIVE_INFINITY;
  }

  /** Move `piece` to the piece at a place; at a break to the one on its right. @returns it. */
  seek(at: number): number {
    const { starts, piece } = this;
    if (at < starts[piece]! || at >= starts[piece + 1]!) {
      this.#at = at;
      this.#move();
    }
    return this.piece;
  }

  /** Height of the envelope at a place. */
  valueAt(at: number): number {
    const piece = this.seek(at);
    return this.slopes[piece]! * at + this.heights[piece]!;
  }

  /** True when at a place another line may come within the margin of the present piece. */
  isTiedAt(at: number): boolean {
    const { starts, slopes, piece, count, margin } = this;
    if (piece > 0 && (at - starts[piece]!) * (slopes[piece]! - slopes[piece - 1]!) <= margin)
      return true;
    const next = piece + 1;
    if (next < count && (starts[next]! - at) * (slopes[next]! - slopes[piece]!) <= margin)
      return true;
    return this.#near.length > 0;
  }

  /** Call `visit` with every line that may be within the margin of the envelope at a place, in no order. */
  visitNear(at: number, visit: (owner: number) => void): void {
    const { slopes, heights, owners, count } = this;
    const lowest = this.valueAt(at) - 2 * this.margin;
    const middle = this.piece;
    for (let piece = middle; piece < count; piece += 1) {
      if (slopes[piece]! * at + heights[piece]! < lowest) break;
      visit(owners[piece]!);
    }
    for (let piece = middle - 1; piece >= 0; piece -= 1) {
      if (slopes[piece]! * at + heights[piece]! < lowest) break;
      visit(owners[piece]!);
    }
    for (const owner of this.#near) visit(owner);
  }

  // A line may be lower than its neighbours everywhere and still within the margin where they meet.
  #keepRemoved(top: number, meets: number): void {
    const { slopes, heights, count } = this;
    const removed = top + 1;
    if (removed >= count) return;
    const deficit = (slopes[top]! - slopes[removed]!) * meets + heights[top]! - heights[removed]!;
    if (deficit <= this.margin) this.#near.push(this.owners[removed]!);
  }

  /** Of parallel lines the lower one is near; of equal ones the first is enough, it fires before the others. */
  #keepParallel(gain: number, owner: number): void {
    if (gain === 0 || Math.abs(gain) > this.margin) return;
    this.#near.push(gain > 0 ? this.owners[this.count - 1]! : owner);
  }

  #move(): void {
    const { starts } = this;
    const at = this.#at;
    let piece = this.piece;
    if (at < starts[piece]!) {
      const first = piece - NEAR;
      do piece -= 1;
      while (at < starts[piece]! && piece > first);
    } else {
      const last = piece + NEAR;
      do piece += 1;
      while (at >= starts[piece + 1]! && piece < last);
    }
    if (at < starts[piece]! || at >= starts[piece + 1]!) this.#gallop();
    else this.piece = piece;
  }

  // Pieces are spread evenly enough for a guess from the last long way, then steps of doubling length.
  #gallop(): void {
    const { starts, piece, count } = this;
    const at = this.#at;
    const guess = Math.trunc(piece + (at - starts[Math.max(piece, 1)]!) * this.#density);
    const from = Math.min(Math.max(guess, 0), count - 1) || 0;
    let reach = 1;
    if (at >= starts[from]!) {
      while (from + reach < count && at >= starts[from + reach]!) reach *= 2;
      this.#bisect(from + (reach >> 1), Math.min(from + reach, count));
    } else {
      while (from - reach > 0 && at < starts[from - reach]!) reach *= 2;
      this.#bisect(Math.max(from - reach, 0), from - (reach >> 1));
    }
    const way = this.piece - piece;
    if (way > LONG || way < -LONG)
      this.#density = way / (starts[this.piece]! - starts[Math.max(piece, 1)]!);
  }

  /** Find the last piece of from..to-1 that begins at or before the place sought; the first of them does. */
  #bisect(from: number, to: number): void {
    const { starts } = this;
    const at = this.#at;
    let low = from;
    let high = to;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (at >= starts[middle]!) low = middle;
      else high = middle;
    }
    this.piece = low;
  }
}
