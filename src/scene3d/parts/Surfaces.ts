import type { Object3D } from "three";
import type { Facet, Side } from "#model";
import { facetColor, type Rgb } from "../geometry/colors.ts";
import { type Corners, cornerAt, cornerCount } from "../geometry/polygon.ts";
import { Facets } from "../gl/Facets.ts";
import { Segments } from "../gl/Segments.ts";
import { PAINT_ORDER, type SharedUniforms } from "../gl/shared.ts";
import type { Palette } from "../palette.ts";
import type { SceneModel } from "../types.ts";

const SIDES = ["E", "I"] as const;
/** Opacity of facets and their edges: shown cut; shown whole, on top; shown whole, everywhere. */
const LOOKS = {
  cut: { fill: 0.9, edge: 0.8 },
  upper: { fill: 0.84, edge: 0.75 },
  whole: { fill: 0.3, edge: 0.28 },
} as const;

interface Paint {
  readonly colorOf: (neuron: number) => Rgb;
  readonly palette: Palette;
  readonly look: { readonly fill: number; readonly edge: number };
}

/** What the surfaces depend on. */
export type SurfaceScene = Pick<SceneModel, "upper" | "whole"> & {
  readonly cut: boolean;
  readonly palette: Palette;
};

/** Both boundaries: one polygon a neuron, each in a shade of its own, with fine edges. */
export class Surfaces {
  private readonly whole = new Facets({ order: PAINT_ORDER.firstSurface });
  private readonly upper = new Facets({ order: PAINT_ORDER.secondSurface });
  private readonly depth = new Facets({ order: PAINT_ORDER.depth, role: "depth" });
  private readonly edges: Segments;
  readonly layers: readonly (Facets | Segments)[];

  constructor(shared: SharedUniforms, parent: Object3D) {
    this.edges = new Segments(shared, { width: 1, order: PAINT_ORDER.facetEdges });
    this.layers = [this.whole, this.upper, this.depth, this.edges];
    parent.add(...this.layers.map(({ object }) => object));
  }

  update(scene: SurfaceScene): void {
    const { cut, palette } = scene;
    for (const layer of this.layers) layer.clear();
    for (const side of SIDES) {
      const colorOf = shades(scene, side);
      if (!cut) this.addAll(this.whole, scene.whole[side], { colorOf, palette, look: LOOKS.whole });
      const look = cut ? LOOKS.cut : LOOKS.upper;
      this.addAll(this.upper, scene.upper[side], { colorOf, palette, look });
      for (const { points } of (cut ? scene.upper : scene.whole)[side]) {
        this.depth.add(points, palette.paper, 1);
      }
    }
    for (const layer of this.layers) layer.commit();
  }

  /** What lies on top is painted last, seen from above; first, seen from below. */
  setEyeAbove(above: boolean): void {
    const { firstSurface, secondSurface } = PAINT_ORDER;
    this.whole.object.renderOrder = above ? firstSurface : secondSurface;
    this.upper.object.renderOrder = above ? secondSurface : firstSurface;
  }

  private addAll(into: Facets, facets: readonly Facet[], paint: Paint): void {
    for (const { neuron, points } of facets) {
      into.add(points, paint.colorOf(neuron), paint.look.fill);
      addOutline(this.edges, points, paint.palette.paper, paint.look.edge);
    }
  }

  dispose(): void {
    for (const layer of this.layers) layer.dispose();
  }
}

/** Shade of each neuron of a population by its place among those that own a facet. */
function shades({ upper, whole, palette }: SurfaceScene, side: Side): (neuron: number) => Rgb {
  const owners = new Set([...whole[side], ...upper[side]].map(({ neuron }) => neuron));
  const order = [...owners].sort((a, b) => a - b);
  const colors = new Map<number, Rgb>();
  for (const [rank, neuron] of order.entries()) {
    const base = palette.base[side];
    colors.set(neuron, facetColor({ base, light: palette.light, rank, count: order.length }));
  }
  return (neuron) => colors.get(neuron) ?? palette.base[side];
}

/** Add the closed outline of a polygon. */
export function addOutline(into: Segments, corners: Corners, color: Rgb, opacity: number): void {
  const count = cornerCount(corners);
  for (let k = 0; k < count; k += 1) {
    const ends = [cornerAt(corners, k), cornerAt(corners, (k + 1) % count)] as const;
    into.add(ends, color, { opacity });
  }
}
