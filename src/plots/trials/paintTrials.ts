import { axisNames } from "../axisNames.ts";
import { paintBottomTicks, paintYName, paintYTicks } from "../painters/axes.ts";
import { populationStyle } from "../populationStyle.ts";
import { parseRichText } from "../richText.ts";
import type { Sink } from "../sink.ts";
import type { Theme } from "../theme.ts";
import { paintRowFrame } from "../time/rowFrame.ts";
import { niceTicks } from "../view/ticks.ts";
import { createView, type Rect } from "../view/view.ts";
import { paintBottomName, paintEndNames } from "./endNames.ts";
import { binNames, paintBins, topOf } from "./paintBins.ts";
import type { TrialsLayout, TrialsPicture, WatchedNeuron } from "./trialsPicture.ts";

const RATE = {
  words: parseRichText("Rate (1/*τ*)"),
  short: parseRichText("1/*τ*"),
};
/** Rows are apart by this part of their height; thin rows touch. */
const MARK_SHARE = 0.8;
const LEAST_MARK = 1.5;

/** Draw the spikes of each watched neuron trial by trial, and below them the rates of the populations. */
export function paintTrials(
  sink: Sink,
  picture: TrialsPicture & { readonly layout: TrialsLayout },
  theme: Theme,
): void {
  sink.beginGroup("trials");
  paintRows(sink, picture, theme);
  const { layout, window, rates } = picture;
  const rect = layout.rates;
  const view = createView({ rect, x: window, y: [0, topOf(rates)] });
  paintRowFrame(sink, view, theme);
  paintYTicks(sink, { view, most: 3 }, theme);
  paintYName(sink, { rect, name: RATE }, theme);
  paintBins(sink, { view, series: rates, range: window }, theme);
  paintEndNames(sink, { rect, names: binNames({ view, series: rates }) }, theme);
  const { scale } = theme;
  const ticks = niceTicks({ domain: window, length: rect.width, gap: 72 * scale, most: 8 });
  paintBottomTicks(sink, { view, ticks, factor: 1 }, theme);
  paintBottomName(sink, { rect, name: axisNames.timeTau }, theme);
  sink.endGroup();
}

interface Band {
  readonly one: WatchedNeuron;
  readonly rect: Rect;
}

type Rows = TrialsPicture & { readonly layout: TrialsLayout };

function paintRows(
  sink: Sink,
  { layout, watched, spikes, trials, window }: Rows,
  theme: Theme,
): void {
  const { raster } = layout;
  const gap = 5 * theme.scale;
  const height = (raster.height - gap * (watched.length - 1)) / Math.max(1, watched.length);
  const bands = watched.map((one, index): Band => {
    const y = raster.y + index * (height + gap);
    return { one, rect: { ...raster, y, height } };
  });
  sink.beginGroup("raster of trials");
  paintYName(sink, { rect: raster, name: { words: "Trial", short: "#" } }, theme);
  for (const band of bands) paintBand(sink, { band, spikes, trials, window }, theme);
  sink.endGroup();
}

interface BandJob extends Pick<TrialsPicture, "spikes" | "trials" | "window"> {
  readonly band: Band;
}

/** The first trial is the highest row. */
function paintBand(sink: Sink, { band, spikes, trials, window }: BandJob, theme: Theme): void {
  const { one, rect } = band;
  const style = populationStyle(theme, one.type);
  const view = createView({ rect, x: window, y: [0, trials] });
  const pitch = rect.height / trials;
  const mark = Math.min(pitch, Math.max(LEAST_MARK * theme.scale, MARK_SHARE * pitch));
  paintRowFrame(sink, view, theme);
  sink.beginPath();
  for (let spike = 0; spike < spikes.trial.length; spike += 1) {
    const time = spikes.time[spike] ?? 0;
    if (spikes.neuron[spike] !== one.neuron || time < window[0] || time > window[1]) continue;
    const top = rect.y + ((spikes.trial[spike] ?? 0) + 0.5) * pitch - mark / 2;
    const x = view.screenX(time);
    sink.moveTo(x, top);
    sink.lineTo(x, top + mark);
  }
  sink.stroke({ color: style.color, width: 1.25 * theme.scale });
  sink.text(one.label, rect.x + rect.width + 5 * theme.scale, rect.y + rect.height / 2, {
    color: style.textColor,
    sizePx: theme.sizes.name,
    weight: 650,
    baseline: "middle",
  });
}
