import { type PointerEvent, useRef, type WheelEvent } from "react";
import { HIT_TOLERANCE, hitRaster, type Theme } from "#plots";
import { useActions, useAppStore } from "../hooks/StoreProvider.tsx";
import { toRef } from "../lab/geometry.ts";
import { useLab } from "../lab/LabContext.tsx";
import { useGeometry } from "../lab/useGeometry.ts";
import { useEscape } from "./Handle.tsx";
import type { StripModel } from "./stripModel.ts";
import type { PanelSize } from "./useCanvas.ts";
import { panTime, zoomTime } from "./zoomTime.ts";

interface StripPointerOptions {
  readonly model: StripModel;
  readonly size: { readonly current: PanelSize };
  readonly theme: Theme;
}

interface StripPointer {
  onPointerDown(event: PointerEvent<HTMLCanvasElement>): void;
  onPointerMove(event: PointerEvent<HTMLCanvasElement>): void;
  onPointerUp(event: PointerEvent<HTMLCanvasElement>): void;
  onPointerCancel(event: PointerEvent<HTMLCanvasElement>): void;
  onPointerLeave(): void;
  onWheel(event: WheelEvent<HTMLCanvasElement>): void;
}

/** What is being dragged: the playhead, or the time axis itself. */
type Drag =
  | { readonly kind: "scrub"; readonly before: number }
  | { readonly kind: "pan"; readonly from: number; readonly range: readonly [number, number] };

/** Scrub by dragging, pan on the axis or with Shift, zoom with the wheel, point at spikes. */
export function useStripPointer({ model, size, theme }: StripPointerOptions): StripPointer {
  const lab = useLab();
  const store = useAppStore();
  const actions = useActions();
  const geometry = useGeometry();
  const drag = useRef<Drag | null>(null);
  const timeAt = (px: number): number => model.timeView(size.current, theme).modelX(px);
  useEscape(() => {
    const held = drag.current;
    if (held === null) return false;
    drag.current = null;
    if (held.kind === "scrub") lab.seek(held.before, true);
    else actions.setView({ timeRange: held.range });
    return true;
  });
  const scrub = (event: PointerEvent<HTMLCanvasElement>, commit: boolean): void => {
    const { duration } = store.getState().experiment;
    lab.seek(Math.min(duration, Math.max(0, timeAt(event.nativeEvent.offsetX))), commit);
  };
  const point = (event: PointerEvent<HTMLCanvasElement>): void => {
    if (!geometry.ok || event.pointerType === "touch") return;
    const { offsetX: x, offsetY: y } = event.nativeEvent;
    const { network, ei } = geometry.geometry;
    const hit = hitRaster(
      { x, y },
      {
        layout: model.layout(size.current, theme),
        time: lab.data.timeRange,
        network: ei,
        traces: lab.data.traces,
        theme,
        tolerance: HIT_TOLERANCE.mouse,
      },
    );
    const ref = hit === null ? null : toRef(network, hit.neuron);
    const { hovered } = store.getState();
    if (hovered?.population !== ref?.population || hovered?.index !== ref?.index)
      actions.hover(ref);
  };
  return {
    onPointerDown(event) {
      if (event.button !== 0 || store.getState().view.mode === "live") return;
      event.currentTarget.setPointerCapture(event.pointerId);
      const { area } = model.layout(size.current, theme);
      const onAxis = event.nativeEvent.offsetY > area.y + area.height;
      if (onAxis || event.shiftKey) {
        drag.current = { kind: "pan", from: event.nativeEvent.offsetX, range: lab.data.timeRange };
        return;
      }
      drag.current = { kind: "scrub", before: lab.data.time };
      actions.setPlaying(false);
      scrub(event, false);
    },
    onPointerMove(event) {
      const held = drag.current;
      if (held === null) {
        point(event);
        return;
      }
      if (held.kind === "scrub") {
        scrub(event, false);
        return;
      }
      const { width } = model.layout(size.current, theme).area;
      const moved = (held.from - event.nativeEvent.offsetX) / width;
      const by = moved * (held.range[1] - held.range[0]);
      const { duration } = store.getState().experiment;
      actions.setView({ timeRange: panTime(held.range, by, duration) });
    },
    onPointerUp(event) {
      const held = drag.current;
      drag.current = null;
      if (held?.kind === "scrub") scrub(event, true);
    },
    onPointerCancel() {
      drag.current = null;
    },
    onPointerLeave() {
      if (drag.current === null) actions.hover(null);
    },
    onWheel(event) {
      if (store.getState().view.mode === "live") return;
      const { duration } = store.getState().experiment;
      const centre = timeAt(event.nativeEvent.offsetX);
      const factor = Math.exp(Math.max(-1, Math.min(1, event.deltaY / 400)));
      actions.setView({ timeRange: zoomTime(lab.data.timeRange, { factor, centre, duration }) });
    },
  };
}
