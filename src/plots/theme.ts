/** Every colour a painter uses; CSS colours. */
export interface ThemeColors {
  /** Behind everything, and the halo of text. */
  readonly background: string;
  readonly text: string;
  readonly textMuted: string;
  readonly axis: string;
  readonly grid: string;
  /** Strong colours of lines and marks. */
  readonly excitatory: string;
  readonly inhibitory: string;
  readonly unconstrained: string;
  /** The same hues, dark or light enough to read as text. */
  readonly excitatoryText: string;
  readonly inhibitoryText: string;
  readonly unconstrainedText: string;
  /** Selection, playhead, focus. */
  readonly focus: string;
  readonly focusText: string;
  readonly trajectory: string;
  readonly ghost: string;
  readonly flow: string;
  /** The four regions of the slice (Podlaski & Machens 2024, fig. 4c). */
  readonly regionNone: string;
  readonly regionExcitatory: string;
  readonly regionInhibitory: string;
  readonly regionBoth: string;
  readonly window: string;
}

/** Type sizes; CSS pixels. */
export interface ThemeSizes {
  readonly tick: number;
  readonly label: number;
  /** Names written on curves and regions. */
  readonly name: number;
  /** The letters E and I on their boundaries. */
  readonly letter: number;
}

/** Pens and marks; CSS pixels. */
export interface ThemeLines {
  readonly axis: number;
  readonly faint: number;
  readonly thin: number;
  readonly medium: number;
  readonly bold: number;
  readonly marker: number;
  readonly arrow: number;
  readonly handle: number;
}

/** How pictures look, as data: painters read nothing else about style. */
export interface Theme {
  readonly id: "light" | "dark";
  /** CSS pixels a theme pixel, 1 unless scaled. */
  readonly scale: number;
  readonly fontFamily: string;
  readonly colors: ThemeColors;
  readonly sizes: ThemeSizes;
  readonly lines: ThemeLines;
}

const sizes: ThemeSizes = { tick: 11, label: 12, name: 12, letter: 18 };
const lines: ThemeLines = {
  axis: 1,
  faint: 1,
  thin: 1,
  medium: 1.75,
  bold: 3,
  marker: 5,
  arrow: 8,
  handle: 6,
};
const fontFamily: string =
  '"Inter Variable", Inter, system-ui, "Helvetica Neue", Arial, sans-serif';

/** Dark ink on white; E and I in the hues of Podlaski & Machens 2024. */
export const lightTheme: Theme = {
  id: "light",
  scale: 1,
  fontFamily,
  sizes,
  lines,
  colors: {
    background: "#ffffff",
    text: "#1d2329",
    textMuted: "#545d66",
    axis: "#8d969e",
    grid: "#e7eaed",
    excitatory: "#ec523d",
    inhibitory: "#529fb9",
    unconstrained: "#7a838b",
    excitatoryText: "#a92c1a",
    inhibitoryText: "#1f5d74",
    unconstrainedText: "#4a535b",
    focus: "#5b5bd6",
    focusText: "#4343b8",
    trajectory: "#1d2329",
    ghost: "#8d969e",
    flow: "#9099a1",
    regionNone: "#f0f2f3",
    regionExcitatory: "#f8d4cd",
    regionInhibitory: "#d2e5ec",
    regionBoth: "#ddd6ea",
    window: "#5b5bd6",
  },
};

/** Light ink on near-black, with the same hues. */
export const darkTheme: Theme = {
  id: "dark",
  scale: 1,
  fontFamily,
  sizes,
  lines,
  colors: {
    background: "#191d22",
    text: "#eceff1",
    textMuted: "#b1bac2",
    axis: "#77818a",
    grid: "#272d34",
    excitatory: "#ec523d",
    inhibitory: "#529fb9",
    unconstrained: "#98a2ab",
    excitatoryText: "#ff9b8b",
    inhibitoryText: "#8fcbe0",
    unconstrainedText: "#c3cbd2",
    focus: "#8e8ef5",
    focusText: "#b3b3fb",
    trajectory: "#eceff1",
    ghost: "#77818a",
    flow: "#6d7780",
    regionNone: "#1b2026",
    regionExcitatory: "#43251f",
    regionInhibitory: "#1d343d",
    regionBoth: "#2e2940",
    window: "#8e8ef5",
  },
};

/**
 * Enlarge type, pens and marks, for projectors and high-resolution exports; colours stay.
 *
 * @param factor CSS pixels a pixel of `theme`, > 0.
 */
export function scaleTheme(theme: Theme, factor: number): Theme {
  const s = theme.sizes;
  const l = theme.lines;
  return {
    ...theme,
    scale: theme.scale * factor,
    sizes: {
      tick: s.tick * factor,
      label: s.label * factor,
      name: s.name * factor,
      letter: s.letter * factor,
    },
    lines: {
      axis: l.axis * factor,
      faint: l.faint * factor,
      thin: l.thin * factor,
      medium: l.medium * factor,
      bold: l.bold * factor,
      marker: l.marker * factor,
      arrow: l.arrow * factor,
      handle: l.handle * factor,
    },
  };
}
