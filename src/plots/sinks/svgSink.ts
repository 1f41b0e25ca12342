import { invariant } from "#math";
import type { Fill, Sink, Stroke, TextContent, TextRun, TextStyle } from "../sink.ts";
import { HALO_WIDTH, shiftOf, sizeOf, toRuns } from "./textRuns.ts";

/** Size and fonts of an SVG picture; CSS pixels. */
export interface SvgOptions {
  readonly width: number;
  readonly height: number;
  readonly fontFamily: string;
  /** Read aloud and shown as tooltip. */
  readonly title: string;
  /** Colour behind everything; absent leaves it clear. */
  readonly background?: string;
  /** Digits after the point; default 2. */
  readonly decimals?: number;
}

/** A sink that writes an SVG file. */
export interface SvgSink extends Sink {
  /** The whole file; every group and clip must have been closed. */
  finish(): string;
}

const ANCHORS = { start: "start", middle: "middle", end: "end" } as const;
/** Shift of the baseline as a fraction of the type size: viewers disagree on dominant-baseline. */
const BASELINES = { top: 0.78, middle: 0.35, bottom: -0.22, alphabetic: 0 } as const;

/** Replace the characters that XML keeps for itself, and drop those that it forbids. */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** Write the same picture that a canvas shows as a self-contained SVG file. */
export function createSvgSink(options: SvgOptions): SvgSink {
  const { width, height, decimals = 2 } = options;
  const body: string[] = [];
  const unit = 10 ** decimals;
  // Ids must differ between pictures that end up in one page.
  const prefix =
    options.title.replace(/[^A-Za-z0-9]+/g, "-").replace(/^[^A-Za-z]+/, "") || "picture";
  let path: string[] = [];
  let clips = 0;
  let depth = 0;
  const num = (value: number): string => String(Math.round(value * unit) / unit + 0);
  const open = (tag: string): void => {
    depth += 1;
    body.push(tag);
  };
  const close = (): void => {
    invariant(depth > 0, "An SVG group was closed that was never opened.");
    depth -= 1;
    body.push("</g>");
  };
  return {
    beginPath: () => {
      path = [];
    },
    moveTo: (x, y) => void path.push(`M${num(x)},${num(y)}`),
    lineTo: (x, y) => void path.push(`L${num(x)},${num(y)}`),
    closePath: () => void path.push("Z"),
    circle: (x, y, r) => void path.push(circlePath(num, x, { y, r })),
    rect: (x, y, w, h) => void path.push(`M${num(x)},${num(y)}h${num(w)}v${num(h)}h${num(-w)}Z`),
    stroke: (stroke) => pushPath(body, path, strokeAttributes(stroke, num)),
    fill: (fill) => pushPath(body, path, fillAttributes(fill, num)),
    text: (content, x, y, style) => void body.push(textElement({ content, x, y, style, num })),
    pushClip: (x, y, w, h) => {
      clips += 1;
      const id = `${prefix}-clip${clips}`;
      body.push(
        `<clipPath id="${id}"><rect x="${num(x)}" y="${num(y)}" width="${num(w)}" height="${num(h)}"/></clipPath>`,
      );
      open(`<g clip-path="url(#${id})">`);
    },
    popClip: close,
    beginGroup: (name) => open(`<g data-name="${escapeXml(name)}">`),
    endGroup: close,
    finish: () => {
      invariant(depth === 0, `${depth} SVG groups are still open.`);
      return wrap(options, body, { width: num(width), height: num(height) });
    },
  };
}

type Num = (value: number) => string;

function circlePath(num: Num, x: number, { y, r }: { y: number; r: number }): string {
  const arc = `a${num(r)},${num(r)} 0 1 0`;
  return `M${num(x - r)},${num(y)}${arc} ${num(2 * r)},0${arc} ${num(-2 * r)},0Z`;
}

function pushPath(body: string[], path: readonly string[], attributes: string): void {
  if (path.length > 0) body.push(`<path d="${path.join("")}" ${attributes}/>`);
}

function strokeAttributes(stroke: Stroke, num: Num): string {
  const dash =
    stroke.dash === undefined || stroke.dash.length === 0
      ? ""
      : ` stroke-dasharray="${stroke.dash.map(num).join(" ")}"`;
  const cap = stroke.cap === "round" ? ' stroke-linecap="round"' : "";
  const opacity = stroke.opacity === undefined ? "" : ` stroke-opacity="${num(stroke.opacity)}"`;
  const pen = `stroke="${escapeXml(stroke.color)}" stroke-width="${num(stroke.width)}"`;
  return `fill="none" ${pen} stroke-linejoin="round"${dash}${cap}${opacity}`;
}

function fillAttributes(fill: Fill, num: Num): string {
  const opacity = fill.opacity === undefined ? "" : ` fill-opacity="${num(fill.opacity)}"`;
  return `fill="${escapeXml(fill.color)}"${opacity}`;
}

interface TextJob {
  readonly content: TextContent;
  readonly x: number;
  readonly y: number;
  readonly style: TextStyle;
  readonly num: Num;
}

function textElement({ content, x, y, style, num }: TextJob): string {
  const dy = BASELINES[style.baseline ?? "alphabetic"] * style.sizePx;
  const turn =
    style.rotate === undefined || style.rotate === 0
      ? ""
      : ` transform="rotate(${num(style.rotate)} ${num(x)} ${num(y)})"`;
  const anchor = ANCHORS[style.align ?? "start"];
  const weight = style.weight === undefined ? "" : ` font-weight="${style.weight}"`;
  const slant = style.italic === true ? ' font-style="italic"' : "";
  const opacity = style.opacity === undefined ? "" : ` opacity="${num(style.opacity)}"`;
  const attributes = `x="${num(x)}" y="${num(y + dy)}" font-size="${num(style.sizePx)}" text-anchor="${anchor}"${weight}${slant}${opacity}${turn}`;
  const words = spans(toRuns(content), style, num);
  const text = `<text ${attributes} fill="${escapeXml(style.color)}">${words}</text>`;
  if (style.halo === undefined) return text;
  // All of the halo first: painted run by run, one run's halo would cover the run before.
  const pen = `stroke="${escapeXml(style.halo)}" stroke-width="${num(style.sizePx * HALO_WIDTH)}"`;
  return `<text ${attributes} fill="none" ${pen} stroke-linejoin="round" aria-hidden="true">${words}</text>${text}`;
}

function spans(runs: readonly TextRun[], style: TextStyle, num: Num): string {
  let previous = 0;
  return runs
    .map((run) => {
      const shift = shiftOf(run, style);
      const dy = shift - previous;
      previous = shift;
      const words = escapeXml(run.text);
      const slant = run.italic === true ? ' font-style="italic"' : "";
      if (dy === 0 && run.shift === undefined && slant === "") return words;
      const size = run.shift === undefined ? "" : ` font-size="${num(sizeOf(run, style))}"`;
      const move = dy === 0 ? "" : ` dy="${num(dy)}"`;
      return `<tspan${move}${size}${slant}>${words}</tspan>`;
    })
    .join("");
}

function wrap(
  options: SvgOptions,
  body: readonly string[],
  { width, height }: { readonly width: string; readonly height: string },
): string {
  const { background, fontFamily, title } = options;
  const backdrop =
    background === undefined
      ? []
      : [`<rect width="${width}" height="${height}" fill="${escapeXml(background)}"/>`];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escapeXml(fontFamily)}" role="img">`,
    `<title>${escapeXml(title)}</title>`,
    ...backdrop,
    ...body,
    "</svg>",
    "",
  ].join("\n");
}
