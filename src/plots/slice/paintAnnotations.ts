import type { Sink } from "../sink.ts";
import type { Theme } from "../theme.ts";
import { isInside, type View } from "../view/view.ts";

/** A published curve or point drawn for comparison; points are pairs (yE, |yI|). */
export interface SliceAnnotation {
  readonly label: string;
  readonly style: "dotted" | "point";
  readonly tone: "E" | "I" | "neutral";
  readonly points: readonly (readonly [number, number])[];
}

/** What {@link paintAnnotations} draws. */
export interface AnnotationsPicture {
  readonly view: View;
  readonly annotations: readonly SliceAnnotation[];
}

/** Draw annotations as dotted curves and crosses with their labels. */
export function paintAnnotations(
  sink: Sink,
  { view, annotations }: AnnotationsPicture,
  theme: Theme,
): void {
  if (annotations.length === 0) return;
  sink.beginGroup("annotations");
  for (const annotation of annotations) {
    if (annotation.style === "dotted") paintDotted(sink, view, { annotation, theme });
    else paintPoints(sink, view, { annotation, theme });
    paintLabel(sink, view, { annotation, theme });
  }
  sink.endGroup();
}

interface Styled {
  readonly annotation: SliceAnnotation;
  readonly theme: Theme;
}

function toneColors(tone: SliceAnnotation["tone"], { colors }: Theme): readonly [string, string] {
  if (tone === "E") return [colors.excitatory, colors.excitatoryText];
  if (tone === "I") return [colors.inhibitory, colors.inhibitoryText];
  return [colors.textMuted, colors.textMuted];
}

function paintDotted(sink: Sink, view: View, { annotation, theme }: Styled): void {
  sink.beginPath();
  for (const [index, [yE, yI]] of annotation.points.entries()) {
    if (index === 0) sink.moveTo(view.screenX(yE), view.screenY(yI));
    else sink.lineTo(view.screenX(yE), view.screenY(yI));
  }
  const width = theme.lines.bold;
  sink.stroke({
    color: toneColors(annotation.tone, theme)[0],
    width,
    dash: [0.1, 2 * width],
    cap: "round",
  });
}

function paintPoints(sink: Sink, view: View, { annotation, theme }: Styled): void {
  const reach = 0.9 * theme.lines.marker;
  sink.beginPath();
  for (const [yE, yI] of annotation.points) {
    const x = view.screenX(yE);
    const y = view.screenY(yI);
    sink.moveTo(x - reach, y - reach);
    sink.lineTo(x + reach, y + reach);
    sink.moveTo(x - reach, y + reach);
    sink.lineTo(x + reach, y - reach);
  }
  sink.stroke({ color: toneColors(annotation.tone, theme)[0], width: theme.lines.medium });
}

/** Write the label beside the last point that is in view. */
function paintLabel(sink: Sink, view: View, { annotation, theme }: Styled): void {
  const seen = annotation.points.findLast(([x, y]) => isInside(view.rect, view.toScreen({ x, y })));
  if (seen === undefined || annotation.label === "") return;
  const at = view.toScreen({ x: seen[0], y: seen[1] });
  const leftward = at.x > view.rect.x + view.rect.width / 2;
  sink.text(annotation.label, at.x + (leftward ? -10 : 10) * theme.scale, at.y, {
    color: toneColors(annotation.tone, theme)[1],
    sizePx: theme.sizes.tick,
    align: leftward ? "end" : "start",
    baseline: "middle",
    halo: theme.colors.background,
  });
}
