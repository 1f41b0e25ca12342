import type { Sink, TextContent, TextRun } from "#plots";
import type { LabelBox, LabelRoom } from "./avoid.ts";
import type { Label, LabelStyle, Size } from "./label.ts";
import { type PlacedLabel, paintLabels, placeAll } from "./placedLabels.ts";

/** Words over the canvas as HTML: in the page's font, crisp at any zoom, and out of the way of assistive technology. */
export class LabelLayer {
  readonly element: HTMLElement;
  private readonly document: Document;
  private readonly spans = new Map<string, HTMLSpanElement>();
  private readonly ruler: HTMLSpanElement;
  private readonly sizes = new Map<string, Size>();
  private shown: readonly PlacedLabel[] = [];

  constructor(document: Document) {
    this.document = document;
    this.element = document.createElement("div");
    this.element.setAttribute("aria-hidden", "true");
    Object.assign(this.element.style, {
      position: "absolute",
      inset: "0",
      overflow: "hidden",
      pointerEvents: "none",
      userSelect: "none",
    });
    this.ruler = this.createSpan();
    this.ruler.style.visibility = "hidden";
  }

  /** Room that words take unturned; remembered. */
  readonly measure = (content: TextContent, style: LabelStyle): Size => {
    const key = `${style.sizePx}/${style.weight}/${spell(content)}`;
    const known = this.sizes.get(key);
    if (known !== undefined) return known;
    write(this.ruler, content, style);
    const { width, height } = this.ruler.getBoundingClientRect();
    const size = { width, height };
    // Before the layer is in the page everything measures nothing: do not remember that.
    if (width > 0) this.sizes.set(key, size);
    return size;
  };

  /** Forget sizes, after fonts have arrived. */
  forgetSizes(): void {
    this.sizes.clear();
  }

  /** Show these labels where they fit, earlier ones first. */
  show(labels: readonly Label[], room: LabelRoom): void {
    this.shown = placeAll(labels, room, this.measure);
    const unused = new Set(this.spans.keys());
    for (const { label, box } of this.shown) {
      unused.delete(label.key);
      this.position(label, box);
    }
    for (const key of unused) {
      this.spans.get(key)?.remove();
      this.spans.delete(key);
    }
  }

  /** Draw what is shown into a picture. */
  paint(sink: Sink): void {
    paintLabels(sink, this.shown);
  }

  private position(label: Label, box: LabelBox): void {
    const span = this.spans.get(label.key) ?? this.createSpan();
    this.spans.set(label.key, span);
    write(span, label.content, label.style);
    const { x, y } = box.centre;
    span.style.transform = `translate(${x.toFixed(2)}px, ${y.toFixed(2)}px) rotate(${label.rotate.toFixed(2)}deg) translate(-50%, -50%)`;
  }

  private createSpan(): HTMLSpanElement {
    const span = this.document.createElement("span");
    Object.assign(span.style, {
      position: "absolute",
      left: "0",
      top: "0",
      whiteSpace: "nowrap",
      lineHeight: "1.2",
      transformOrigin: "0 0",
      fontVariantNumeric: "tabular-nums",
    });
    this.element.append(span);
    return span;
  }
}

/** What stands in each span, so that unchanged words are left alone. */
const WRITTEN = new WeakMap<HTMLSpanElement, string>();

function spell(content: TextContent): string {
  if (typeof content === "string") return content;
  return content.map((run) => `${run.shift ?? ""}${run.italic ?? ""}:${run.text}`).join("|");
}

/** Write words into a span; nothing is touched when they are already there. */
function write(span: HTMLSpanElement, content: TextContent, style: LabelStyle): void {
  const key = `${spell(content)}/${style.color}/${style.sizePx}/${style.weight}/${style.halo}`;
  if (WRITTEN.get(span) === key) return;
  WRITTEN.set(span, key);
  span.style.color = style.color;
  span.style.fontSize = `${style.sizePx}px`;
  span.style.fontWeight = `${style.weight}`;
  span.style.textShadow = style.halo === null ? "none" : haloShadow(style.halo);
  span.replaceChildren();
  const runs: readonly TextRun[] = typeof content === "string" ? [{ text: content }] : content;
  for (const run of runs) span.append(createRun(span.ownerDocument, run));
}

function createRun(document: Document, run: TextRun): Node {
  if (run.italic !== true && run.shift === undefined) return document.createTextNode(run.text);
  const part = document.createElement("span");
  part.textContent = run.text;
  if (run.italic === true) part.style.fontStyle = "italic";
  if (run.shift !== undefined) {
    part.style.fontSize = "0.72em";
    part.style.position = "relative";
    // Clear of the slanted letter before it.
    part.style.paddingLeft = "0.1em";
    part.style.top = run.shift === "super" ? "-0.5em" : "0.28em";
  }
  return part;
}

function haloShadow(color: string): string {
  const offsets = [-1.5, 0, 1.5];
  return offsets.flatMap((x) => offsets.map((y) => `${x}px ${y}px 2px ${color}`)).join(", ");
}
