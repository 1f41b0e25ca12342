import type { PopulationType, Side } from "#model";
import type { Theme } from "./theme.ts";

/** What sets one population apart without hue: marker shape, dash and letter. */
export interface PopulationStyle {
  readonly color: string;
  readonly textColor: string;
  readonly marker: "triangle" | "circle" | "square";
  /** Dash of its thin curves in units of the pen's width; empty is solid. */
  readonly dash: readonly number[];
}

/** Look up how a population is drawn: E red with triangles, I blue with circles and dotted curves. */
export function populationStyle(theme: Theme, type: PopulationType): PopulationStyle {
  const { colors } = theme;
  switch (type) {
    case "excitatory":
      return {
        color: colors.excitatory,
        textColor: colors.excitatoryText,
        marker: "triangle",
        dash: [],
      };
    case "inhibitory":
      return {
        color: colors.inhibitory,
        textColor: colors.inhibitoryText,
        marker: "circle",
        dash: [5, 1.5],
      };
    case "unconstrained":
      return {
        color: colors.unconstrained,
        textColor: colors.unconstrainedText,
        marker: "square",
        dash: [],
      };
  }
}

/** The sign rule of one side of an E-I network. */
export function sideType(side: Side): PopulationType {
  return side === "E" ? "excitatory" : "inhibitory";
}
