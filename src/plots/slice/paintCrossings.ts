import type { Crossing } from "#model";
import { type AroundOptions, around } from "../labels/around.ts";
import {
  type Label,
  type LabelLine,
  type LabelSpot,
  labelSize,
  type PlacedLabel,
} from "../labels/label.ts";
import type { Placer } from "../labels/placer.ts";
import { wrapWords } from "../labels/wrapWords.ts";
import type { Sink } from "../sink.ts";
import { estimateTextWidth } from "../textWidth.ts";
import type { Theme } from "../theme.ts";
import { isInside, type ScreenPoint } from "../view/view.ts";
import type { SlicePicture } from "./slicePicture.ts";

/** More crossings than this are marked without the reason in words. */
const MOST_EXPLAINED = 2;
/** From a crossing to its name; px, unscaled. */
const REACH = 12;

/** Mark the crossings: filled where stable, open where not (eq. 2.41). */
export function paintCrossings(
  sink: Sink,
  { view, crossings }: Pick<SlicePicture, "view" | "crossings">,
  theme: Theme,
): void {
  const { colors, lines, scale } = theme;
  sink.beginGroup("crossings");
  for (const crossing of crossings) {
    const at = view.toScreen({ x: crossing.yE, y: crossing.yI });
    if (!isInside(view.rect, at)) continue;
    sink.beginPath();
    sink.circle(at.x, at.y, 1.1 * lines.marker);
    sink.fill({ color: crossing.stable ? colors.text : colors.background });
    sink.stroke({ color: crossing.stable ? colors.background : colors.text, width: 1.5 * scale });
  }
  sink.endGroup();
}

/** Place a name at each crossing in view, with the reason where there is room for it. */
export function placeCrossingLabels(
  placer: Placer,
  { view, crossings }: Pick<SlicePicture, "view" | "crossings">,
  theme: Theme,
): readonly PlacedLabel[] {
  const explained = crossings.length <= MOST_EXPLAINED;
  return crossings.flatMap((crossing) => {
    const at = view.toScreen({ x: crossing.yE, y: crossing.yI });
    if (!isInside(view.rect, at)) return [];
    const labels = crossingLabels(crossing, explained, theme);
    for (const alike of labels) {
      const options = { room: placer.room, reach: REACH * theme.scale };
      const spot = placer.place(spotsOf(alike, at, options));
      if (spot !== null) return [{ label: spot.label, spot }];
    }
    return [];
  });
}

interface NamedSpot extends LabelSpot {
  readonly label: Label;
}

/** Places for labels that say the same: the best place for any of them before the next best. */
function* spotsOf(
  labels: readonly Label[],
  at: ScreenPoint,
  options: Omit<AroundOptions, "size">,
): Generator<NamedSpot> {
  const places = labels.map((label) => [...around(at, { ...options, size: labelSize(label) })]);
  for (let index = 0; index < (places[0]?.length ?? 0); index += 1) {
    for (const [which, label] of labels.entries()) {
      const spot = places[which]?.[index];
      if (spot !== undefined) yield { ...spot, label };
    }
  }
}

/** How a crossing may be named, most telling first; labels in one list say the same. */
function crossingLabels(
  crossing: Crossing,
  explained: boolean,
  theme: Theme,
): readonly (readonly Label[])[] {
  const { colors, sizes } = theme;
  const title: LabelLine = {
    content: crossing.stable ? "stable crossing" : "unstable crossing",
    sizePx: sizes.name,
    weight: 600,
  };
  const labelOf = (lines: readonly string[]): Label => ({
    lines: [title, ...lines.map((content) => ({ content, sizePx: sizes.tick }))],
    color: colors.text,
    halo: colors.background,
  });
  if (!explained) return [[labelOf([])]];
  const reason = describeStability(crossing);
  const width = 0.6 * estimateTextWidth(reason, sizes.tick);
  const broken = wrapWords(reason, { sizePx: sizes.tick, width, most: 2 });
  return [[labelOf([reason]), labelOf(broken)], [labelOf([])]];
}

/** Say in words why a crossing is stable or not. */
export function describeStability(crossing: Crossing): string {
  const slopes = `I slope ${slopeText(crossing.slopeI)}`;
  const other = `E slope ${slopeText(crossing.slopeE)}`;
  switch (crossing.reason) {
    case "stable":
      return `${slopes} > ${other}`;
    case "slopes":
      return `${slopes} ≤ ${other}`;
    case "not reached by leak":
      return "leaking does not lead to the E boundary";
  }
}

function slopeText(slope: number): string {
  return Number.isFinite(slope) ? slope.toFixed(2) : "∞";
}
