import { invariant } from "#math";

/** A rectangle on the screen; CSS pixels, y down. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Lower and upper end of an axis. */
export type Interval = readonly [number, number];

declare const space: unique symbol;

/** A point in a picture's own quantities, for instance (yE, |yI|); never pixels. */
export interface LatentPoint {
  readonly x: number;
  readonly y: number;
  readonly [space]?: "latent";
}

/** A point on the screen in CSS pixels from the panel's top left corner. */
export interface ScreenPoint {
  readonly x: number;
  readonly y: number;
  readonly [space]?: "screen";
}

/** The only bridge between a picture's quantities and pixels. */
export interface View {
  readonly rect: Rect;
  readonly x: Interval;
  readonly y: Interval;
  toScreen(point: LatentPoint): ScreenPoint;
  toModel(point: ScreenPoint): LatentPoint;
  /** The same maps one coordinate at a time, for loops that must not allocate. */
  screenX(value: number): number;
  screenY(value: number): number;
  modelX(px: number): number;
  modelY(px: number): number;
}

/** What {@link createView} needs: the plot area and the two axis ranges. */
export interface ViewOptions {
  readonly rect: Rect;
  readonly x: Interval;
  readonly y: Interval;
}

/**
 * Map axis ranges linearly onto a rectangle, the second axis upwards.
 *
 * @throws Error when a range is empty or not finite, or the rectangle has no area.
 */
export function createView({ rect, x, y }: ViewOptions): View {
  const spanX = x[1] - x[0];
  const spanY = y[1] - y[0];
  invariant(spanX > 0 && Number.isFinite(spanX), `The axis range ${x[0]}..${x[1]} must rise.`);
  invariant(spanY > 0 && Number.isFinite(spanY), `The axis range ${y[0]}..${y[1]} must rise.`);
  invariant(
    rect.width > 0 && rect.height > 0,
    `A plot area of ${rect.width} x ${rect.height} pixels must have a positive size.`,
  );
  const scaleX = rect.width / spanX;
  const scaleY = rect.height / spanY;
  const bottom = rect.y + rect.height;
  const screenX = (value: number): number => rect.x + (value - x[0]) * scaleX;
  const screenY = (value: number): number => bottom - (value - y[0]) * scaleY;
  const modelX = (px: number): number => x[0] + (px - rect.x) / scaleX;
  const modelY = (px: number): number => y[0] + (bottom - px) / scaleY;
  return {
    rect,
    x,
    y,
    toScreen: (point) => ({ x: screenX(point.x), y: screenY(point.y) }),
    toModel: (point) => ({ x: modelX(point.x), y: modelY(point.y) }),
    screenX,
    screenY,
    modelX,
    modelY,
  };
}

/** Whether a point of the screen lies in a rectangle, edges included. */
export function isInside(rect: Rect, point: ScreenPoint): boolean {
  return (
    point.x >= rect.x &&
    point.x <= rect.x + rect.width &&
    point.y >= rect.y &&
    point.y <= rect.y + rect.height
  );
}
