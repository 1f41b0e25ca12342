/** Raw updates closer than this are left to the next plain move, ms: fast mice send a thousand a second. */
const LEAST_GAP = 4;

/**
 * Follow a pointer that holds something, as soon as it moves. Browsers hold plain moves back until the next frame
 * is due; where they offer raw updates, a run that starts on one is often through by that frame.
 *
 * @param move called once for each place.
 * @returns how to let go.
 */
export function followPointer(
  element: HTMLElement,
  move: (event: PointerEvent) => void,
): () => void {
  let x = Number.NaN;
  let y = Number.NaN;
  let time = Number.NEGATIVE_INFINITY;
  const plain = (event: PointerEvent): void => {
    if (event.clientX === x && event.clientY === y) return;
    x = event.clientX;
    y = event.clientY;
    move(event);
  };
  const raw = (event: Event): void => {
    if (!(event instanceof PointerEvent) || event.timeStamp - time < LEAST_GAP) return;
    time = event.timeStamp;
    plain(event);
  };
  element.addEventListener("pointermove", plain);
  element.addEventListener("pointerrawupdate", raw);
  return () => {
    element.removeEventListener("pointermove", plain);
    element.removeEventListener("pointerrawupdate", raw);
  };
}
