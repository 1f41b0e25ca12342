import { Group, Scene } from "three";
import { dataToBoxMatrix, type Triple } from "../geometry/box.ts";
import type { Layer } from "../gl/layer.ts";
import { createSharedUniforms, PAINT_ORDER, type SharedUniforms } from "../gl/shared.ts";
import type { AxisEdges } from "../labels/axisEdges.ts";
import type { BoxTicks } from "../labels/boxTicks.ts";
import { type Palette, paletteOf } from "../palette.ts";
import type { SceneModel, SceneSurfaces } from "../types.ts";
import { Curves } from "./Curves.ts";
import { Highlights } from "./Highlights.ts";
import { InputPlane } from "./InputPlane.ts";
import { RunPicture } from "./RunPicture.ts";
import { Surfaces } from "./Surfaces.ts";
import { Walls } from "./Walls.ts";

/** What changes with the eye and not with the model. */
export interface ViewScene {
  readonly eye: Triple;
  readonly edges: AxisEdges;
  readonly ticks: BoxTicks;
}

/** Everything drawn by the graphics card; each part is rebuilt only when what it depends on has changed. */
export class Picture {
  readonly scene = new Scene();
  readonly shared: SharedUniforms = createSharedUniforms();
  private readonly data = new Group();
  private readonly walls: Walls;
  private readonly surfaces: Surfaces;
  private readonly highlights: Highlights;
  private readonly curves: Curves;
  private readonly plane: InputPlane;
  private readonly run: RunPicture;
  private readonly ghost: RunPicture;
  private readonly parts: readonly { readonly layers: readonly Layer[]; dispose(): void }[];
  private shown: SceneModel | null = null;
  private colors: Palette | null = null;

  constructor() {
    const { scene, shared, data } = this;
    data.matrixAutoUpdate = false;
    scene.add(data);
    const { ghost, trajectory, spikes, present } = PAINT_ORDER;
    this.walls = new Walls(shared, scene);
    this.surfaces = new Surfaces(shared, data);
    this.highlights = new Highlights(shared, data);
    this.curves = new Curves(shared, data);
    this.plane = new InputPlane(shared, { box: scene, data });
    this.run = new RunPicture(shared, data, {
      role: "present",
      order: [trajectory, spikes, present],
    });
    this.ghost = new RunPicture(shared, data, { role: "ghost", order: [ghost, ghost, ghost] });
    const { walls, surfaces, highlights, curves, plane, run } = this;
    this.parts = [walls, surfaces, highlights, curves, plane, run, this.ghost];
  }

  /** Colours of the last update; null before the first. */
  get palette(): Palette | null {
    return this.colors;
  }

  update(model: SceneModel): void {
    const old = this.shown;
    this.shown = model;
    const palette = this.recolor(model);
    const recolored = old?.theme !== model.theme;
    const moved = old === null || !sameRanges(old, model);
    if (moved) {
      this.data.matrix.fromArray(dataToBoxMatrix(model.ranges));
      this.data.matrixWorldNeedsUpdate = true;
    }
    const reshaped =
      old?.upper !== model.upper || old.whole !== model.whole || old.show.cut !== model.show.cut;
    this.updateShapes(model, { palette, old, recolored, reshaped, moved });
    this.updateRuns(model, palette);
  }

  /** Bring up to date what depends on the eye. */
  updateView(view: ViewScene): void {
    if (this.shown === null || this.colors === null) return;
    this.walls.update({ ...view, ranges: this.shown.ranges, palette: this.colors });
    this.surfaces.setEyeAbove(view.eye[2] >= 0);
  }

  /** What is on show, in the order of painting. */
  get layers(): readonly Layer[] {
    return this.parts
      .flatMap((part): readonly Layer[] => part.layers)
      .filter(({ object }) => object.visible)
      .sort((a, b) => a.object.renderOrder - b.object.renderOrder);
  }

  dispose(): void {
    for (const part of this.parts) part.dispose();
  }

  private recolor(model: SceneModel): Palette {
    if (this.colors === null || this.colors.theme !== model.theme) {
      this.colors = paletteOf(model.theme);
      this.run.setPalette(this.colors);
      this.ghost.setPalette(this.colors);
    }
    return this.colors;
  }

  private updateShapes(model: SceneModel, change: Change): void {
    const { palette, old, recolored, reshaped, moved } = change;
    const { ranges, crossing, references, hovered, selected, planeX } = model;
    const surfaces = shownSurfaces(model);
    if (recolored || reshaped) {
      this.surfaces.update({ ...model, cut: model.show.cut, palette });
    }
    if (recolored || reshaped || old?.hovered !== hovered || !sameNumbers(old.selected, selected)) {
      this.highlights.update({ surfaces, hovered, selected, palette });
    }
    if (recolored || moved || old?.crossing !== crossing || old.references !== references) {
      this.curves.update({ crossing, references, ranges, palette });
    }
    if (recolored || moved || reshaped || old?.planeX !== planeX) {
      this.plane.update({ x: planeX, ranges, surfaces, palette });
    }
  }

  private updateRuns(model: SceneModel, palette: Palette): void {
    const { time, tail, show } = model;
    const visible = show.trajectory;
    this.run.update({
      run: visible ? model.run : null,
      time,
      tail,
      spikes: show.spikes,
      palette,
    });
    this.ghost.update({
      run: visible ? model.ghost : null,
      time,
      tail: Number.MAX_VALUE,
      spikes: false,
      palette,
    });
  }
}

interface Change {
  readonly palette: Palette;
  readonly old: SceneModel | null;
  readonly recolored: boolean;
  readonly reshaped: boolean;
  readonly moved: boolean;
}

/** The surfaces that can be seen and touched. */
export function shownSurfaces(model: SceneModel): SceneSurfaces {
  return model.show.cut ? model.upper : model.whole;
}

/** True when two lists hold the same numbers. */
export function sameNumbers(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}

export function sameRanges({ ranges: a }: SceneModel, { ranges: b }: SceneModel): boolean {
  return (["x", "E", "I"] as const).every(
    (axis) => a[axis][0] === b[axis][0] && a[axis][1] === b[axis][1],
  );
}
