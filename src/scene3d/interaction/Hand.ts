import { clamp, turnOf, ZOOM_RANGE } from "../camera/pose.ts";
import type { Pixels } from "../geometry/displacement.ts";
import { liftFacet, slidePlane, turnOrSelect } from "./gestures.ts";
import type { Gesture, Stage } from "./stage.ts";

/** How far from the plane's grip or frame a press still takes it; CSS pixels. */
const REACH = { mouse: 12, touch: 24 } as const;
const ZOOM_PER_WHEEL_PIXEL = 0.0016;
const WHEEL_REST_MS = 180;
const KEY_TURN = 5;
const FINE_KEY_TURN = 1;
const KEY_ZOOM = 1.15;

/** Pointers, wheel and keys on the view. */
export class Hand {
  private readonly element: HTMLElement;
  private readonly stage: Stage;
  private readonly home: () => void;
  private readonly pointers = new Map<number, Pixels>();
  private readonly listening = new AbortController();
  private gesture: Gesture | null = null;
  private pinch = 0;
  private hovered: number | null = null;
  private wheelRest = 0;

  /** @param home goes back to the first view. */
  constructor(element: HTMLElement, stage: Stage, home: () => void) {
    this.element = element;
    this.stage = stage;
    this.home = home;
    const { signal } = this.listening;
    element.addEventListener("pointerdown", this.press, { signal });
    element.addEventListener("pointermove", this.move, { signal });
    element.addEventListener("pointerup", this.release, { signal });
    element.addEventListener("pointercancel", this.abandon, { signal });
    element.addEventListener("pointerleave", this.leave, { signal });
    element.addEventListener("wheel", this.roll, { signal, passive: false });
    element.addEventListener("keydown", this.key, { signal });
    element.ownerDocument.addEventListener("keydown", this.escape, { signal });
    element.style.touchAction = "none";
    element.style.cursor = "grab";
  }

  dispose(): void {
    this.cancel();
    window.clearTimeout(this.wheelRest);
    this.listening.abort();
  }

  private readonly press = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    const at = this.place(event);
    this.pointers.set(event.pointerId, at);
    if (event.isTrusted) this.element.setPointerCapture(event.pointerId);
    if (this.pointers.size === 2) {
      this.cancel();
      this.pinch = this.spread();
      return;
    }
    if (this.pointers.size > 2) return;
    this.hover(null);
    this.gesture = this.begin(at, event);
    this.element.style.cursor = this.gesture.cursor;
  };

  private readonly move = (event: PointerEvent): void => {
    const at = this.place(event);
    if (!this.pointers.has(event.pointerId)) {
      if (event.pointerType !== "touch") this.look(at);
      return;
    }
    this.pointers.set(event.pointerId, at);
    if (this.pointers.size === 2) this.pinchTo(this.spread());
    else this.gesture?.move(at, event.shiftKey);
  };

  private readonly release = (event: PointerEvent): void => {
    if (!this.pointers.delete(event.pointerId)) return;
    const gesture = this.gesture;
    this.gesture = null;
    if (gesture !== null) gesture.end(this.place(event));
    this.endPinch();
    if (event.pointerType !== "touch") this.look(this.place(event));
  };

  private readonly abandon = (event: PointerEvent): void => {
    if (!this.pointers.delete(event.pointerId)) return;
    this.cancel();
    this.endPinch();
  };

  private readonly leave = (): void => {
    if (this.gesture === null) this.hover(null);
  };

  private readonly roll = (event: WheelEvent): void => {
    event.preventDefault();
    const pixels = event.deltaMode === 0 ? event.deltaY : 16 * event.deltaY;
    this.zoomBy(Math.exp(-ZOOM_PER_WHEEL_PIXEL * pixels));
    window.clearTimeout(this.wheelRest);
    this.wheelRest = window.setTimeout(() => this.stage.settleEye(), WHEEL_REST_MS);
  };

  private readonly escape = (event: KeyboardEvent): void => {
    if (event.key === "Escape" && this.gesture !== null) this.cancel();
  };

  private readonly key = (event: KeyboardEvent): void => {
    if (event.target !== this.element || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!this.answerKey(event.key, event.shiftKey ? FINE_KEY_TURN : KEY_TURN)) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key !== "Home") this.stage.settleEye();
  };

  private answerKey(key: string, turn: number): boolean {
    const turns: Readonly<Record<string, readonly [number, number]>> = {
      ArrowLeft: [turn, 0],
      ArrowRight: [-turn, 0],
      ArrowUp: [0, turn],
      ArrowDown: [0, -turn],
    };
    const way = turns[key];
    if (way !== undefined) this.turnBy(...way);
    else if (key === "+" || key === "=") this.zoomBy(KEY_ZOOM);
    else if (key === "-") this.zoomBy(1 / KEY_ZOOM);
    else if (key === "Home") this.home();
    else return false;
    return true;
  }

  private begin(at: Pixels, event: PointerEvent): Gesture {
    const { stage } = this;
    const { model } = stage;
    if (model !== null) {
      const place = stage.pickPlane(at, event.pointerType === "touch" ? REACH.touch : REACH.mouse);
      if (place !== null) return slidePlane(stage, model, { place, at });
      const hit = stage.pick(at);
      if (hit !== null && model.selected.includes(hit.neuron)) {
        return liftFacet(stage, model, { ...hit, at });
      }
    }
    return turnOrSelect(stage, at, event.shiftKey || event.ctrlKey || event.metaKey);
  }

  /** Say what lies under a pointer that only passes over. */
  private look(at: Pixels): void {
    const { stage } = this;
    if (stage.pickPlane(at, REACH.mouse) !== null) {
      this.hover(null);
      this.element.style.cursor = "ew-resize";
      return;
    }
    const neuron = stage.pick(at)?.neuron ?? null;
    this.hover(neuron);
    const isHeld = neuron !== null && stage.model?.selected.includes(neuron) === true;
    this.element.style.cursor = isHeld ? "ns-resize" : neuron === null ? "grab" : "pointer";
  }

  private hover(neuron: number | null): void {
    if (neuron === this.hovered) return;
    this.hovered = neuron;
    this.stage.events.onHover?.(neuron);
  }

  private cancel(): void {
    const gesture = this.gesture;
    this.gesture = null;
    this.element.style.cursor = "grab";
    gesture?.cancel();
  }

  private turnBy(azimuth: number, elevation: number): void {
    const { pose } = this.stage.rig;
    this.stage.moveEye(
      {
        ...pose,
        azimuth: turnOf(pose.azimuth + azimuth),
        elevation: clamp(pose.elevation + elevation, [-90, 90]),
        flatness: 0,
      },
      true,
    );
  }

  private zoomBy(factor: number): void {
    const { pose } = this.stage.rig;
    this.stage.moveEye({ ...pose, zoom: clamp(pose.zoom * factor, ZOOM_RANGE) }, false);
  }

  private pinchTo(spread: number): void {
    if (this.pinch > 0 && spread > 0) this.zoomBy(spread / this.pinch);
    this.pinch = spread;
  }

  /** A finger has gone: what the pinch has left is the view. */
  private endPinch(): void {
    if (this.pinch > 0) this.stage.settleEye();
    this.pinch = 0;
  }

  /** Distance between the first two pointers. */
  private spread(): number {
    const [a, b] = [...this.pointers.values()];
    return a === undefined || b === undefined ? 0 : Math.hypot(a.x - b.x, a.y - b.y);
  }

  private place(event: PointerEvent): Pixels {
    const { left, top } = this.element.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  }
}
