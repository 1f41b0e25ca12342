import { type ConvexPolygon, polygonArea } from "#math";
import type { Triple } from "../geometry/box.ts";
import type { Pixels } from "../geometry/displacement.ts";
import { LEAST_AREA, outlineOf, sidesOf, spansInside, splitPolygon } from "../geometry/outline.ts";
import { gapsBetween, mergeSpans, type Span } from "../geometry/spans.ts";

/** On which side of the surfaces. */
export type Where = "behind" | "front";

/** Which parts of the input plane surfaces hide; all on the screen. */
export interface Cover {
  /** Pieces of a convex polygon in the plane, all the same way round; hidden ones overlap, so fill them as one path. */
  pieces(corners: readonly Pixels[], where: Where): readonly ConvexPolygon[];
  /** Stretches of a line in the plane, in order. */
  spans(ends: readonly [Pixels, Pixels], where: Where): readonly Span[];
}

/** What the cover depends on; box coordinates. */
export interface CoverScene {
  /** Facets that may stand before the plane. */
  readonly polygons: readonly (readonly Triple[])[];
  /** Where the plane stands on the x-axis, or null for none. */
  readonly planeAt: number | null;
  readonly eye: Triple;
  readonly toScreen: (at: Triple) => Pixels;
}

/**
 * Find what hides the plane without comparing depths: the parts of the facets on the eye's side of it, as outlines on the
 * screen. Exact, for facets and plane are flat.
 */
export function coverOf({ polygons, planeAt, eye, toScreen }: CoverScene): Cover {
  const outlines =
    planeAt === null
      ? []
      : polygons
          .map((corners) => outlineOf(nearPart(corners, planeAt, eye).map(toScreen)))
          .map((outline) => ({ outline, area: polygonArea(outline) }))
          .filter(({ area }) => area >= LEAST_AREA)
          // Large ones first: what they hide need not be cut up any further.
          .sort((a, b) => b.area - a.area)
          .map(({ outline }) => sidesOf(outline));
  return {
    pieces(corners, where) {
      const whole = outlineOf(corners);
      if (where === "behind") {
        return outlines.flatMap((sides) => splitPolygon(whole, sides).inside ?? []);
      }
      let left: readonly ConvexPolygon[] = [whole];
      for (const sides of outlines) {
        left = left.flatMap((piece) => splitPolygon(piece, sides).outside);
      }
      return left;
    },
    spans(ends, where) {
      const hidden = mergeSpans(outlines.flatMap((sides) => spansInside(ends, sides)));
      return where === "behind" ? hidden : gapsBetween(hidden);
    },
  };
}

/** The part of a polygon on the eye's side of the plane. */
function nearPart(corners: readonly Triple[], planeAt: number, eye: Triple): readonly Triple[] {
  const sign = eye[1] < planeAt ? 1 : -1;
  return corners.flatMap((here, index) => {
    const next = corners[(index + 1) % corners.length] ?? here;
    const before = sign * (here[1] - planeAt);
    const after = sign * (next[1] - planeAt);
    const kept: Triple[] = before <= 0 ? [here] : [];
    if (before * after < 0) {
      const share = before / (before - after);
      const [e, , i] = here;
      kept.push([e + share * (next[0] - e), planeAt, i + share * (next[2] - i)]);
    }
    return kept;
  });
}
