import type { PopulationType } from "#model";
import type { AxisName } from "../axisNames.ts";
import type { Theme } from "../theme.ts";
import { plotArea } from "../view/plotArea.ts";
import { createView, type Interval, type View } from "../view/view.ts";

/** What trials at one value say: the mean and the ends of its band; NaN where nothing could be measured. */
export interface SweepMark {
  /** The varied value. */
  readonly at: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** The marks of one population or neuron, in order along the axis. */
export interface SweepSeries {
  readonly type: PopulationType;
  /** Written at the end of its line, e.g. "E". */
  readonly label: string;
  readonly marks: readonly SweepMark[];
}

/** A measure over a varied parameter. */
export interface SweepPicture {
  readonly x: AxisName;
  readonly y: AxisName;
  readonly spacing: "linear" | "log";
  /** Every value of the sweep, also those without results yet. */
  readonly values: readonly number[];
  readonly series: readonly SweepSeries[];
  /** A level to compare with, dashed, e.g. 1 for a Poisson process; null for none. */
  readonly level: { readonly value: number; readonly label: string } | null;
  /** The value of the open document where it lies on the axis, else null. */
  readonly present: number | null;
  /** The value that is read out, or null. */
  readonly pointed: number | null;
}

/** Room for the names at the ends of the lines; type sizes. */
const NAME_ROOM = 3.2;
/** The axis begins and ends this part of its length beyond the marks. */
const PADDING = 0.03;

/** Where a value stands along an axis of equal steps or of equal factors. */
export function toPlace(value: number, spacing: SweepPicture["spacing"]): number {
  return spacing === "log" ? Math.log10(value) : value;
}

/** The bridge between values and pixels; the first axis is logarithmic where the sweep is. */
export function sweepView(
  {
    width,
    height,
    theme,
  }: { readonly width: number; readonly height: number; readonly theme: Theme },
  picture: Pick<SweepPicture, "values" | "spacing" | "series" | "level">,
): View {
  const places = picture.values.map((value) => toPlace(value, picture.spacing));
  const ends: Interval = [Math.min(...places), Math.max(...places)];
  const pad = (ends[1] - ends[0] || 1) * PADDING;
  return createView({
    rect: plotArea({ width, height, theme, margins: { right: NAME_ROOM * theme.sizes.name } }),
    x: [ends[0] - pad, ends[1] + pad],
    y: measureRange(picture),
  });
}

/** From 0, or from the lowest mark below it, to a round number above the highest: it moves seldom while marks arrive. */
function measureRange({ series, level }: Pick<SweepPicture, "series" | "level">): Interval {
  let low = 0;
  let high = level?.value ?? 0;
  for (const { marks } of series) {
    for (const mark of marks) {
      if (Number.isNaN(mark.value)) continue;
      low = Math.min(low, mark.low, mark.value);
      high = Math.max(high, mark.high, mark.value);
    }
  }
  if (high === 0 && low === 0) return [0, 1];
  return [low === 0 ? 0 : -roundUp(-low), high === 0 ? 0 : roundUp(high)];
}

/** The next of 1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10 times a power of ten. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const steps = [1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];
  return (steps.find((step) => step * power >= value) ?? 10) * power;
}
