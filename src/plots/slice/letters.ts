import type { Side } from "#model";
import type { Label, LabelSpot, PlacedLabel } from "../labels/label.ts";
import type { Placer } from "../labels/placer.ts";
import { populationStyle, sideType } from "../populationStyle.ts";
import type { Theme } from "../theme.ts";
import { pointAlong } from "./paintFlow.ts";
import type { SlicePicture } from "./slicePicture.ts";

/** Where along its boundary a letter may stand, best first: towards the right end, where both are apart. */
const SHARES = [0.9, 0.84, 0.78, 0.72, 0.96, 0.64, 0.56, 0.48, 0.4, 0.3, 0.2, 0.1];
/** Side of a letter's box in type sizes. */
const BOX = 1.3;

/** Place the letters I and E on their boundaries. */
export function placeLetters(
  placer: Placer,
  picture: Pick<SlicePicture, "view" | "slice">,
  theme: Theme,
): readonly PlacedLabel[] {
  return (["I", "E"] as const).flatMap((side) => {
    const spot = placer.place(spotsOnBoundary(side, picture, theme));
    return spot === null ? [] : [{ label: letterOf(side, theme), spot }];
  });
}

function* spotsOnBoundary(
  side: Side,
  { view, slice }: Pick<SlicePicture, "view" | "slice">,
  { sizes }: Theme,
): Generator<LabelSpot> {
  const size = BOX * sizes.letter;
  for (const share of SHARES) {
    const at = pointAlong(slice.boundary[side], view, share);
    if (at === null) return;
    const box = { x: at.x - size / 2, y: at.y - size / 2, width: size, height: size };
    yield { ...box, align: "middle" };
  }
}

function letterOf(side: Side, theme: Theme): Label {
  return {
    lines: [{ content: side, sizePx: theme.sizes.letter, weight: 700 }],
    color: populationStyle(theme, sideType(side)).textColor,
    halo: theme.colors.background,
  };
}
