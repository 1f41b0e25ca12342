import type { PopulationType } from "#model";
import type { Theme } from "../theme.ts";
import { axisMargins } from "../view/plotArea.ts";
import type { Interval, Rect } from "../view/view.ts";

/** A neuron whose spikes are shown trial by trial. */
export interface WatchedNeuron {
  /** Index in the network. */
  readonly neuron: number;
  readonly type: PopulationType;
  /** E.g. "E 3". */
  readonly label: string;
}

/** Spikes of watched neurons, in order of trial, then time; tau. */
export interface RasterSpikes {
  readonly trial: ArrayLike<number>;
  readonly neuron: ArrayLike<number>;
  readonly time: ArrayLike<number>;
}

/** A curve of a histogram over equal bins. */
export interface BinSeries {
  readonly type: PopulationType;
  readonly label: string;
  readonly bins: ArrayLike<number>;
}

/** Spikes of many trials above their histogram. */
export interface TrialsPicture {
  /** Part of the run that is shown; tau. */
  readonly window: Interval;
  readonly watched: readonly WatchedNeuron[];
  readonly spikes: RasterSpikes;
  /** Rows of the raster, >= 1. */
  readonly trials: number;
  /** Rates of the populations in spikes per tau and neuron. */
  readonly rates: readonly BinSeries[];
}

/** Correlograms of pairs of neurons. */
export interface CorrelationPicture {
  /** Largest lag; tau. */
  readonly reach: number;
  readonly pairs: readonly BinSeries[];
}

/** Where the two halves of the picture of many trials are. */
export interface TrialsLayout {
  readonly raster: Rect;
  readonly rates: Rect;
}

const GAP = 8;
const RASTER_SHARE = 0.58;

/** Share the panel's height between raster and histogram over one time axis. */
export function layoutTrials(width: number, height: number, theme: Theme): TrialsLayout {
  const { left, top, bottom } = axisMargins(theme);
  const right = 3.2 * theme.sizes.name;
  const gap = GAP * theme.scale;
  const room = Math.max(48, height - top - bottom - gap);
  const wide = Math.max(24, width - left - right);
  const upper = RASTER_SHARE * room;
  return {
    raster: { x: left, y: top, width: wide, height: upper },
    rates: { x: left, y: top + upper + gap, width: wide, height: room - upper },
  };
}
