import { type PointerEvent, useRef, type WheelEvent } from "react";
import { drawCourse, type ExperimentDoc, setInput } from "#document";
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
  /** Whether a drag over the input row draws the course. */
  readonly pen: boolean;
}

interface StripPointer {
  onPointerDown(event: PointerEvent<HTMLCanvasElement>): void;
  onPointerMove(event: PointerEvent<HTMLCanvasElement>): void;
  onPointerUp(event: PointerEvent<HTMLCanvasElement>): void;
  onPointerCancel(event: PointerEvent<HTMLCanvasElement>): void;
  onPointerLeave(): void;
  onWheel(event: WheelEvent<HTMLCanvasElement>): void;
}

/** What is being dragged: the playhead, the time axis itself, or a pen over the input. */
type Drag =
  | { readonly kind: "scrub"; readonly before: number }
  | { readonly kind: "pan"; readonly from: number; readonly range: readonly [number, number] }
  | {
      readonly kind: "draw";
      readonly before: ExperimentDoc;
      readonly stroke: (readonly [number, number])[];
    };

const DRAWING = "draw the input";

/** Scrub by dragging, pan on the axis or with Shift, zoom with the wheel, point at spikes. */
export function useStripPointer({ model, size, theme, pen }: StripPointerOptions): StripPointer {
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
    else if (held.kind === "pan") actions.setView({ timeRange: held.range });
    else actions.cancelGesture();
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
  const draw = (
    event: PointerEvent<HTMLCanvasElement>,
    { before, stroke }: Extract<Drag, { kind: "draw" }>,
  ): void => {
    const row = model.rowView("input", size.current, theme);
    if (row === null) return;
    const { x: time, y: value } = row.toModel({
      x: event.nativeEvent.offsetX,
      y: event.nativeEvent.offsetY,
    });
    const held = Math.min(before.duration, Math.max(0, time));
    const { ranges } = store.getState().view;
    const level = Math.min(ranges.x[1], Math.max(ranges.x[0], value));
    stroke.push([Number(held.toFixed(3)), Number(level.toFixed(3))]);
    actions.edit(DRAWING, () => setInput(before, drawCourse(before, stroke)), "gesture");
  };
  const beginStroke = (event: PointerEvent<HTMLCanvasElement>): boolean => {
    const row = model.rowView("input", size.current, theme);
    const { offsetY } = event.nativeEvent;
    if (row === null || offsetY > row.rect.y + row.rect.height) return false;
    const stroke: Drag = { kind: "draw", before: store.getState().experiment, stroke: [] };
    actions.beginGesture(DRAWING);
    drag.current = stroke;
    draw(event, stroke);
    return true;
  };
  return {
    onPointerDown(event) {
      if (event.button !== 0 || store.getState().view.mode === "live") return;
      event.currentTarget.setPointerCapture(event.pointerId);
      if (pen && beginStroke(event)) return;
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
      if (held.kind === "draw") {
        draw(event, held);
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
      if (held?.kind === "draw") actions.commitGesture();
    },
    onPointerCancel() {
      if (drag.current?.kind === "draw") actions.cancelGesture();
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
