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

/** Where a straight arrow runs on the screen. */
export interface ArrowPath {
  readonly fromX: number;
  readonly fromY: number;
  readonly toX: number;
  readonly toY: number;
}

/** What arrows look like. */
export interface ArrowPen {
  readonly color: string;
  readonly width: number;
  /** Length of the head; px. */
  readonly head: number;
  readonly opacity?: number;
}

/** Draw arrows with filled heads: all shafts at once, then all heads. */
export function paintArrows(
  sink: Sink,
  arrows: readonly ArrowPath[],
  { color, width, head, opacity = 1 }: ArrowPen,
): void {
  const drawn = arrows.flatMap((arrow) => divide(arrow, head) ?? []);
  if (drawn.length === 0) return;
  sink.beginPath();
  for (const { fromX, fromY, neckX, neckY } of drawn) {
    sink.moveTo(fromX, fromY);
    sink.lineTo(neckX, neckY);
  }
  sink.stroke({ color, width, opacity });
  sink.beginPath();
  for (const { toX, toY, neckX, neckY, sideX, sideY } of drawn) {
    sink.moveTo(toX, toY);
    sink.lineTo(neckX + sideX, neckY + sideY);
    sink.lineTo(neckX - sideX, neckY - sideY);
    sink.closePath();
  }
  sink.fill({ color, opacity });
}

/** An arrow with the place where its head begins, and half the head's width as a vector. */
interface DividedArrow extends ArrowPath {
  readonly neckX: number;
  readonly neckY: number;
  readonly sideX: number;
  readonly sideY: number;
}

function divide(arrow: ArrowPath, longest: number): DividedArrow | null {
  const { fromX, fromY, toX, toY } = arrow;
  const length = Math.hypot(toX - fromX, toY - fromY);
  if (length === 0) return null;
  const ux = (toX - fromX) / length;
  const uy = (toY - fromY) / length;
  const head = Math.min(longest, length);
  const half = 0.42 * head;
  return {
    ...arrow,
    neckX: toX - ux * head,
    neckY: toY - uy * head,
    sideX: -uy * half,
    sideY: ux * half,
  };
}
