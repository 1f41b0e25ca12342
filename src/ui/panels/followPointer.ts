/** A point in a panel; CSS pixels from its upper left corner. */
export interface PanelPoint {
  readonly x: number;
  readonly y: number;
}

/** Raw updates closer than this are left to the next plain move, ms: fast mice send a thousand a second. */
const LEAST_GAP = 4;

/** The press that a pointer holds something with, and where in the panel it was. */
export interface Hold {
  readonly element: HTMLElement;
  readonly press: {
    readonly pointerId: number;
    readonly clientX: number;
    readonly clientY: number;
  };
  readonly from: PanelPoint;
}

/**
 * Follow a pointer that holds something, as soon as it moves. Browsers hold plain moves back until the next frame
 * is due; where they offer raw updates, a run that starts on one is often through by that frame. Places count from
 * the press, so that no move asks for a layout.
 *
 * @param move called once for each place in the panel.
 * @returns how to let go.
 */
export function followPointer(
  { element, press, from }: Hold,
  move: (to: PanelPoint, event: PointerEvent) => void,
): () => void {
  let x = Number.NaN;
  let y = Number.NaN;
  let time = Number.NEGATIVE_INFINITY;
  const plain = (event: PointerEvent): void => {
    if (event.pointerId !== press.pointerId) return;
    if (event.clientX === x && event.clientY === y) return;
    x = event.clientX;
    y = event.clientY;
    move({ x: from.x + x - press.clientX, y: from.y + y - press.clientY }, event);
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
