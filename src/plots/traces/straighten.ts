import type { Sink } from "../sink.ts";

/** Draws a curve over a rising x, leaving out points on the straight way between others. */
export interface Straightener {
  to(x: number, y: number): void;
  /** End the stroke: what was held back is drawn, the next point begins anew. */
  lift(): void;
}

/** No point that is left out lies further from the line than this, upwards or downwards; px. */
const TOLERANCE = 0.1;

/**
 * Make a straightener: a constant input or a slow ramp becomes a few corners instead of a point for every
 * sample, which a processor that rasters the canvas pays for dearly.
 */
export function createStraightener(sink: Sink): Straightener {
  let down = false;
  let holding = false;
  let fromX = 0;
  let fromY = 0;
  let heldX = 0;
  let heldY = 0;
  /** Slopes from the last corner that pass all points held back within the tolerance. */
  let least = 0;
  let greatest = 0;

  const corner = (x: number, y: number): void => {
    if (down) sink.lineTo(x, y);
    else sink.moveTo(x, y);
    down = true;
    fromX = x;
    fromY = y;
    least = Number.NEGATIVE_INFINITY;
    greatest = Number.POSITIVE_INFINITY;
  };
  const hold = (x: number, y: number): void => {
    const run = x - fromX;
    // A jump has no slope: nothing goes straight on from it.
    if (run <= 0) least = Number.POSITIVE_INFINITY;
    else {
      least = Math.max(least, (y - fromY - TOLERANCE) / run);
      greatest = Math.min(greatest, (y - fromY + TOLERANCE) / run);
    }
    heldX = x;
    heldY = y;
    holding = true;
  };
  const isStraight = (x: number, y: number): boolean => {
    const run = x - fromX;
    if (run <= 0 || x <= heldX) return false;
    const slope = (y - fromY) / run;
    return slope >= least && slope <= greatest;
  };

  return {
    to(x, y) {
      if (!down) {
        corner(x, y);
        return;
      }
      if (holding && !isStraight(x, y)) corner(heldX, heldY);
      hold(x, y);
    },
    lift() {
      if (holding) sink.lineTo(heldX, heldY);
      holding = false;
      down = false;
    },
  };
}
