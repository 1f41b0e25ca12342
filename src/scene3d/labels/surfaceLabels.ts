import type { CrossingPiece, Side } from "#model";
import type { Theme } from "#plots";
import type { Triple } from "../geometry/box.ts";
import { distanceToSegment, type Pixels } from "../geometry/displacement.ts";
import { centroid, cornerAt, cornerCount, planeOf } from "../geometry/polygon.ts";
import type { SceneSurfaces } from "../types.ts";
import type { Label, LabelStyle } from "./label.ts";

const NAMES: Readonly<Record<Side, string>> = { E: "E boundary", I: "I boundary" };
/** Places tried for a surface's name. */
const MOST_PLACES = 8;
/** Further than this from the crossing (pixels) is clear of it. */
const CLEAR = 90;
/** On facets at least this wide (pixels) a name may also stand so far above or below the middle. */
const WIDE = 90;
const BESIDE = 24;
/** What a pixel of a facet's extent is worth against a pixel of distance from the crossing. */
const ROOM_WEIGHT = 0.25;

/** What the names of surfaces and neurons depend on. */
export interface SurfaceLabelScene {
  readonly surfaces: SceneSurfaces;
  readonly crossing: readonly CrossingPiece[];
  readonly theme: Theme;
  /** Screen place of a data point. */
  readonly toScreen: (point: Triple) => Pixels;
}

/** Name each surface on one of its own facets: a large one, clear of the crossing where the run is. */
export function surfaceLabels(scene: SurfaceLabelScene): readonly Label[] {
  const crossing = scene.crossing.map(
    ({ from, to }) => [scene.toScreen(from), scene.toScreen(to)] as const,
  );
  return (["E", "I"] as const).flatMap((side) => {
    const places = scene.surfaces[side]
      .map(({ points }) => {
        const centre = scene.toScreen(centroid(points));
        const clear = crossing.map(([from, to]) => distanceToSegment(centre, from, to));
        const room = Math.sqrt(areaOnScreen(points, scene.toScreen));
        return { centre, room, merit: Math.min(CLEAR, ...clear) + ROOM_WEIGHT * room };
      })
      .sort((a, b) => b.merit - a.merit)
      .slice(0, MOST_PLACES);
    if (places.length === 0) return [];
    return [
      {
        key: `surface ${side}`,
        content: NAMES[side],
        style: styleOf(scene.theme, side),
        rotate: 0,
        centres: places.flatMap(placesOn),
      },
    ];
  });
}

/** Places on a facet: its middle and, where there is room, a line above and below it. */
function placesOn(facet: { readonly centre: Pixels; readonly room: number }): readonly Pixels[] {
  const { x, y } = facet.centre;
  if (facet.room < WIDE) return [facet.centre];
  return [facet.centre, { x, y: y + BESIDE }, { x, y: y - BESIDE }];
}

/** The neuron in hand and what it is called. */
export interface NamedNeuron {
  readonly neuron: number;
  readonly name: string;
}

/** Write a neuron's name on its facet; none when it owns no facet. */
export function neuronLabel(scene: SurfaceLabelScene, { neuron, name }: NamedNeuron): Label | null {
  for (const side of ["E", "I"] as const) {
    const facet = scene.surfaces[side].find((one) => one.neuron === neuron);
    if (facet === undefined || planeOf(facet.points) === null) continue;
    const { x, y } = scene.toScreen(centroid(facet.points));
    return {
      key: "neuron",
      content: name,
      style: { ...styleOf(scene.theme, side), weight: 700 },
      rotate: 0,
      centres: [
        { x, y },
        { x, y: y - 18 },
        { x, y: y + 18 },
        { x: x - 40, y },
        { x: x + 40, y },
      ],
    };
  }
  return null;
}

function styleOf(theme: Theme, side: Side): LabelStyle {
  const { colors, sizes } = theme;
  return {
    color: side === "E" ? colors.excitatoryText : colors.inhibitoryText,
    sizePx: sizes.name,
    weight: 600,
    halo: colors.background,
  };
}

function areaOnScreen(corners: ArrayLike<number>, toScreen: (point: Triple) => Pixels): number {
  const count = cornerCount(corners);
  let twice = 0;
  for (let k = 0; k < count; k += 1) {
    const a = toScreen(cornerAt(corners, k));
    const b = toScreen(cornerAt(corners, (k + 1) % count));
    twice += a.x * b.y - b.x * a.y;
  }
  return Math.abs(twice) / 2;
}
