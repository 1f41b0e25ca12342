import type { Object3D } from "three";
import { pointToBox, type Ranges, type Triple } from "../geometry/box.ts";
import { clipSegment } from "../geometry/clipSegment.ts";
import type { Rgb } from "../geometry/colors.ts";
import { cornerAt, cornerCount } from "../geometry/polygon.ts";
import { Segments } from "../gl/Segments.ts";
import { PAINT_ORDER, type SharedUniforms } from "../gl/shared.ts";
import type { Palette } from "../palette.ts";
import type { SceneModel, SceneReference } from "../types.ts";

/** Lengths of dashes and gaps in the box. */
const DASHES = { unstable: [0.026, 0.018], reference: [0.007, 0.016] } as const;

/** What the curves depend on. */
export type CurveScene = Pick<SceneModel, "crossing" | "references" | "ranges"> & {
  readonly palette: Palette;
};

/** The crossing curve, solid where stable and dashed where not, and published curves to compare with, dotted. */
export class Curves {
  private readonly halo: Segments;
  private readonly stable: Segments;
  private readonly unstable: Segments;
  private readonly references: Segments;
  private readonly marks: Segments;
  readonly layers: readonly Segments[];

  constructor(shared: SharedUniforms, parent: Object3D) {
    const { crossing, crossingHalo, reference } = PAINT_ORDER;
    this.halo = new Segments(shared, { width: 5.5, order: crossingHalo });
    this.stable = new Segments(shared, { width: 2.75, order: crossing });
    this.unstable = new Segments(shared, { width: 2.75, order: crossing });
    this.references = new Segments(shared, { width: 2.25, order: reference });
    this.marks = new Segments(shared, { width: 8, order: reference });
    this.unstable.setDash(...DASHES.unstable);
    this.references.setDash(...DASHES.reference);
    this.layers = [this.halo, this.stable, this.unstable, this.references, this.marks];
    parent.add(...this.layers.map((layer) => layer.object));
  }

  update({ crossing, references, ranges, palette }: CurveScene): void {
    for (const layer of this.layers) layer.clear();
    let length = 0;
    for (const piece of crossing) {
      const stretch = measured(ranges, [piece.from, piece.to], length);
      if (stretch === null) continue;
      length = stretch.along[1];
      this.halo.add(stretch.ends, palette.paper, { opacity: 0.9 });
      (piece.stable ? this.stable : this.unstable).add(stretch.ends, palette.ink, stretch);
    }
    for (const curve of references) this.addReference(curve, ranges, palette);
    for (const layer of this.layers) layer.commit();
  }

  dispose(): void {
    for (const layer of this.layers) layer.dispose();
  }

  private addReference({ tone, points }: SceneReference, ranges: Ranges, palette: Palette): void {
    const color = tone === "neutral" ? palette.neutral : palette.strong[tone];
    const count = cornerCount(points);
    if (count === 1) this.addMark(cornerAt(points, 0), ranges, color);
    let length = 0;
    for (let k = 0; k + 1 < count; k += 1) {
      const ends = [cornerAt(points, k), cornerAt(points, k + 1)] as const;
      const stretch = measured(ranges, ends, length);
      if (stretch === null) continue;
      length = stretch.along[1];
      this.references.add(stretch.ends, color, stretch);
    }
  }

  /** A segment without length is a round mark. */
  private addMark(at: Triple, ranges: Ranges, color: Rgb): void {
    const inside = clipSegment(ranges, at, at);
    if (inside !== null) this.marks.add(inside, color);
  }
}

interface Stretch {
  readonly ends: readonly [Triple, Triple];
  /** Length of the line up to its ends in the box. */
  readonly along: readonly [number, number];
}

/** The part of a stretch inside the box, and how far along the line it lies. */
function measured(
  ranges: Ranges,
  [from, to]: readonly [Triple, Triple],
  length: number,
): Stretch | null {
  const ends = clipSegment(ranges, from, to);
  if (ends === null) return null;
  const [a, b] = [pointToBox(ranges, ends[0]), pointToBox(ranges, ends[1])];
  return { ends, along: [length, length + Math.hypot(b[0] - a[0], b[1] - a[1], b[2] - a[2])] };
}
