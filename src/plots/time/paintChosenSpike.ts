import { populationStyle, sideType } from "../populationStyle.ts";
import type { Sink } from "../sink.ts";
import type { Theme } from "../theme.ts";
import { timeView } from "./paintTimeStrip.ts";
import { bandOf, rasterBands, rowMiddle } from "./rasterBands.ts";
import type { TimeStripPicture } from "./stripPicture.ts";

/** A spike to be marked in the raster. */
export interface ChosenSpike {
  /** Index in the network. */
  readonly neuron: number;
  /** tau. */
  readonly time: number;
}

/** Draw a ring around a spike of the raster. */
export function paintChosenSpike(
  sink: Sink,
  { neuron, time, ...picture }: ChosenSpike & { readonly picture: TimeStripPicture },
  theme: Theme,
): void {
  const { layout, network, time: seen } = picture.picture;
  const row = layout.rows.find(({ id }) => id === "raster");
  if (row === undefined || time < seen[0] || time > seen[1]) return;
  const band = bandOf(rasterBands(network, row.rect, theme), neuron);
  if (band === null) return;
  const x = timeView(picture.picture).screenX(time);
  sink.beginGroup("chosen spike");
  sink.beginPath();
  sink.circle(x, rowMiddle(band, neuron), 1.6 * theme.lines.marker);
  sink.stroke({ color: theme.colors.background, width: 4 * theme.scale });
  const style = populationStyle(theme, sideType(band.side));
  sink.stroke({ color: style.textColor, width: 2 * theme.scale });
  sink.endGroup();
}
