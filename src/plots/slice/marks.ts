import type { PopulationStyle } from "../populationStyle.ts";
import type { Sink } from "../sink.ts";

/** Add a marker's outline to the current path: a triangle for E, a circle for I, a square otherwise. */
export function traceMarker(
  sink: Sink,
  marker: PopulationStyle["marker"],
  at: { readonly x: number; readonly y: number; readonly radius: number },
): void {
  const { x, y, radius } = at;
  if (marker === "circle") {
    sink.circle(x, y, radius);
    return;
  }
  if (marker === "square") {
    sink.rect(x - radius, y - radius, 2 * radius, 2 * radius);
    return;
  }
  // Equal in area to the circle at a glance: a triangle of 1.2 times its radius.
  const reach = 1.2 * radius;
  sink.moveTo(x, y - reach);
  sink.lineTo(x + 0.87 * reach, y + 0.5 * reach);
  sink.lineTo(x - 0.87 * reach, y + 0.5 * reach);
  sink.closePath();
}

/** A straight arrow on the screen. */
export interface Arrow {
  readonly fromX: number;
  readonly fromY: number;
  readonly toX: number;
  readonly toY: number;
  readonly color: string;
  readonly width: number;
  /** Length of the head; px. */
  readonly head: number;
  readonly opacity?: number;
}

/** Draw an arrow with a filled head. */
export function paintArrow(sink: Sink, arrow: Arrow): void {
  const { fromX, fromY, toX, toY, color, opacity = 1 } = arrow;
  const length = Math.hypot(toX - fromX, toY - fromY);
  if (length === 0) return;
  const ux = (toX - fromX) / length;
  const uy = (toY - fromY) / length;
  const head = Math.min(arrow.head, length);
  const neckX = toX - ux * head;
  const neckY = toY - uy * head;
  sink.beginPath();
  sink.moveTo(fromX, fromY);
  sink.lineTo(neckX, neckY);
  sink.stroke({ color, width: arrow.width, opacity });
  const half = 0.42 * head;
  sink.beginPath();
  sink.moveTo(toX, toY);
  sink.lineTo(neckX - uy * half, neckY + ux * half);
  sink.lineTo(neckX + uy * half, neckY - ux * half);
  sink.closePath();
  sink.fill({ color, opacity });
}
