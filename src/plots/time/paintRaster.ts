import { bisectLeft, bisectRight } from "d3-array";
import type { Traces } from "#runtime/protocol";
import { populationStyle, sideType } from "../populationStyle.ts";
import type { Sink } from "../sink.ts";
import { traceMarker } from "../slice/marks.ts";
import { estimateTextWidth } from "../textWidth.ts";
import type { Theme } from "../theme.ts";
import type { View } from "../view/view.ts";
import { bandOf, type RasterBand, rasterBands, rowMiddle } from "./rasterBands.ts";
import type { TimeStripPicture } from "./stripPicture.ts";

/** Rows at least this high have room for markers; px, unscaled. */
const MARKER_PITCH = 7;
/** Last column drawn in each pixel row, so that spikes on one pixel are drawn once; reused by every painting. */
const lastColumn: Int32Array = new Int32Array(4096);

/** Draw the spikes: E as triangles in the upper band, I as ticks in the lower one, each with its name. */
export function paintRaster(
  sink: Sink,
  { view, ...picture }: TimeStripPicture & { readonly view: View },
  theme: Theme,
): void {
  const bands = rasterBands(picture.network, view.rect, theme);
  sink.beginGroup("raster");
  for (const band of bands) paintBandName(sink, { view, band }, theme);
  const { traces } = picture;
  if (traces !== null) {
    sink.pushClip(view.rect.x, view.rect.y, view.rect.width, view.rect.height);
    paintChosenRows(sink, { view, bands, picture }, theme);
    for (const band of bands) paintBand(sink, { view, band, traces }, theme);
    sink.popClip();
  }
  sink.endGroup();
}

interface BandPicture {
  readonly view: View;
  readonly band: RasterBand;
}

function paintBandName(sink: Sink, { view, band }: BandPicture, theme: Theme): void {
  const { colors, sizes, scale } = theme;
  const style = populationStyle(theme, sideType(band.side));
  const bottom = band.top + band.height;
  sink.beginPath();
  sink.moveTo(view.rect.x, bottom);
  sink.lineTo(view.rect.x + view.rect.width, bottom);
  sink.stroke({ color: colors.grid, width: theme.lines.axis });
  sink.text(
    bandName(band, view.rect.x - 8 * scale, sizes.tick),
    view.rect.x - 7 * scale,
    band.top + band.height / 2,
    {
      color: style.textColor,
      sizePx: sizes.tick,
      weight: 600,
      align: "end",
      baseline: "middle",
    },
  );
}

/** The band's neurons, counted from 1; thousands as a round number where there is no room for all digits. */
function bandName({ side, count }: RasterBand, room: number, sizePx: number): string {
  if (count === 1) return `${side} 1`;
  const whole = `${side} 1–${count}`;
  if (estimateTextWidth(whole, sizePx) <= room) return whole;
  return count < 1000 ? side : `${side} ×${Math.round(count / 1000)}k`;
}

interface ChosenRows {
  readonly view: View;
  readonly bands: readonly RasterBand[];
  readonly picture: Pick<TimeStripPicture, "hovered" | "selected">;
}

/** Shade the rows of the hovered and the selected neurons. */
function paintChosenRows(sink: Sink, { view, bands, picture }: ChosenRows, theme: Theme): void {
  const { hovered, selected } = picture;
  const chosen = hovered === null ? selected : [...selected, hovered];
  for (const neuron of chosen) {
    const band = bandOf(bands, neuron);
    if (band === null) continue;
    const height = Math.max(band.pitch, band.mark);
    sink.beginPath();
    sink.rect(view.rect.x, rowMiddle(band, neuron) - height / 2, view.rect.width, height);
    sink.fill({ color: theme.colors.focus, opacity: neuron === hovered ? 0.22 : 0.12 });
  }
}

function paintBand(
  sink: Sink,
  { view, band, traces }: BandPicture & { readonly traces: Traces },
  theme: Theme,
): void {
  const style = populationStyle(theme, sideType(band.side));
  const asMarkers = band.side === "E" && band.pitch >= MARKER_PITCH * theme.scale;
  const radius = Math.min(0.36 * band.pitch, theme.lines.marker);
  const half = 0.5 * band.mark;
  sink.beginPath();
  visitSpikes({ view, band, traces }, (x, y) => {
    if (asMarkers) {
      traceMarker(sink, style.marker, { x, y, radius });
      return;
    }
    // In the middle of a pixel a thin tick is as dark as it can be, and is drawn at little cost.
    const middle = Math.floor(x) + 0.5;
    sink.moveTo(middle, y - half);
    sink.lineTo(middle, y + half);
  });
  if (asMarkers) sink.fill({ color: style.color });
  else sink.stroke({ color: style.color, width: theme.lines.thin });
}

/** Visit the visible spikes of a band, of those on the same half pixel only the first. */
function visitSpikes(
  { view, band, traces }: BandPicture & { readonly traces: Traces },
  visit: (x: number, y: number) => void,
): void {
  const { spikeTime, spikeNeuron, spikeStart, spikeEnd } = traces;
  lastColumn.fill(-1);
  const first = bisectLeft(spikeTime, view.x[0], spikeStart, spikeEnd);
  const end = bisectRight(spikeTime, view.x[1], spikeStart, spikeEnd);
  for (let spike = first; spike < end; spike += 1) {
    const neuron = spikeNeuron[spike] ?? 0;
    if (neuron < band.first || neuron >= band.first + band.count) continue;
    const x = view.screenX(spikeTime[spike] ?? 0);
    const y = rowMiddle(band, neuron);
    const column = Math.floor(2 * x);
    const row = Math.floor(y - band.top) & 4095;
    if (lastColumn[row] === column) continue;
    lastColumn[row] = column;
    visit(x, y);
  }
}
