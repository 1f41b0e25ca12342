import { type PointerEvent, useRef } from "react";
import {
  type Handle,
  HIT_TOLERANCE,
  hitSlice,
  type ScreenPoint,
  type SlicePicture,
  sliceHandles,
} from "#plots";
import { useActions, useAppStore } from "../hooks/StoreProvider.tsx";
import { type Geometry, toRef } from "../lab/geometry.ts";
import { followPointer } from "./followPointer.ts";
import { useEscape } from "./Handle.tsx";
import { beginNeuronDrag, type NeuronDrag } from "./neuronDrag.ts";

/** What the pointer looks through. */
interface Reading {
  readonly geometry: Geometry;
  readonly picture: SlicePicture;
  readonly handles: readonly Handle[];
  readonly x: number;
}

interface CanvasPointer {
  onPointerDown(event: PointerEvent<HTMLCanvasElement>): void;
  onPointerMove(event: PointerEvent<HTMLCanvasElement>): void;
  onPointerUp(event: PointerEvent<HTMLCanvasElement>): void;
  onPointerCancel(event: PointerEvent<HTMLCanvasElement>): void;
  onPointerLeave(): void;
}

/** A press on a line: becomes a drag once the pointer has moved a little. */
interface Press {
  readonly pointer: number;
  readonly handle: Handle;
  readonly from: ScreenPoint;
  /** From the pointer to the thing itself, so that nothing jumps when the drag begins. */
  readonly offset: ScreenPoint;
  readonly letGo: () => void;
  drag: NeuronDrag | null;
}

const SLACK = 3;

/** Take hold of any neuron's line on a canvas: press selects, drag moves its threshold, Escape lets go. */
export function useNeuronPointer(read: () => Reading | null): CanvasPointer {
  const store = useAppStore();
  const actions = useActions();
  const press = useRef<Press | null>(null);
  useEscape(() => {
    if (press.current === null) return false;
    release()?.cancel();
    return true;
  });
  /** The press is over; returns what it dragged. */
  const release = (): NeuronDrag | null => {
    const held = press.current;
    press.current = null;
    held?.letGo();
    return held?.drag ?? null;
  };
  const follow = (to: ScreenPoint): void => {
    const held = press.current;
    if (held === null) return;
    if (held.drag === null) {
      if (Math.hypot(to.x - held.from.x, to.y - held.from.y) < SLACK) return;
      const neuron = store.getState().view.selection.at(-1);
      if (neuron === undefined) return;
      held.drag = beginNeuronDrag({ store, actions }, { handle: held.handle, neuron });
    }
    held.drag.move({ x: to.x + held.offset.x, y: to.y + held.offset.y });
  };
  const hitAt = (event: PointerEvent<HTMLCanvasElement>) => {
    const reading = read();
    if (reading === null) return null;
    const tolerance = event.pointerType === "mouse" ? HIT_TOLERANCE.mouse : HIT_TOLERANCE.touch;
    const { view, lines } = reading.picture;
    const hit = hitSlice(pointOf(event), { view, lines, handles: [], tolerance });
    return hit === null ? null : { hit, reading };
  };
  return {
    onPointerDown(event) {
      if (event.button !== 0 || press.current !== null) return;
      const found = hitAt(event);
      const add = event.shiftKey || event.ctrlKey || event.metaKey;
      if (found === null) {
        if (!add) actions.select([]);
        return;
      }
      const { hit, reading } = found;
      const ref = toRef(reading.geometry.network, hit.neuron);
      const handle = sliceHandles({ ...reading.picture, x: reading.x }, hit.neuron)[0];
      if (ref === null || handle === undefined) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      const { selection } = store.getState().view;
      const rest = selection.filter(
        (one) => one.population !== ref.population || one.index !== ref.index,
      );
      // A press on one of several selected neurons keeps them together.
      actions.select(add || rest.length < selection.length ? [...rest, ref] : [ref]);
      const from = pointOf(event);
      const offset = { x: hit.grab.x - from.x, y: hit.grab.y - from.y };
      const letGo = followPointer({ element: event.currentTarget, press: event, from }, follow);
      press.current = { pointer: event.pointerId, handle, from, offset, letGo, drag: null };
    },
    onPointerMove(event) {
      if (press.current === null) hoverAt(event, hitAt(event));
    },
    onPointerUp({ pointerId }) {
      if (press.current?.pointer === pointerId) release()?.commit();
    },
    onPointerCancel({ pointerId }) {
      if (press.current?.pointer === pointerId) release()?.cancel();
    },
    onPointerLeave() {
      if (press.current === null) actions.hover(null);
    },
  };

  function hoverAt(event: PointerEvent<HTMLCanvasElement>, found: ReturnType<typeof hitAt>): void {
    if (event.pointerType === "touch") return;
    event.currentTarget.style.cursor = found === null ? "" : "grab";
    const { hovered } = store.getState();
    const ref = found === null ? null : toRef(found.reading.geometry.network, found.hit.neuron);
    if (hovered?.population !== ref?.population || hovered?.index !== ref?.index) {
      actions.hover(ref);
    }
  }
}

function pointOf(event: PointerEvent<HTMLElement>): ScreenPoint {
  return { x: event.nativeEvent.offsetX, y: event.nativeEvent.offsetY };
}
