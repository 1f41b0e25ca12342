import type { ScreenPoint } from "../view/view.ts";

/** What of a neuron a handle moves. */
export type HandlePart = "line" | "slope" | "decoder";

/** A new value of one of a neuron's parameters, as inspectors show it (inhibitory decoders as magnitudes). */
export interface ParameterChange {
  /** Id in the parameter table: "threshold", "encoder.EE" (or IE), "feedforward" (".1" and on for further inputs), "decoder". */
  readonly parameterId: string;
  readonly value: number;
}

/**
 * A thing in a picture that a hand or a key can move. It keeps the picture it was taken hold of in, so one handle
 * serves a whole gesture while the picture follows.
 */
export interface Handle {
  /** Unique within a picture. */
  readonly id: string;
  /** Index in the network. */
  readonly neuron: number;
  readonly part: HandlePart;
  readonly position: ScreenPoint;
  /** Where the arrow of a decoder starts; null for knobs. */
  readonly tail: ScreenPoint | null;
  /** Read aloud, e.g. "Threshold of I 3". */
  readonly label: string;
  readonly parameterId: string;
  readonly value: number;
  readonly valueText: string;
  /** What the neuron's parameters become when the handle is pulled to a point. */
  drag(pointer: ScreenPoint): readonly ParameterChange[];
  /** What they become when the handle's own parameter is set; others follow so that the pivot stays. */
  set(value: number): readonly ParameterChange[];
}

/**
 * What a handle's parameters become when it is pulled to a point of the screen; values are not yet quantised or held
 * to the parameter's range, save that encoders and decoders never change sign.
 */
export function dragHandle(handle: Handle, pointer: ScreenPoint): readonly ParameterChange[] {
  return handle.drag(pointer);
}

/** Write a handle's value with two or three digits, for reading aloud. */
export function valueText(value: number): string {
  return String(Number(value.toFixed(3)));
}

/** Move a point into a view's rectangle, `inset` px from its edges, so that a handle can always be reached. */
export function keepInside(
  rect: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  { x, y }: ScreenPoint,
  inset: number,
): ScreenPoint {
  const clamp = (value: number, low: number, size: number): number =>
    Math.min(low + size - inset, Math.max(low + inset, value));
  return { x: clamp(x, rect.x, rect.width), y: clamp(y, rect.y, rect.height) };
}
