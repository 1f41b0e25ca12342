import { createSvgSink, type Sink, type Theme } from "#plots";

/** A panel to write as a file; the same painting that its canvas shows. */
export interface SvgPanel {
  readonly title: string;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly theme: Theme;
  paint(sink: Sink, theme: Theme): void;
}

/** Write a panel as a self-contained SVG file on the theme's background. */
export function writeSvg({ title, width, height, theme, paint }: SvgPanel): string {
  const { fontFamily, colors } = theme;
  const sink = createSvgSink({ title, width, height, fontFamily, background: colors.background });
  paint(sink, theme);
  return sink.finish();
}
