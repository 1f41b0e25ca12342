import type { EINetwork, Side } from "#model";
import type { Theme } from "../theme.ts";
import type { Rect } from "../view/view.ts";

/** The stripe of the raster that one population's spikes are drawn in, first neuron lowest. */
export interface RasterBand {
  readonly side: Side;
  /** First neuron of the population in the network, and how many there are. */
  readonly first: number;
  readonly count: number;
  readonly top: number;
  readonly height: number;
  /** Distance between the rows of two neurons; px. */
  readonly pitch: number;
  /** Height of a mark; px. With many neurons marks of neighbouring rows overlap rather than vanish. */
  readonly mark: number;
}

const GAP = 6;
/** A mark is this part of its row, but never too low to be seen nor higher than a mark; px, unscaled. */
const MARK_SHARE = 0.8;
const LEAST_MARK = 6;
const GREATEST_MARK = 14;

/** Share the raster's height between E above and I below, by numbers of neurons but never below a third. */
export function rasterBands(
  network: EINetwork,
  rect: Rect,
  theme: Theme,
): readonly [RasterBand, RasterBand] {
  const gap = GAP * theme.scale;
  const room = Math.max(2, rect.height - gap);
  const share = network.E.length / Math.max(1, network.E.length + network.I.length);
  const heightE = room * Math.min(2 / 3, Math.max(1 / 3, share));
  const band = (side: Side, top: number, height: number): RasterBand => {
    const count = network[side].length;
    const row = height / Math.max(1, count) / theme.scale;
    const mark = theme.scale * Math.min(GREATEST_MARK, Math.max(LEAST_MARK, MARK_SHARE * row));
    return {
      side,
      first: network[side][0]?.neuron ?? 0,
      count,
      top,
      height,
      // The outermost marks stay inside the band however high they are.
      pitch: Math.max(0, Math.min(height / Math.max(1, count), (height - mark) / (count - 1 || 1))),
      mark,
    };
  };
  return [band("E", rect.y, heightE), band("I", rect.y + heightE + gap, room - heightE)];
}

/** The band a neuron's spikes are in; null for a neuron of neither population. */
export function bandOf(bands: readonly RasterBand[], neuron: number): RasterBand | null {
  return bands.find(({ first, count }) => neuron >= first && neuron < first + count) ?? null;
}

/** Middle of a neuron's row; px. */
export function rowMiddle(band: RasterBand, neuron: number): number {
  return band.top + band.height / 2 - (neuron - band.first - (band.count - 1) / 2) * band.pitch;
}
