import type { Sink, TextContent, TextRun, TextStyle } from "../sink.ts";
import { fontOf, HALO_WIDTH, SHIFTED_SIZE, shiftOf, toRuns } from "./textRuns.ts";

/** The members of a CanvasRenderingContext2D that a sink uses; the DOM itself stays out of this layer. */
export interface CanvasContext {
  fillStyle: unknown;
  strokeStyle: unknown;
  lineWidth: number;
  lineCap: "butt" | "round" | "square";
  lineJoin: "bevel" | "miter" | "round";
  globalAlpha: number;
  font: string;
  textAlign: "center" | "end" | "left" | "right" | "start";
  textBaseline: "alphabetic" | "bottom" | "hanging" | "ideographic" | "middle" | "top";
  beginPath(): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  closePath(): void;
  arc(x: number, y: number, radius: number, startAngle: number, endAngle: number): void;
  rect(x: number, y: number, width: number, height: number): void;
  stroke(): void;
  fill(): void;
  save(): void;
  restore(): void;
  clip(): void;
  translate(x: number, y: number): void;
  rotate(angle: number): void;
  setLineDash(segments: readonly number[]): void;
  fillText(text: string, x: number, y: number): void;
  strokeText(text: string, x: number, y: number): void;
  measureText(text: string): { readonly width: number };
}

const SOLID: readonly number[] = [];
/** Up to this width nobody sees how a line turns, and round corners are what a long trace costs most; px. */
const FINE = 1.5;
const FULL_TURN = 2 * Math.PI;

/**
 * Draw on a canvas. The caller has already scaled the context to CSS pixels.
 *
 * @param fontFamily CSS font family list; its fonts are loaded, since widths of text are remembered.
 */
export function createCanvasSink(context: CanvasContext, fontFamily: string): Sink {
  const widths = new Map<string, number>();
  const font = new FontSetter(context);
  return {
    beginPath: () => context.beginPath(),
    moveTo: (x, y) => context.moveTo(x, y),
    lineTo: (x, y) => context.lineTo(x, y),
    closePath: () => context.closePath(),
    circle(x, y, radius) {
      context.moveTo(x + radius, y);
      context.arc(x, y, radius, 0, FULL_TURN);
    },
    rect: (x, y, width, height) => context.rect(x, y, width, height),
    stroke(stroke) {
      context.strokeStyle = stroke.color;
      context.lineWidth = stroke.width;
      context.lineCap = stroke.cap ?? "butt";
      context.lineJoin = stroke.width > FINE ? "round" : "bevel";
      context.globalAlpha = stroke.opacity ?? 1;
      context.setLineDash(stroke.dash ?? SOLID);
      context.stroke();
    },
    fill(fill) {
      context.fillStyle = fill.color;
      context.globalAlpha = fill.opacity ?? 1;
      context.fill();
    },
    text: (content, x, y, style) =>
      drawText({ context, font, fontFamily, widths, content, style, x, y }),
    pushClip(x, y, width, height) {
      context.save();
      context.beginPath();
      context.rect(x, y, width, height);
      context.clip();
    },
    popClip() {
      context.restore();
      font.forget();
    },
    // Between two pictures the canvas may have been given another size, which forgets everything.
    beginGroup: () => font.forget(),
    endGroup: () => undefined,
  };
}

/** Sets a font only where it is another: even the same one makes the browser bring all styles up to date. */
class FontSetter {
  readonly #context: CanvasContext;
  #present = "";

  constructor(context: CanvasContext) {
    this.#context = context;
  }

  set(font: string): void {
    if (font === this.#present) return;
    this.#context.font = font;
    this.#present = font;
  }

  /** The context may have gone back to another font. */
  forget(): void {
    this.#present = "";
  }
}

interface TextJob {
  readonly context: CanvasContext;
  readonly font: FontSetter;
  readonly fontFamily: string;
  /** Of runs measured before, by font and text. */
  readonly widths: Map<string, number>;
  readonly content: TextContent;
  readonly style: TextStyle;
  readonly x: number;
  readonly y: number;
}

function drawText(job: TextJob): void {
  const { context, style } = job;
  const runs = toRuns(job.content);
  const turned = style.rotate !== undefined && style.rotate !== 0;
  if (turned) {
    context.save();
    context.translate(job.x, job.y);
    context.rotate(((style.rotate ?? 0) * Math.PI) / 180);
  }
  const originX = turned ? 0 : job.x;
  const originY = turned ? 0 : job.y;
  context.textAlign = "left";
  context.textBaseline = style.baseline ?? "alphabetic";
  context.globalAlpha = style.opacity ?? 1;
  const start = { x: originX - alignOffset(job, runs), y: originY };
  // All of the halo first: painted run by run, one run's halo would cover the run before.
  if (style.halo !== undefined) drawRuns(job, runs, { ...start, paint: strokeRun });
  drawRuns(job, runs, { ...start, paint: fillRun });
  if (turned) {
    context.restore();
    job.font.forget();
  }
}

function alignOffset(job: TextJob, runs: readonly TextRun[]): number {
  const { align } = job.style;
  if (align === undefined || align === "start") return 0;
  let width = 0;
  for (const run of runs) width += measureRun(job, run);
  return align === "middle" ? width / 2 : width;
}

/** Numbers that change would fill it up. */
const MOST_WIDTHS = 1000;

function measureRun(job: TextJob, run: TextRun): number {
  const { context, widths } = job;
  const font = fontOf(run, job.style, job.fontFamily);
  const key = `${font} ${run.text}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  job.font.set(font);
  const { width } = context.measureText(run.text);
  if (widths.size >= MOST_WIDTHS) widths.clear();
  widths.set(key, width);
  return width;
}

interface RunPainting {
  readonly x: number;
  readonly y: number;
  paint(job: TextJob, run: TextRun, at: { readonly x: number; readonly y: number }): void;
}

function drawRuns(job: TextJob, runs: readonly TextRun[], { x, y, paint }: RunPainting): void {
  let left = x;
  for (const run of runs) {
    job.font.set(fontOf(run, job.style, job.fontFamily));
    paint(job, run, { x: left, y: y + shiftOf(run, job.style) });
    if (run !== runs.at(-1)) left += measureRun(job, run);
  }
}

const strokeRun: RunPainting["paint"] = ({ context, style }, run, { x, y }) => {
  if (style.halo === undefined) return;
  context.strokeStyle = style.halo;
  context.lineWidth = style.sizePx * HALO_WIDTH * (run.shift === undefined ? 1 : SHIFTED_SIZE);
  context.lineJoin = "round";
  context.setLineDash(SOLID);
  context.strokeText(run.text, x, y);
};

const fillRun: RunPainting["paint"] = ({ context, style }, run, { x, y }) => {
  context.fillStyle = style.color;
  context.fillText(run.text, x, y);
};
