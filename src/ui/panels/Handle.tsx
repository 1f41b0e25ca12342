import {
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useRef,
} from "react";
import { useLab } from "../lab/LabContext.tsx";
import { followPointer, type PanelPoint } from "./followPointer.ts";

/** What a handle stands for at this moment. */
export interface HandleState {
  /** Where it lies, or null when it is out of sight. */
  readonly place: PanelPoint | null;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** The value with its unit, in words. */
  readonly text: string;
}

/** Something that can be grabbed in a panel, by pointer or keyboard. */
export interface HandleProps {
  readonly name: string;
  readonly part: "threshold" | "slope" | "decoder" | "time" | "input";
  /** Vertical arrow keys and up mean more; horizontal ones too. */
  readonly vertical?: boolean;
  readonly explain: string;
  /** Read once a frame; keep it cheap. */
  read(): HandleState;
  begin(): void;
  move(to: PanelPoint, event: { readonly shiftKey: boolean }): void;
  commit(): void;
  cancel(): void;
  /** Keyboard: 1 is a plain step, 10 with Shift, 0.1 with Alt; negative down. */
  nudge(steps: number): void;
  /** Double-click, Delete or Backspace; absent where there is nothing to go back to. */
  reset?(): void;
}

/** Pixels that a press may move and still be a click. */
const SLACK = 2;

/** A round grip over a canvas with role, name and value; all its motion is written without rendering. */
export function Handle(props: HandleProps): ReactNode {
  const element = useRef<HTMLButtonElement>(null);
  const bubble = useRef<HTMLSpanElement>(null);
  const latest = useRef(props);
  const held = useRef<{
    readonly pointer: number;
    readonly from: PanelPoint;
    readonly letGo: () => void;
    moved: boolean;
  } | null>(null);
  const lab = useLab();
  useEffect(() => {
    latest.current = props;
    lab.loop.invalidate();
  });
  useShow(element, bubble, latest);
  useEscape(() => {
    if (held.current === null) return false;
    const { moved } = held.current;
    release();
    // A press that has not moved has begun nothing.
    if (moved) latest.current.cancel();
    return true;
  });
  /** Nothing is held any more. */
  const release = (): void => {
    held.current?.letGo();
    held.current = null;
    element.current?.removeAttribute("data-held");
  };

  const down = (event: PointerEvent<HTMLButtonElement>): void => {
    if (event.button !== 0 || held.current !== null) return;
    const nearest = nearestGrip(event);
    if (nearest !== event.currentTarget) {
      event.stopPropagation();
      nearest.dispatchEvent(new window.PointerEvent("pointerdown", event.nativeEvent));
      return;
    }
    // It goes along from where it lies, not from where in it the finger came down: nothing jumps.
    const from = props.read().place;
    if (from === null) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const letGo = followPointer({ element: event.currentTarget, press: event, from }, follow);
    held.current = { pointer: event.pointerId, from, letGo, moved: false };
    event.stopPropagation();
  };
  const follow = (to: PanelPoint, event: { readonly shiftKey: boolean }): void => {
    const grip = held.current;
    if (grip === null) return;
    if (!grip.moved) {
      if (Math.hypot(to.x - grip.from.x, to.y - grip.from.y) < SLACK) return;
      grip.moved = true;
      element.current?.setAttribute("data-held", "true");
      latest.current.begin();
    }
    latest.current.move(to, event);
  };
  const up = (event: PointerEvent<HTMLButtonElement>): void => {
    const grip = held.current;
    if (grip === null || grip.pointer !== event.pointerId) return;
    release();
    if (grip.moved) props.commit();
  };
  const lost = (event: PointerEvent<HTMLButtonElement>): void => {
    const grip = held.current;
    if (grip === null || grip.pointer !== event.pointerId) return;
    release();
    if (grip.moved) props.cancel();
  };
  return (
    <>
      <button
        ref={element}
        type="button"
        className="lb-handle"
        role="slider"
        aria-label={props.name}
        aria-valuenow={0}
        aria-orientation={props.vertical === true ? "vertical" : "horizontal"}
        data-part={props.part}
        data-explain={props.explain}
        onPointerDown={down}
        onPointerUp={up}
        onPointerCancel={lost}
        onDoubleClick={() => props.reset?.()}
        onKeyDown={(event) => handleKey(event, props)}
      />
      <span ref={bubble} className="lb-held-value" aria-hidden="true" hidden={true} />
    </>
  );
}

