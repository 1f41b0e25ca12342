import type { Side } from "#model";
import type { Theme } from "#plots";
import { mix, parseColor, type Rgb } from "./geometry/colors.ts";

/** A theme's colours as numbers, with the shades only this view needs. */
export interface Palette {
  readonly theme: Theme;
  readonly paper: Rgb;
  readonly ink: Rgb;
  readonly wall: Rgb;
  readonly grid: Rgb;
  readonly axis: Rgb;
  readonly focus: Rgb;
  readonly ghost: Rgb;
  readonly trajectory: Rgb;
  readonly base: Readonly<Record<Side, Rgb>>;
  /** Outlines and spikes: the population's hue as it reads on its own surface. */
  readonly strong: Readonly<Record<Side, Rgb>>;
  readonly neutral: Rgb;
  /** What facets fade to. */
  readonly light: Rgb;
}

export function paletteOf(theme: Theme): Palette {
  const { colors } = theme;
  const paper = parseColor(colors.background);
  const isDark = theme.id === "dark";
  return {
    theme,
    paper,
    ink: parseColor(colors.text),
    wall: parseColor(colors.regionNone),
    grid: parseColor(colors.grid),
    axis: parseColor(colors.axis),
    focus: parseColor(colors.focus),
    ghost: parseColor(colors.ghost),
    trajectory: parseColor(colors.trajectory),
    base: { E: parseColor(colors.excitatory), I: parseColor(colors.inhibitory) },
    strong: { E: parseColor(colors.excitatoryText), I: parseColor(colors.inhibitoryText) },
    neutral: parseColor(colors.unconstrained),
    light: isDark ? mix(paper, [1, 1, 1], 0.12) : [1, 1, 1],
  };
}
