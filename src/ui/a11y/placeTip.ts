/** Top left corner of a tip, CSS pixels in the window. */
export interface TipPlace {
  readonly x: number;
  readonly y: number;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const GAP_PX = 8;

/** Below the target, or above it where there is no room below; always inside the window. */
export function placeTip(target: Box, tip: Box): TipPlace {
  const middle = target.left + target.width / 2 - tip.width / 2;
  const x = clamp(middle, GAP_PX, innerWidth - tip.width - GAP_PX);
  const below = target.top + target.height + GAP_PX;
  const fits = below + tip.height + GAP_PX <= innerHeight;
  const y = fits ? below : Math.max(GAP_PX, target.top - tip.height - GAP_PX);
  return { x, y };
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}
