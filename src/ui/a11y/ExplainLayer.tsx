import { type ReactNode, useEffect, useRef, useState } from "react";
import { placeTip, type TipPlace } from "./placeTip.ts";
import "./explain.css";

interface Tip {
  readonly text: string;
  readonly target: Element;
}

const TIP_ID = "lb-explanation";
/** Hover waits so that crossing the screen does not flash tips; focus answers at once. */
const HOVER_DELAY_MS = 350;

/**
 * One tooltip for the whole page: whatever carries `data-explain="sentence"` shows its sentence when hovered or
 * focused. One listener instead of a component around every symbol keeps large tables cheap.
 */
export function ExplainLayer(): ReactNode {
  const [tip, setTip] = useState<Tip | null>(null);
  const [place, setPlace] = useState<TipPlace | null>(null);
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => listenForTips(document, setTip), []);

  useEffect(() => {
    if (tip === null || box.current === null) return;
    setPlace(placeTip(tip.target.getBoundingClientRect(), box.current.getBoundingClientRect()));
    return describe(tip.target);
  }, [tip]);

  if (tip === null) return null;
  const style =
    place === null ? { visibility: "hidden" as const } : { left: place.x, top: place.y };
  return (
    <div ref={box} className="lb-tip" id={TIP_ID} role="tooltip" style={style}>
      {tip.text}
    </div>
  );
}

/** Point a screen reader from the target to the tip while it is shown. */
function describe(target: Element): () => void {
  const before = target.getAttribute("aria-describedby");
  target.setAttribute("aria-describedby", before === null ? TIP_ID : `${before} ${TIP_ID}`);
  return () => {
    if (before === null) target.removeAttribute("aria-describedby");
    else target.setAttribute("aria-describedby", before);
  };
}

function explained(target: EventTarget | null): Tip | null {
  if (!(target instanceof Element)) return null;
  const holder = target.closest("[data-explain]");
  const text = holder?.getAttribute("data-explain") ?? "";
  return holder === null || text === "" ? null : { text, target: holder };
}

/** Follow hover and focus; Escape and pressing hide the tip. Returns the function that stops listening. */
function listenForTips(root: Document, show: (tip: Tip | null) => void): () => void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let shown: Element | null = null;
  const change = (tip: Tip | null, delay: number) => {
    if (tip !== null && tip.target === shown) return;
    clearTimeout(waiting);
    if (tip === null && shown === null) return;
    waiting = setTimeout(() => {
      shown = tip?.target ?? null;
      show(tip);
    }, delay);
  };
  const hide = () => {
    clearTimeout(waiting);
    shown = null;
    show(null);
  };
  const events = new AbortController();
  const { signal } = events;
  root.addEventListener(
    "pointerover",
    (event) => {
      if (event.pointerType === "touch" || isTip(event.target)) return;
      change(explained(event.target), shown === null ? HOVER_DELAY_MS : 80);
    },
    { signal },
  );
  root.addEventListener(
    "focusin",
    ({ target }) => {
      if (target instanceof Element && target.matches(":focus-visible"))
        change(explained(target), 0);
    },
    { signal },
  );
  root.addEventListener("focusout", hide, { signal });
  root.addEventListener("pointerdown", hide, { signal });
  root.addEventListener("scroll", hide, { signal, capture: true, passive: true });
  root.addEventListener("keydown", ({ key }) => key === "Escape" && hide(), { signal });
  return () => {
    events.abort();
    clearTimeout(waiting);
  };
}

function isTip(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(`#${TIP_ID}`) !== null;
}
