import { bisectLeft, bisectRight } from "d3-array";
import type { EINetwork } from "#model";
import type { Traces } from "#runtime/protocol";
import type { Theme } from "../theme.ts";
import type { StripRowId } from "../time/layoutStrip.ts";
import { timeView } from "../time/paintTimeStrip.ts";
import { bandOf, rasterBands, rowMiddle } from "../time/rasterBands.ts";
import type { TimeStripPicture } from "../time/stripPicture.ts";
import { isInside, type ScreenPoint } from "../view/view.ts";

/** Where in the strip a pointer is. */
export interface StripHit {
  /** Row under it, null between rows and on the axis. */
  readonly row: StripRowId | null;
  /** tau. */
  readonly time: number;
}

/** Find the row and time under a pointer. */
export function hitStrip(
  pointer: ScreenPoint,
  picture: Pick<TimeStripPicture, "layout" | "time">,
): StripHit {
  const row = picture.layout.rows.find(({ rect }) => isInside(rect, pointer));
  return { row: row?.id ?? null, time: timeView(picture).modelX(pointer.x) };
}

/** A spike under a pointer. */
export interface SpikeHit {
  /** Place in the traces' spike arrays. */
  readonly spike: number;
  /** Index in the network. */
  readonly neuron: number;
  /** tau. */
  readonly time: number;
}

/** What {@link hitRaster} looks through. */
export interface RasterTargets extends Pick<TimeStripPicture, "layout" | "time"> {
  readonly network: EINetwork;
  readonly traces: Traces;
  readonly theme: Theme;
  /** px. */
  readonly tolerance: number;
}

/** Find the spike nearest to a pointer in the raster. */
export function hitRaster(pointer: ScreenPoint, targets: RasterTargets): SpikeHit | null {
  const { network, traces, theme, layout, tolerance } = targets;
  const row = layout.rows.find(({ id }) => id === "raster");
  if (row === undefined) return null;
  const bands = rasterBands(network, row.rect, theme);
  const view = timeView(targets);
  const { spikeTime, spikeNeuron, spikeStart, spikeEnd } = traces;
  const first = bisectLeft(spikeTime, view.modelX(pointer.x - tolerance), spikeStart, spikeEnd);
  const end = bisectRight(spikeTime, view.modelX(pointer.x + tolerance), spikeStart, spikeEnd);
  let best: SpikeHit | null = null;
  let bestDistance = tolerance;
  for (let spike = first; spike < end; spike += 1) {
    const neuron = spikeNeuron[spike] ?? 0;
    const band = bandOf(bands, neuron);
    if (band === null) continue;
    const time = spikeTime[spike] ?? 0;
    const distance = Math.hypot(
      view.screenX(time) - pointer.x,
      rowMiddle(band, neuron) - pointer.y,
    );
    if (distance > bestDistance) continue;
    best = { spike, neuron, time };
    bestDistance = distance;
  }
  return best;
}