/** Put a grip where it lies and tell its value, in every frame and without rendering. */
function useShow(
  element: RefObject<HTMLButtonElement | null>,
  bubble: RefObject<HTMLSpanElement | null>,
  latest: RefObject<HandleProps>,
): void {
  const lab = useLab();
  const written = useRef(new Map<string, string>());
  useEffect(
    () =>
      lab.loop.subscribe(() => {
        if (element.current === null) return;
        const grip = { element: element.current, bubble: bubble.current, written: written.current };
        show(grip, latest.current.read());
      }),
    [lab, element, bubble, latest],
  );
}

/** Grips may overlap: the one whose middle is nearest takes the press, not the one that lies on top. */
function nearestGrip(event: PointerEvent<HTMLButtonElement>): HTMLButtonElement {
  const { currentTarget, clientX, clientY } = event;
  const distanceTo = (grip: HTMLElement): number => {
    const { left, top, width, height } = grip.getBoundingClientRect();
    return Math.hypot(clientX - left - width / 2, clientY - top - height / 2);
  };
  const grips = currentTarget
    .closest(".lb-overlay")
    ?.querySelectorAll<HTMLButtonElement>(".lb-handle:not([hidden])");
  return [...(grips ?? [])].reduce(
    (best, grip) => (distanceTo(grip) < distanceTo(best) ? grip : best),
    currentTarget,
  );
}

/** The elements of a grip, and what was last written to its attributes: reading them back costs more than keeping it. */
interface Grip {
  readonly element: HTMLButtonElement;
  readonly bubble: HTMLElement | null;
  readonly written: Map<string, string>;
}

function show({ element, bubble, written }: Grip, state: HandleState): void {
  const { place } = state;
  hide(element, place === null);
  const holding = element.hasAttribute("data-held");
  if (bubble !== null) hide(bubble, place === null || !holding);
  if (place === null) return;
  const transform = `translate(${place.x.toFixed(1)}px, ${place.y.toFixed(1)}px)`;
  const write = (name: string, value: string, set: () => void): void => {
    if (written.get(name) === value) return;
    written.set(name, value);
    set();
  };
  const tell = (name: string, value: string): void =>
    write(name, value, () => element.setAttribute(name, value));
  write("transform", transform, () => {
    element.style.transform = transform;
  });
  tell("aria-valuemin", String(state.min));
  tell("aria-valuemax", String(state.max));
  tell("aria-valuenow", String(Number(state.value.toPrecision(6))));
  tell("aria-valuetext", state.text);
  if (bubble === null || !holding) return;
  bubble.style.transform = transform;
  if (bubble.textContent !== state.text) bubble.textContent = state.text;
}

/** Setting what already holds would still make the browser look at its styles again. */
function hide(element: HTMLElement, hidden: boolean): void {
  if (element.hidden !== hidden) element.hidden = hidden;
}

function handleKey(event: KeyboardEvent, props: HandleProps): void {
  if (event.key === "Delete" || event.key === "Backspace") {
    if (props.reset === undefined) return;
    event.preventDefault();
    props.reset();
    return;
  }
  const direction = directionOf(event.key);
  if (direction === 0 || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  const size = event.key.startsWith("Page") || event.shiftKey ? 10 : event.altKey ? 0.1 : 1;
  props.nudge(direction * size);
}

function directionOf(key: string): -1 | 0 | 1 {
  if (key === "ArrowRight" || key === "ArrowUp" || key === "PageUp") return 1;
  return key === "ArrowLeft" || key === "ArrowDown" || key === "PageDown" ? -1 : 0;
}

/** Escape lets go of whatever is held; `release` says whether anything was. */
export function useEscape(release: () => boolean): void {
  const latest = useRef(release);
  useEffect(() => {
    latest.current = release;
  });
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent): void => {
      if (event.key === "Escape" && latest.current()) event.preventDefault();
    };
    document.addEventListener("keydown", listen, { capture: true });
    return () => document.removeEventListener("keydown", listen, { capture: true });
  }, []);
}
