import type { Object3D } from "three";
import { HALF, type Ranges, type Triple, toBox } from "../geometry/box.ts";
import { sliceAtX } from "../geometry/polygon.ts";
import { Facets } from "../gl/Facets.ts";
import type { Layer } from "../gl/layer.ts";
import { Segments } from "../gl/Segments.ts";
import { SPOT, Spots } from "../gl/Spots.ts";
import { PAINT_ORDER, type SharedUniforms } from "../gl/shared.ts";
import type { Palette } from "../palette.ts";
import type { SceneSurfaces } from "../types.ts";

const FRAME_DASH = [0.02, 0.014] as const;
const FILL_OPACITY = 0.1;
/** Share of the range that rounding may put an input beyond its ends. */
const LEEWAY = 1e-3;
/** CSS pixels. */
export const GRIP_SIZE = 18;

/** What the plane depends on. */
export interface PlaneScene {
  readonly x: number | null;
  readonly ranges: Ranges;
  readonly surfaces: SceneSurfaces;
  readonly palette: Palette;
}

/** The slice at one input: a violet frame that surfaces hide where they stand before it, the two boundaries in it, a grip. */
export class InputPlane {
  private readonly fills: readonly Facets[];
  private readonly frames: readonly Segments[];
  private readonly slices: Segments;
  private readonly grip: Spots;
  private readonly rewritten: readonly (Facets | Segments)[];
  readonly layers: readonly Layer[];

  /** @param spaces groups in box and in data coordinates. */
  constructor(shared: SharedUniforms, spaces: { readonly box: Object3D; readonly data: Object3D }) {
    const behind = PAINT_ORDER.planeBehind;
    const front = PAINT_ORDER.planeInFront;
    this.fills = [
      new Facets({ order: behind, role: "behind" }),
      new Facets({ order: front, role: "front" }),
    ];
    this.frames = [
      new Segments(shared, { width: 1.5, order: behind, where: "behind" }),
      new Segments(shared, { width: 1.5, order: front, where: "front" }),
    ];
    this.slices = new Segments(shared, { width: 2, order: PAINT_ORDER.slice });
    this.grip = new Spots(shared, PAINT_ORDER.grip, 1);
    for (const frame of this.frames) frame.setDash(...FRAME_DASH);
    this.rewritten = [...this.fills, ...this.frames, this.slices];
    this.layers = [...this.rewritten, this.grip];
    for (const layer of this.layers) {
      (layer === this.slices ? spaces.data : spaces.box).add(layer.object);
    }
  }

  update({ x, ranges, surfaces, palette }: PlaneScene): void {
    for (const layer of this.rewritten) layer.clear();
    if (x !== null) {
      this.addFrame(toBox(ranges, 1, x), palette);
      for (const side of ["E", "I"] as const) {
        for (const { points } of surfaces[side]) {
          const ends = sliceAtX(points, x);
          if (ends !== null) this.slices.add(ends, palette.strong[side], { opacity: 0.9 });
        }
      }
    }
    for (const layer of this.rewritten) layer.commit();
    this.placeGrip(x === null ? null : gripPlace(ranges, x), palette);
  }

  dispose(): void {
    for (const layer of this.layers) layer.dispose();
  }

  private addFrame(at: number, palette: Palette): void {
    const corners = frameCorners(at);
    for (const fill of this.fills) fill.add(corners.flat(), palette.focus, FILL_OPACITY);
    let length = 0;
    for (const [index, from] of corners.entries()) {
      const to = corners[(index + 1) % 4] ?? from;
      const next = length + Math.hypot(to[0] - from[0], to[2] - from[2]);
      for (const frame of this.frames) {
        frame.add([from, to], palette.focus, { opacity: 0.9, along: [length, next] });
      }
      length = next;
    }
  }

  private placeGrip(at: Triple | null, { focus, paper }: Palette): void {
    this.grip.setColors([focus, focus, focus, focus], paper, 1);
    this.grip.setTime({ now: 0, since: 0, tail: 1 });
    this.grip.reserve(1).rows.set([...(at ?? [0, 0, 0]), 0, SPOT.grip, GRIP_SIZE]);
    this.grip.commit(0, at === null ? 0 : 1);
  }
}

/** Corners of the plane's frame in the box, in order. */
export function frameCorners(at: number): readonly Triple[] {
  const [e, , i] = HALF;
  return [
    [-e, at, -i],
    [e, at, -i],
    [e, at, i],
    [-e, at, i],
  ];
}

/** The plane's input while it is in the range on show; null beyond, where there are no surfaces to cut. */
export function inputInBox({ x: [low, high] }: Ranges, x: number | null): number | null {
  const leeway = (high - low) * LEEWAY;
  return x === null || x < low - leeway || x > high + leeway ? null : x;
}

/** Where the grip sits: in the middle of the frame's upper edge. */
export function gripPlace(ranges: Ranges, x: number): Triple {
  return [0, toBox(ranges, 1, x), HALF[2]];
}
