import type { LinePiece } from "#model";
import type { Handle, HandlePart } from "../handles/handle.ts";
import type { SideLines } from "../slice/neuronLine.ts";
import { isInside, type ScreenPoint, type View } from "../view/view.ts";
import { hitHandle } from "./hitHandle.ts";

/** What is under a pointer in the slice. */
export interface SliceHit {
  /** Index in the network. */
  readonly neuron: number;
  readonly part: HandlePart;
  /** The handle, when one was hit. */
  readonly handle: Handle | null;
  /** Where the thing itself is: pulling from here, nothing jumps when a drag begins. */
  readonly grab: ScreenPoint;
}

/** What {@link hitSlice} looks through. */
export interface SliceTargets {
  readonly view: View;
  readonly lines: SideLines;
  /** Handles on show; they win over lines. */
  readonly handles: readonly Handle[];
  /** px. */
  readonly tolerance: number;
}

/** Find the handle, else the neuron's line, nearest to a pointer within the tolerance. */
export function hitSlice(pointer: ScreenPoint, targets: SliceTargets): SliceHit | null {
  const { view, lines, handles, tolerance } = targets;
  const handle = hitHandle(pointer, handles, tolerance);
  if (handle !== null) {
    return { neuron: handle.neuron, part: handle.part, handle, grab: handle.position };
  }
  if (!isInside(view.rect, pointer)) return null;
  let best: SliceHit | null = null;
  let bestDistance = tolerance;
  for (const line of [...lines.E, ...lines.I]) {
    if (line === null) continue;
    const grab = nearestOnLine(pointer, line, view);
    const distance = Math.hypot(grab.x - pointer.x, grab.y - pointer.y);
    if (distance >= bestDistance) continue;
    best = { neuron: line.neuron, part: "line", handle: null, grab };
    bestDistance = distance;
  }
  return best;
}

function nearestOnLine(pointer: ScreenPoint, { from, to }: LinePiece, view: View): ScreenPoint {
  const ax = view.screenX(from[0]);
  const ay = view.screenY(from[1]);
  const dx = view.screenX(to[0]) - ax;
  const dy = view.screenY(to[1]) - ay;
  const square = dx * dx + dy * dy;
  const share = square === 0 ? 0 : ((pointer.x - ax) * dx + (pointer.y - ay) * dy) / square;
  const held = Math.min(1, Math.max(0, share));
  return { x: ax + held * dx, y: ay + held * dy };
}
