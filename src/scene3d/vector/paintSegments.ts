import type { Pixels } from "../geometry/displacement.ts";
import { commonSpans, dashSpans, type Span } from "../geometry/spans.ts";
import type { Segments, TintedSegment } from "../gl/Segments.ts";
import { type Ink, screenMap, tint } from "./ink.ts";

/** Ends nearer than this (pixels) are one corner. */
const SAME = 0.01;

/** A visible piece of a segment. */
interface Piece {
  readonly from: Pixels;
  readonly to: Pixels;
  readonly segment: TintedSegment;
}

/**
 * Stroke segments, joined where one begins at the end of the one before. What is translucent gets a path for each joined
 * line, so that lines on top of each other add up as they do on the screen.
 */
export function paintSegments(layer: Segments, ink: Ink): void {
  const { sink } = ink;
  const { width, dash } = layer;
  const cap = dash[0] > 0 ? "butt" : "round";
  let last: Piece | null = null;
  const finish = (): void => {
    if (last === null) return;
    sink.stroke({ ...tint(last.segment.color, last.segment.opacity), width, cap });
    last = null;
  };
  for (const piece of piecesOf(layer, ink)) {
    const { from, to, segment } = piece;
    const isJoined = last !== null && isSame(from, last.to);
    if (last !== null && !sharesPath(last.segment, segment, isJoined)) finish();
    if (last === null) sink.beginPath();
    if (last === null || !isJoined) sink.moveTo(from.x, from.y);
    sink.lineTo(to.x, to.y);
    last = piece;
  }
  finish();
}

/** Dashes of all segments; of the input plane's only those on the layer's side of the surfaces. */
function* piecesOf(layer: Segments, { rig, cover }: Ink): Iterable<Piece> {
  const toScreen = screenMap(layer.object, rig);
  const { where, dash } = layer;
  for (const segment of layer.segments) {
    const ends = [toScreen(segment.ends[0]), toScreen(segment.ends[1])] as const;
    const dashes = dashSpans(segment.along, dash);
    const spans = where === "everywhere" ? dashes : commonSpans(dashes, cover.spans(ends, where));
    for (const span of spans) {
      const [from, to] = stretch(ends, span);
      yield { from, to, segment };
    }
  }
}

function stretch(
  [from, to]: readonly [Pixels, Pixels],
  [start, end]: Span,
): readonly [Pixels, Pixels] {
  const at = (share: number): Pixels => ({
    x: from.x + share * (to.x - from.x),
    y: from.y + share * (to.y - from.y),
  });
  return [at(start), at(end)];
}

function isSame(a: Pixels, b: Pixels): boolean {
  return Math.hypot(a.x - b.x, a.y - b.y) < SAME;
}

/** True when two segments can be stroked at once: in the same ink, and joined where it is translucent. */
function sharesPath(a: TintedSegment, b: TintedSegment, isJoined: boolean): boolean {
  const isAlike =
    a.opacity === b.opacity && a.color.every((part, index) => part === b.color[index]);
  return isAlike && (isJoined || b.opacity >= 1);
}
