import { populationStyle } from "../populationStyle.ts";
import type { Sink } from "../sink.ts";
import type { Theme } from "../theme.ts";
import type { Interval, View } from "../view/view.ts";
import type { EndName } from "./endNames.ts";
import type { BinSeries } from "./trialsPicture.ts";

/** A round number above all bins, at least `least`. */
export function topOf(series: readonly BinSeries[], least: number = 0): number {
  let top = least;
  for (const { bins } of series) {
    for (let bin = 0; bin < bins.length; bin += 1) top = Math.max(top, bins[bin] ?? 0);
  }
  return top > 0 ? 1.08 * top : 1;
}

/** What {@link paintBins} draws: each series in equal bins over a range of the view's first axis. */
export interface BinsPicture {
  readonly view: View;
  readonly series: readonly BinSeries[];
  readonly range: Interval;
}

/** Draw histograms as outlines of steps, apart by colour and dash. */
export function paintBins(sink: Sink, { view, series, range }: BinsPicture, theme: Theme): void {
  for (const { type, label, bins } of series) {
    const style = populationStyle(theme, type);
    const width = (range[1] - range[0]) / Math.max(1, bins.length);
    sink.beginGroup(`histogram of ${label}`);
    sink.beginPath();
    for (let bin = 0; bin < bins.length; bin += 1) {
      const y = view.screenY(bins[bin] ?? 0);
      const left = view.screenX(range[0] + bin * width);
      if (bin === 0) sink.moveTo(left, y);
      else sink.lineTo(left, y);
      sink.lineTo(view.screenX(range[0] + (bin + 1) * width), y);
    }
    const pen = theme.lines.medium;
    sink.stroke({ color: style.color, width: pen, dash: style.dash.map((part) => part * pen) });
    sink.endGroup();
  }
}

/** Where each series ends, for its name. */
export function binNames({
  view,
  series,
}: Pick<BinsPicture, "view" | "series">): readonly EndName[] {
  return series.map(({ type, label, bins }) => ({
    type,
    label,
    y: view.screenY(bins[bins.length - 1] ?? 0),
  }));
}
