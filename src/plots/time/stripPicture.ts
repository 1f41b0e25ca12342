import type { CrossingLookup, EINetwork, Side } from "#model";
import type { Traces } from "#runtime/protocol";
import type { Interval } from "../view/view.ts";
import type { StripLayout } from "./layoutStrip.ts";
import type { ReadoutRanges } from "./readoutRanges.ts";

/** A stretch of injected current into a population. */
export interface StripCurrent {
  readonly side: Side;
  /** tau. */
  readonly from: number;
  readonly to: number;
  /** Threshold units. */
  readonly amplitude: number;
}

/** Everything the time strip shows. */
export interface TimeStripPicture {
  readonly layout: StripLayout;
  /** Visible stretch of time; tau. */
  readonly time: Interval;
  /** What the axis is written in; 1 tau is 10 ms. */
  readonly unit: "tau" | "ms";
  readonly network: EINetwork;
  /** Null before the first samples. */
  readonly traces: Traces | null;
  /** Where the boundaries cross at an input, or null when there is no such curve. */
  readonly crossing: CrossingLookup | null;
  /** Which input the crossing curve belongs to. */
  readonly input: number;
  /** Vertical ranges, held still by the caller so that nothing jumps: of the input, of yE and of |yI|. */
  readonly ranges: ReadoutRanges & { readonly input: Interval };
  readonly currents: readonly StripCurrent[];
  /** Part of the run that statistics use; tau. */
  readonly window: Interval | null;
  /** tau. */
  readonly playhead: number;
  /** Neuron index, or null. */
  readonly hovered: number | null;
  /** Neuron indices. */
  readonly selected: readonly number[];
  /** Neurons of the lowest row: voltages of a few of them, currents into the first that was recorded. */
  readonly traced: readonly number[];
  /** What the lowest row shows of them. */
  readonly shows: "voltages" | "currents";
  /** A pinned run. */
  readonly ghost: {
    readonly traces: Traces;
    readonly network: EINetwork;
    readonly crossing: CrossingLookup | null;
  } | null;
}
