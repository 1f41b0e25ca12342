import type { Crossing } from "#model";
import type { Sink } from "../sink.ts";
import { estimateTextWidth } from "../textWidth.ts";
import type { Theme } from "../theme.ts";
import { isInside, type View } from "../view/view.ts";

/** More crossings than this are marked without the reason in words. */
const MOST_EXPLAINED = 2;

/** Mark the crossings: filled and named where stable, open where not, with the slopes that decide (eq. 2.41). */
export function paintCrossings(
  sink: Sink,
  { view, crossings }: { readonly view: View; readonly crossings: readonly Crossing[] },
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
    paintReason(sink, { view, crossing, explained: crossings.length <= MOST_EXPLAINED }, theme);
  }
  sink.endGroup();
}

interface ReasonPicture {
  readonly view: View;
  readonly crossing: Crossing;
  readonly explained: boolean;
}

function paintReason(sink: Sink, { view, crossing, explained }: ReasonPicture, theme: Theme): void {
  const { colors, sizes, scale } = theme;
  const at = view.toScreen({ x: crossing.yE, y: crossing.yI });
  const title = crossing.stable ? "stable crossing" : "unstable crossing";
  const reason = explained ? describeStability(crossing) : "";
  const width = Math.max(
    estimateTextWidth(title, sizes.name),
    estimateTextWidth(reason, sizes.tick),
  );
  const right = view.rect.x + view.rect.width;
  const leftward = at.x + width + 16 * scale > right;
  const x = at.x + (leftward ? -12 : 12) * scale;
  const lift = at.y + 3.4 * sizes.name > view.rect.y + view.rect.height;
  const y = at.y + (lift ? -2.4 : 1) * sizes.name;
  const style = {
    color: colors.text,
    align: leftward ? "end" : "start",
    baseline: "middle",
    halo: colors.background,
  } as const;
  sink.text(title, x, y, { ...style, sizePx: sizes.name, weight: 600 });
  if (reason !== "") sink.text(reason, x, y + 1.25 * sizes.name, { ...style, sizePx: sizes.tick });
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
