import { type Label, type LabelSpot, labelSize, type PlacedLabel } from "../labels/label.ts";
import type { Placer } from "../labels/placer.ts";
import type { Theme } from "../theme.ts";
import type { Rect } from "../view/view.ts";
import type { RegionsPicture } from "./paintRegions.ts";
import { type RegionId, regionAt } from "./regions.ts";

interface RegionName {
  readonly id: RegionId;
  readonly label: Label;
  /** Corner of the view that the name prefers, as shares of width and height. */
  readonly corner: readonly [number, number];
}

/** The four names; each with the region's own colour behind it, so that thresholds pass beneath. */
function regionNames({ colors, sizes }: Theme): readonly RegionName[] {
  const labelOf = (content: string, color: string, halo: string): Label => ({
    lines: [{ content, sizePx: sizes.name, weight: 600 }],
    color,
    halo,
  });
  return [
    {
      id: "silent",
      label: labelOf("both silent", colors.textMuted, colors.regionNone),
      corner: [0, 0],
    },
    {
      id: "both",
      label: labelOf("both above threshold", colors.focusText, colors.regionBoth),
      corner: [1, 1],
    },
    {
      id: "E",
      label: labelOf("E fires", colors.excitatoryText, colors.regionExcitatory),
      corner: [0, 1],
    },
    {
      id: "I",
      label: labelOf("I fires", colors.inhibitoryText, colors.regionInhibitory),
      corner: [1, 0],
    },
  ];
}

/** Places tried along each side of the view. */
const GRID = 12;
/** Room kept between a name and the edges of its region; px, unscaled. */
const PAD = 4;

/** Place each region's name inside it, as near to the region's corner as there is room; none where it does not fit. */
export function placeRegionNames(
  placer: Placer,
  picture: RegionsPicture,
  theme: Theme,
): readonly PlacedLabel[] {
  return regionNames(theme).flatMap((region) => {
    const spot = findSpot(placer, picture, { region, pad: PAD * theme.scale });
    if (spot === null) return [];
    placer.take(spot);
    return [{ label: region.label, spot }];
  });
}

function findSpot(
  placer: Placer,
  picture: RegionsPicture,
  { region, pad }: { readonly region: RegionName; readonly pad: number },
): LabelSpot | null {
  const { room } = placer;
  const { width, height } = labelSize(region.label);
  let best: LabelSpot | null = null;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (let cell = 0; cell < (GRID + 1) ** 2; cell += 1) {
    const right = (cell % (GRID + 1)) / GRID;
    const down = Math.floor(cell / (GRID + 1)) / GRID;
    const distance = Math.hypot(
      (right - region.corner[0]) * room.width,
      (down - region.corner[1]) * room.height,
    );
    if (distance >= bestDistance) continue;
    const x = room.x + pad + (room.width - width - 2 * pad) * right;
    const y = room.y + pad + (room.height - height - 2 * pad) * down;
    // Set from its corner, so that a wider typeface in a picture taken away grows into the region.
    const align = region.corner[0] === 0 ? "start" : "end";
    const spot: LabelSpot = { x, y, width, height, align };
    if (!(placer.isFree(spot) && isInRegion(region.id, picture, { spot, pad }))) continue;
    best = spot;
    bestDistance = distance;
  }
  return best;
}

/** Whether a box with some air lies in one region: regions have straight edges, so its rim is probed. */
function isInRegion(
  id: RegionId,
  { view, slice }: RegionsPicture,
  { spot, pad }: { readonly spot: Rect; readonly pad: number },
): boolean {
  for (const share of [0, 0.25, 0.5, 0.75, 1]) {
    const x = view.modelX(spot.x - pad + share * (spot.width + 2 * pad));
    if (regionAt(slice, x, view.modelY(spot.y - pad)) !== id) return false;
    if (regionAt(slice, x, view.modelY(spot.y + spot.height + pad)) !== id) return false;
  }
  return true;
}
