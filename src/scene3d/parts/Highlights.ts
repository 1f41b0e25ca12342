import type { Object3D } from "three";
import { Facets } from "../gl/Facets.ts";
import { Segments } from "../gl/Segments.ts";
import { PAINT_ORDER, type SharedUniforms } from "../gl/shared.ts";
import type { Palette } from "../palette.ts";
import type { SceneSurfaces } from "../types.ts";
import { addOutline } from "./Surfaces.ts";

/** What the highlights depend on. */
export interface HighlightScene {
  /** The surfaces on show. */
  readonly surfaces: SceneSurfaces;
  readonly hovered: number | null;
  readonly selected: readonly number[];
  readonly palette: Palette;
}

/** Outlines and a wash of colour over the facets of hovered and selected neurons. */
export class Highlights {
  private readonly wash = new Facets({ order: PAINT_ORDER.facetEdges });
  private readonly outlines: Segments;
  readonly layers: readonly (Facets | Segments)[];

  constructor(shared: SharedUniforms, parent: Object3D) {
    this.outlines = new Segments(shared, { width: 2.25, order: PAINT_ORDER.outline });
    this.layers = [this.wash, this.outlines];
    parent.add(...this.layers.map(({ object }) => object));
  }

  update({ surfaces, hovered, selected, palette }: HighlightScene): void {
    for (const layer of this.layers) layer.clear();
    for (const side of ["E", "I"] as const) {
      for (const { neuron, points } of surfaces[side]) {
        const isSelected = selected.includes(neuron);
        if (neuron !== hovered && !isSelected) continue;
        this.wash.add(points, palette.base[side], neuron === hovered ? 0.45 : 0.3);
        addOutline(this.outlines, points, isSelected ? palette.focus : palette.strong[side], 0.95);
      }
    }
    for (const layer of this.layers) layer.commit();
  }

  dispose(): void {
    for (const layer of this.layers) layer.dispose();
  }
}
