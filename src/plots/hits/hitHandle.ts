import type { ScreenPoint } from "../view/view.ts";

/**
 * Find the handle nearest to a pointer. Of handles equally near the later one wins, since it is drawn on top.
 *
 * @param tolerance px.
 */
export function hitHandle<H extends { readonly position: ScreenPoint }>(
  pointer: ScreenPoint,
  handles: readonly H[],
  tolerance: number,
): H | null {
  let best: H | null = null;
  let bestDistance = tolerance;
  for (const handle of handles) {
    const { x, y } = handle.position;
    const distance = Math.hypot(x - pointer.x, y - pointer.y);
    if (distance > bestDistance) continue;
    best = handle;
    bestDistance = distance;
  }
  return best;
}
