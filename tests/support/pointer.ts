import { act } from "react";

/** Where a pointer is, and what is held with it. */
export interface PointerAt {
  readonly x: number;
  readonly y: number;
  readonly button?: number;
  readonly pointerId?: number;
  readonly pointerType?: string;
  readonly shiftKey?: boolean;
}

/** Send a pointer event; places inside the element are those on the page. */
export function sendPointer(target: Element, type: string, at: PointerAt): void {
  const { x, y, pointerId = 1, pointerType = "mouse", ...rest } = at;
  const event = new PointerEvent(type, {
    bubbles: true,
    cancelable: true,
    clientX: x,
    clientY: y,
    pointerId,
    pointerType,
    ...rest,
  });
  // jsdom lays nothing out: every element begins at the corner of the page.
  Object.defineProperties(event, { offsetX: { value: x }, offsetY: { value: y } });
  act(() => {
    target.dispatchEvent(event);
  });
}

/** Press the main button. */
export function pressPointer(target: Element, at: PointerAt): void {
  sendPointer(target, "pointerdown", { button: 0, ...at });
}

/** Move it, pressed or not. */
export function movePointer(target: Element, at: PointerAt): void {
  sendPointer(target, "pointermove", at);
}
