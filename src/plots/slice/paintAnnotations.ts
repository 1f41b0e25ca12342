import { type AroundOptions, around } from "../labels/around.ts";
import { type Label, type LabelSpot, labelSize, type PlacedLabel } from "../labels/label.ts";
import type { Placer } from "../labels/placer.ts";
import { wrapWords } from "../labels/wrapWords.ts";
import type { Sink } from "../sink.ts";
import type { Theme } from "../theme.ts";
import { isInside, type ScreenPoint, type View } from "../view/view.ts";

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

/** Draw annotations as dotted curves and crosses. */
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

/** A label is broken into lines of at most this part of the picture's width, and within these limits; px, unscaled. */
const WIDTH_SHARE = 0.42;
const WIDEST = 190;
const MOST_LINES = 4;
/** From a point to its label; px, unscaled. */
const REACH = 10;
/** How many points of an annotation a label may stand at. */
const MOST_ANCHORS = 8;

/** Place each annotation's words beside one of its points in view, the last if possible. */
export function placeAnnotationLabels(
  placer: Placer,
  { view, annotations }: AnnotationsPicture,
  theme: Theme,
): readonly PlacedLabel[] {
  const { sizes, scale } = theme;
  const sizePx = sizes.tick;
  const width = Math.min(WIDEST * scale, WIDTH_SHARE * view.rect.width);
  return annotations.flatMap((annotation) => {
    if (annotation.label === "") return [];
    const lines = wrapWords(annotation.label, { sizePx, width, most: MOST_LINES });
    const label: Label = {
      lines: lines.map((content) => ({ content, sizePx })),
      color: toneColors(annotation.tone, theme)[1],
      halo: theme.colors.background,
    };
    const options = { size: labelSize(label), room: placer.room, reach: REACH * scale };
    const spot = placer.place(aroundAll(anchors(view, annotation), options));
    return spot === null ? [] : [{ label, spot }];
  });
}

/** Some points of an annotation that are in view, from the last. */
function anchors(view: View, { points }: SliceAnnotation): readonly ScreenPoint[] {
  const seen = pointsInView(view, points);
  const stride = Math.ceil(seen.length / MOST_ANCHORS);
  return seen.reverse().filter((_, index) => index % stride === 0);
}

function* aroundAll(points: readonly ScreenPoint[], options: AroundOptions): Generator<LabelSpot> {
  for (const point of points) yield* around(point, options);
}

/** The points of an annotation that are in view, on the screen. */
export function pointsInView(view: View, points: SliceAnnotation["points"]): ScreenPoint[] {
  return points.map(([x, y]) => view.toScreen({ x, y })).filter((at) => isInside(view.rect, at));
}
