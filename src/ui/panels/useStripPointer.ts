import { type PointerEvent, useRef, type WheelEvent } from "react";
import type { LowRankNetwork } from "#model";
import { HIT_TOLERANCE, hitRaster, type ScreenPoint, type SpikeHit } from "#plots";
import { useActions, useAppStore } from "../hooks/StoreProvider.tsx";
import { deriveGeometry, toRef } from "../lab/geometry.ts";
import { useLab } from "../lab/LabContext.tsx";
import { useSpikeWalk } from "../lab/spikeWalk.ts";
import { useEscape } from "./Handle.tsx";
import { beginDrawing, beginPan, beginScrub, type StripDrag } from "./stripDrags.ts";
import type { StripContext } from "./stripModel.ts";
import { zoomTime } from "./zoomTime.ts";

interface StripPointerOptions extends StripContext {
  /** Whether a drag over the input row draws the course. */
  readonly pen: boolean;
}

/** A drag and the pointer that does it. */
interface HeldStrip extends StripDrag {
  readonly pointer: number;
  readonly from: ScreenPoint;
}

/** Pixels that a press may move and still be a click on a spike. */
const SLACK = 3;

interface StripPointer {
  onPointerDown(event: PointerEvent<HTMLCanvasElement>): void;
  onPointerMove(event: PointerEvent<HTMLCanvasElement>): void;
  onPointerUp(event: PointerEvent<HTMLCanvasElement>): void;
  onPointerCancel(event: PointerEvent<HTMLCanvasElement>): void;
  onPointerLeave(): void;
  onWheel(event: WheelEvent<HTMLCanvasElement>): void;
}

/** Scrub by dragging, pan on the axis or with Shift, draw with the pen, zoom with the wheel, point at spikes. */
export function useStripPointer({ model, size, theme, pen }: StripPointerOptions): StripPointer {
  const lab = useLab();
  const store = useAppStore();
  const actions = useActions();
  const spikeAt = useSpikeSearch({ model, size, theme });
  const pointAt = useSpikeHover(spikeAt);
  const walk = useSpikeWalk();
  const drag = useRef<HeldStrip | null>(null);
  const release = (): HeldStrip | null => {
    const held = drag.current;
    drag.current = null;
    return held;
  };
  /** What this very pointer holds; a second finger holds nothing. */
  const heldBy = ({ pointerId }: PointerEvent): HeldStrip | null =>
    drag.current?.pointer === pointerId ? drag.current : null;
  useEscape(() => {
    const held = release();
    held?.cancel();
    return held !== null;
  });
  const begin = (at: ScreenPoint, shift: boolean): StripDrag => {
    const parts = { store, actions, lab };
    const row = model.rowView("input", size.current, theme);
    if (pen && row !== null && at.y <= row.rect.y + row.rect.height)
      return beginDrawing(parts, row, at);
    const time = model.timeView(size.current, theme);
    const onAxis = at.y > time.rect.y + time.rect.height;
    return onAxis || shift ? beginPan(parts, time, at) : beginScrub(parts, time, at);
  };
  return {
    onPointerDown(event) {
      const isBusy = drag.current !== null || store.getState().view.mode === "live";
      if (event.button !== 0 || isBusy) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      const { move, commit, cancel } = begin(pointOf(event), event.shiftKey);
      const from = pointOf(event);
      drag.current = { pointer: event.pointerId, from, move, commit, cancel };
    },
    onPointerMove(event) {
      heldBy(event)?.move(pointOf(event));
      if (drag.current === null && event.pointerType !== "touch") pointAt(event);
    },
    onPointerUp(event) {
      const held = heldBy(event);
      if (held === null) return;
      const at = pointOf(event);
      release()?.commit(at);
      if (Math.hypot(at.x - held.from.x, at.y - held.from.y) > SLACK) return;
      const hit = spikeAt(at, event.pointerType)?.hit ?? null;
      if (hit !== null) walk.choose(hit.spike);
    },
    onPointerCancel(event) {
      if (heldBy(event) !== null) release()?.cancel();
    },
    onPointerLeave() {
      if (drag.current === null) actions.hover(null);
    },
    onWheel(event) {
      if (store.getState().view.mode === "live") return;
      const { duration } = store.getState().experiment;
      const centre = model.timeView(size.current, theme).modelX(event.nativeEvent.offsetX);
      const factor = Math.exp(Math.max(-1, Math.min(1, event.deltaY / 400)));
      actions.setView({ timeRange: zoomTime(lab.data.timeRange, { factor, centre, duration }) });
    },
  };
}

/** The spike of the raster nearest to a point, and whose network it is of; null when the document has no raster. */
type SpikeSearch = (
  at: ScreenPoint,
  pointerType: string,
) => { readonly hit: SpikeHit | null; readonly network: LowRankNetwork } | null;

function useSpikeSearch({ model, size, theme }: StripContext): SpikeSearch {
  const lab = useLab();
  const store = useAppStore();
  return (at, pointerType) => {
    const { experiment, view } = store.getState();
    const derived = deriveGeometry(experiment, view.ranges);
    if (!derived.ok) return null;
    const { network, ei } = derived.geometry;
    const hit = hitRaster(at, {
      layout: model.layout(size.current, theme),
      time: lab.data.timeRange,
      network: ei,
      traces: lab.data.traces,
      theme,
      tolerance: pointerType === "touch" ? HIT_TOLERANCE.touch : HIT_TOLERANCE.mouse,
    });
    return { hit, network };
  };
}

/** Highlight everywhere the neuron whose spike is under the pointer. */
function useSpikeHover(search: SpikeSearch): (event: PointerEvent<HTMLCanvasElement>) => void {
  const store = useAppStore();
  const { hover } = useActions();
  return (event) => {
    const found = search(pointOf(event), event.pointerType);
    if (found === null) return;
    const { hit, network } = found;
    event.currentTarget.style.cursor = hit === null ? "" : "pointer";
    const { hovered } = store.getState();
    const ref = hit === null ? null : toRef(network, hit.neuron);
    if (hovered?.population !== ref?.population || hovered?.index !== ref?.index) hover(ref);
  };
}

function pointOf(event: PointerEvent<HTMLElement>): ScreenPoint {
  return { x: event.nativeEvent.offsetX, y: event.nativeEvent.offsetY };
}
