import type { Sink } from "../sink.ts";

/** No point that is left out lies further from the line than this, upwards or downwards; px. */
const TOLERANCE = 0.1;

/**
 * Draws a curve over a rising x, leaving out points on the straight way between others: a constant input or a
 * slow ramp becomes a few corners instead of a point for every sample, which a processor that rasters the canvas
 * pays for dearly. A class, since numbers that a closure holds are made anew each time one changes.
 */
export class Straightener {
  readonly #sink: Sink;
  #down = false;
  #holding = false;
  #fromX = 0;
  #fromY = 0;
  #heldX = 0;
  #heldY = 0;
  /** Slopes from the last corner that pass all points held back within the tolerance. */
  #least = 0;
  #greatest = 0;

  constructor(sink: Sink) {
    this.#sink = sink;
  }

  to(x: number, y: number): void {
    if (!this.#down) {
      this.#corner(x, y);
      return;
    }
    if (this.#holding && !this.#isStraight(x, y)) this.#corner(this.#heldX, this.#heldY);
    this.#hold(x, y);
  }

  /** End the stroke: what was held back is drawn, the next point begins anew. */
  lift(): void {
    if (this.#holding) this.#sink.lineTo(this.#heldX, this.#heldY);
    this.#holding = false;
    this.#down = false;
  }

  #corner(x: number, y: number): void {
    if (this.#down) this.#sink.lineTo(x, y);
    else this.#sink.moveTo(x, y);
    this.#down = true;
    this.#fromX = x;
    this.#fromY = y;
    this.#least = Number.NEGATIVE_INFINITY;
    this.#greatest = Number.POSITIVE_INFINITY;
  }

  #hold(x: number, y: number): void {
    const run = x - this.#fromX;
    // A jump has no slope: nothing goes straight on from it.
    if (run <= 0) this.#least = Number.POSITIVE_INFINITY;
    else {
      this.#least = Math.max(this.#least, (y - this.#fromY - TOLERANCE) / run);
      this.#greatest = Math.min(this.#greatest, (y - this.#fromY + TOLERANCE) / run);
    }
    this.#heldX = x;
    this.#heldY = y;
    this.#holding = true;
  }

  #isStraight(x: number, y: number): boolean {
    const run = x - this.#fromX;
    if (run <= 0 || x <= this.#heldX) return false;
    const slope = (y - this.#fromY) / run;
    return slope >= this.#least && slope <= this.#greatest;
  }
}
