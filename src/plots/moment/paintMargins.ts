import { neuronName } from "../neuronName.ts";
import { paintYTicks } from "../painters/axes.ts";
import { populationStyle, sideType } from "../populationStyle.ts";
import type { Sink } from "../sink.ts";
import { traceMarker } from "../slice/marks.ts";
import { estimateTextWidth } from "../textWidth.ts";
import type { Theme } from "../theme.ts";
import { type MarginBand, type MarginsPicture, marginBands } from "./marginLayout.ts";

/** Draw how far every neuron was from its threshold, open before the spike and filled after it, a line between both. */
export function paintMargins(sink: Sink, picture: MarginsPicture, theme: Theme): void {
  sink.beginGroup("margins");
  for (const band of marginBands(picture, theme)) paintBand(sink, { band, picture }, theme);
  sink.endGroup();
}

interface BandPicture {
  readonly band: MarginBand;
  readonly picture: MarginsPicture;
}

function paintBand(sink: Sink, { band, picture }: BandPicture, theme: Theme): void {
  const { rect } = band.view;
  sink.beginGroup(band.side);
  paintThreshold(sink, band, theme);
  paintYTicks(sink, { view: band.view, most: 3 }, theme);
  sink.pushClip(rect.x, rect.y, rect.width, rect.height);
  paintMarks(sink, { band, picture }, theme);
  sink.popClip();
  paintNames(sink, { band, picture }, theme);
  sink.endGroup();
}

/** The line that all wait for, and the ground beyond it. */
function paintThreshold(sink: Sink, { view, side }: MarginBand, theme: Theme): void {
  const { rect } = view;
  const { colors, lines, sizes, scale } = theme;
  const y = view.screenY(0);
  sink.beginPath();
  sink.rect(rect.x, y, rect.width, rect.y + rect.height - y);
  sink.fill({
    color: side === "E" ? colors.regionExcitatory : colors.regionInhibitory,
    opacity: 0.6,
  });
  sink.beginPath();
  sink.moveTo(rect.x, y);
  sink.lineTo(rect.x + rect.width, y);
  sink.stroke({ color: colors.text, width: lines.axis, dash: [4 * scale, 3 * scale] });
  sink.text(side, rect.x + rect.width + 5 * scale, rect.y, {
    color: populationStyle(theme, sideType(side)).textColor,
    sizePx: sizes.name,
    weight: 700,
    align: "start",
    baseline: "top",
  });
}

/** Marks of crowded neurons shrink to this; px, unscaled. */
const LEAST_RADIUS = 1.4;

function paintMarks(sink: Sink, { band, picture }: BandPicture, theme: Theme): void {
  const { view, neurons } = band;
  const { before, after } = picture;
  const { colors, lines, scale } = theme;
  const style = populationStyle(theme, sideType(band.side));
  const pitch = view.rect.width / Math.max(1, neurons.length);
  const radius = Math.max(LEAST_RADIUS * scale, Math.min(0.38 * pitch, 0.75 * lines.marker));
  // What is far from threshold stays at the edge, half seen.
  const yOf = (margin: number): number =>
    Math.min(view.rect.y + view.rect.height, Math.max(view.rect.y, view.screenY(margin)));
  sink.beginPath();
  for (const neuron of neurons) {
    const x = view.screenX(neuron);
    sink.moveTo(x, yOf(before[neuron] ?? 0));
    sink.lineTo(x, yOf(after[neuron] ?? 0));
  }
  sink.stroke({ color: style.color, width: lines.thin });
  const mark = (values: Float64Array): void => {
    sink.beginPath();
    for (const neuron of neurons) {
      const at = { x: view.screenX(neuron), y: yOf(values[neuron] ?? 0), radius };
      traceMarker(sink, style.marker, at);
    }
  };
  mark(before);
  sink.fill({ color: colors.background });
  sink.stroke({ color: style.color, width: lines.thin });
  mark(after);
  sink.fill({ color: style.textColor });
}

function paintNames(sink: Sink, { band, picture }: BandPicture, theme: Theme): void {
  const { view, first, side } = band;
  const { network, fired, nearest, after } = picture;
  const { colors, sizes, scale } = theme;
  const isHere = (neuron: number): boolean =>
    neuron >= first && neuron < first + network[side].length;
  const named = [
    ...(isHere(fired) ? [{ neuron: fired, words: "fired" }] : []),
    ...(isHere(nearest) && nearest !== fired ? [{ neuron: nearest, words: "nearest" }] : []),
  ];
  const { rect } = view;
  for (const { neuron, words } of named) {
    const text = `${neuronName(network, neuron)} ${words}`;
    const half = estimateTextWidth(text, sizes.tick) / 2;
    const x = Math.min(rect.x + rect.width - half, Math.max(rect.x + half, view.screenX(neuron)));
    const at = view.screenY(Math.max(after[neuron] ?? 0, picture.before[neuron] ?? 0));
    const y = Math.max(rect.y + 1.1 * sizes.tick, at - 6 * scale);
    sink.text(text, x, y, {
      color: colors.text,
      sizePx: sizes.tick,
      weight: 600,
      align: "middle",
      baseline: "bottom",
      halo: colors.background,
    });
  }
}
