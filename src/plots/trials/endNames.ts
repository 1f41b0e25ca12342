import type { PopulationType } from "#model";
import type { AxisName } from "../axisNames.ts";
import { fitName } from "../painters/axes.ts";
import { populationStyle } from "../populationStyle.ts";
import type { Sink } from "../sink.ts";
import type { Theme } from "../theme.ts";
import type { Rect } from "../view/view.ts";

/** A name beside the end of a line. */
export interface EndName {
  readonly type: PopulationType;
  readonly label: string;
  /** Height of the line's end; px. */
  readonly y: number;
}

/** Write the names of lines to the right of a plot, at the height where each line ends but apart from each other. */
export function paintEndNames(
  sink: Sink,
  { rect, names }: { readonly rect: Rect; readonly names: readonly EndName[] },
  theme: Theme,
): void {
  const { sizes, colors, scale } = theme;
  const leading = 1.2 * sizes.name;
  const lowest = rect.y + rect.height - 0.5 * leading - (names.length - 1) * leading;
  let free = rect.y;
  for (const [index, { type, label, y }] of names.toSorted((a, b) => a.y - b.y).entries()) {
    const at = Math.max(free, Math.min(y, lowest + index * leading));
    free = at + leading;
    sink.text(label, rect.x + rect.width + 5 * scale, at, {
      color: populationStyle(theme, type).textColor,
      sizePx: sizes.name,
      weight: 650,
      baseline: "middle",
      halo: colors.background,
    });
  }
}

/** Write the name of the axis below a plot's numbers. */
export function paintBottomName(
  sink: Sink,
  { rect, name }: { readonly rect: Rect; readonly name: AxisName },
  { sizes, colors, scale }: Theme,
): void {
  sink.text(
    fitName(name, rect.width, sizes.label),
    rect.x + rect.width / 2,
    rect.y + rect.height + 9 * scale + 1.2 * sizes.tick + 0.5 * sizes.label,
    { color: colors.text, sizePx: sizes.label, align: "middle", baseline: "middle" },
  );
}
