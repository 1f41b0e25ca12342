import type { Object3D } from "three";
import { HALF, type Ranges, type Triple, toBox } from "../geometry/box.ts";
import { Facets } from "../gl/Facets.ts";
import type { Layer } from "../gl/layer.ts";
import { Segments } from "../gl/Segments.ts";
import { PAINT_ORDER, type SharedUniforms } from "../gl/shared.ts";
import type { AxisEdges } from "../labels/axisEdges.ts";
import { isSeen } from "../labels/axisEdges.ts";
import type { BoxTicks } from "../labels/boxTicks.ts";
import type { Palette } from "../palette.ts";

const AXES = [0, 1, 2] as const;
type Axis = (typeof AXES)[number];
type Side = -1 | 1;

/** What the walls depend on. */
export interface WallScene {
  readonly eye: Triple;
  readonly ticks: BoxTicks;
  readonly ranges: Ranges;
  readonly edges: AxisEdges;
  readonly palette: Palette;
}

/** The faces of the box behind everything, with grid lines at the ticks. */
export class Walls {
  private readonly faces = new Facets({ order: PAINT_ORDER.walls });
  private readonly grid: Segments;
  private readonly axes: Segments;
  readonly layers: readonly Layer[];
  private drawn = "";

  constructor(shared: SharedUniforms, parent: Object3D) {
    this.grid = new Segments(shared, { width: 1, order: PAINT_ORDER.grid });
    this.axes = new Segments(shared, { width: 1.25, order: PAINT_ORDER.grid });
    this.layers = [this.faces, this.grid, this.axes];
    parent.add(...this.layers.map(({ object }) => object));
  }

  /** Redraw when the view has come round to other faces, or the ticks or colours have changed. */
  update(scene: WallScene): void {
    const walls = backFaces(scene.eye);
    const key = JSON.stringify([
      walls,
      scene.edges,
      scene.ticks,
      scene.ranges,
      scene.palette.theme.id,
    ]);
    if (key === this.drawn) return;
    this.drawn = key;
    this.faces.clear();
    this.grid.clear();
    this.axes.clear();
    for (const [axis, side] of walls) this.addWall(scene, axis, side);
    for (const edge of scene.edges) {
      if (edge !== null) this.axes.add([edge.from, edge.to], scene.palette.axis);
    }
    this.faces.commit();
    this.grid.commit();
    this.axes.commit();
  }

  dispose(): void {
    for (const layer of this.layers) layer.dispose();
  }

  private addWall({ ticks, ranges, palette }: WallScene, axis: Axis, side: Side): void {
    const [b, c] = AXES.filter((other) => other !== axis);
    if (b === undefined || c === undefined) return;
    const at = (u: number, v: number): Triple => {
      const point: [number, number, number] = [0, 0, 0];
      point[axis] = side * HALF[axis];
      point[b] = u;
      point[c] = v;
      return point;
    };
    const [halfB, halfC] = [HALF[b], HALF[c]];
    const corners = [
      at(-halfB, -halfC),
      at(halfB, -halfC),
      at(halfB, halfC),
      at(-halfB, halfC),
    ] as const;
    // The floor is a shade deeper than the standing walls.
    this.faces.add(corners.flat(), palette.wall, axis === 2 ? 1 : 0.6);
    for (const [index, corner] of corners.entries()) {
      this.grid.add([corner, corners[(index + 1) % 4] ?? corner], palette.axis, { opacity: 0.35 });
    }
    for (const value of ticks[b].values) {
      const place = toBox(ranges, b, value);
      this.grid.add([at(place, -halfC), at(place, halfC)], palette.grid);
    }
    for (const value of ticks[c].values) {
      const place = toBox(ranges, c, value);
      this.grid.add([at(-halfB, place), at(halfB, place)], palette.grid);
    }
  }
}

/** Faces whose inside is in view. */
function backFaces(eye: Triple): readonly (readonly [Axis, Side])[] {
  const faces: (readonly [Axis, Side])[] = [];
  for (const axis of AXES) {
    if (isSeen(eye, axis, 1)) faces.push([axis, -1]);
    if (isSeen(eye, axis, -1)) faces.push([axis, 1]);
  }
  return faces;
}
