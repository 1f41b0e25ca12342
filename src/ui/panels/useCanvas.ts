import { type RefObject, useEffect, useRef } from "react";
import { writeSvg } from "#exporters";
import { createCanvasSink, type Sink, type Theme } from "#plots";
import { useLab } from "../lab/LabContext.tsx";

/** Size of a panel; CSS pixels. */
export interface PanelSize {
  readonly width: number;
  readonly height: number;
}

/** What a canvas panel shows. */
export interface Picture {
  /** Values that the picture depends on; it is painted again when one of them is another. */
  dependencies(size: PanelSize): readonly unknown[];
  paint(sink: Sink, size: PanelSize): void;
  readonly theme: Theme;
  readonly title: string;
}

/** Largest ratio of device to CSS pixels that is painted; more costs time and shows nothing. */
const MAX_PIXEL_RATIO = 2;

/**
 * Keep a canvas at its element's size and painted by the shared frame loop, and register it for export.
 *
 * @param name the panel's name for exports.
 * @param picture read at every frame, so it may be a new object each render.
 */
export function useCanvas(name: string, picture: Picture): RefObject<HTMLCanvasElement | null> {
  const canvas = useRef<HTMLCanvasElement>(null);
  const latest = useRef(picture);
  const lab = useLab();
  useEffect(() => {
    latest.current = picture;
    lab.loop.invalidate();
  });
  useEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    const screen = createScreen(element);
    const repaint = () => screen.paint(latest.current);
    const leave = lab.loop.subscribe(repaint);
    const observer = new ResizeObserver(() => {
      screen.measure();
      lab.loop.invalidate();
    });
    observer.observe(element);
    document.fonts.addEventListener("loadingdone", lab.loop.invalidate);
    lab.registerCapture(name, {
      svg: () => drawSvg(latest.current, screen.size()),
      canvas: (scale) => drawCanvas(latest.current, screen.size(), scale),
    });
    return () => {
      leave();
      observer.disconnect();
      document.fonts.removeEventListener("loadingdone", lab.loop.invalidate);
      lab.registerCapture(name, null);
    };
  }, [lab, name]);
  return canvas;
}

/** Rises whenever a font has arrived: text measured or painted before it must be painted again. */
let fontsLoaded = 0;
document.fonts.addEventListener("loadingdone", () => {
  fontsLoaded += 1;
});

interface Screen {
  size(): PanelSize;
  measure(): void;
  paint(picture: Picture): void;
}

function createScreen(element: HTMLCanvasElement): Screen {
  // Opaque, so that nothing below has to be drawn and mixed with it.
  const context = element.getContext("2d", { alpha: false });
  let size: PanelSize = { width: 0, height: 0 };
  let painted: readonly unknown[] = [];
  let measured = "";
  let sink: Sink | null = null;
  return {
    size: () => size,
    measure() {
      size = { width: element.clientWidth, height: element.clientHeight };
      painted = [];
    },
    paint(picture) {
      if (context === null || size.width < 2 || size.height < 2) return;
      const wanted = [...picture.dependencies(size), fontsLoaded];
      if (isSame(wanted, painted)) return;
      painted = wanted;
      const { fontFamily } = picture.theme;
      // A sink remembers widths of text.
      if (sink === null || measured !== `${fontFamily} ${fontsLoaded}`) {
        measured = `${fontFamily} ${fontsLoaded}`;
        sink = createCanvasSink(context, fontFamily);
      }
      const ratio = Math.min(globalThis.devicePixelRatio, MAX_PIXEL_RATIO);
      fitBitmap(element, size, ratio);
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      paintGround(context, picture, size);
      picture.paint(sink, size);
    },
  };
}

function paintGround(context: CanvasRenderingContext2D, { theme }: Picture, size: PanelSize): void {
  context.globalAlpha = 1;
  context.fillStyle = theme.colors.background;
  context.fillRect(0, 0, size.width, size.height);
}

function fitBitmap(element: HTMLCanvasElement, size: PanelSize, ratio: number): void {
  const width = Math.round(size.width * ratio);
  const height = Math.round(size.height * ratio);
  if (element.width !== width) element.width = width;
  if (element.height !== height) element.height = height;
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((value, index) => Object.is(value, b[index]));
}

function drawSvg(picture: Picture, size: PanelSize): string {
  const { title, theme } = picture;
  return writeSvg({ ...size, title, theme, paint: (sink) => picture.paint(sink, size) });
}

function drawCanvas(picture: Picture, size: PanelSize, scale: number): HTMLCanvasElement {
  const copy = document.createElement("canvas");
  fitBitmap(copy, size, scale);
  const context = copy.getContext("2d");
  if (context !== null) {
    context.scale(scale, scale);
    paintGround(context, picture, size);
    picture.paint(createCanvasSink(context, picture.theme.fontFamily), size);
  }
  return copy;
}
