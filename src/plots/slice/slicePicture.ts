import type { Crossing, EINetwork, Slice } from "#model";
import type { Handle } from "../handles/handle.ts";
import type { View } from "../view/view.ts";
import type { SliceMoment } from "./moment.ts";
import type { SideLines } from "./neuronLine.ts";
import type { SliceAnnotation } from "./paintAnnotations.ts";
import type { TrajectoryPicture } from "./paintTail.ts";

/** Everything the (yE, |yI|) slice shows; geometry is computed by the model at the slice's input. */
export interface SlicePicture {
  readonly view: View;
  readonly network: EINetwork;
  readonly slice: Slice;
  readonly lines: SideLines;
  readonly crossings: readonly Crossing[];
  readonly show: {
    readonly regions: boolean;
    readonly flow: boolean;
    readonly lines: boolean;
    readonly trajectory: boolean;
  };
  /** Neuron index, or null. */
  readonly hovered: number | null;
  /** Neuron indices. */
  readonly selected: readonly number[];
  /** Null before the first samples. */
  readonly trajectory: TrajectoryPicture | null;
  /** A pinned run. */
  readonly ghost: SliceGhost | null;
  readonly annotations: readonly SliceAnnotation[];
  /** A spike that is explained; absent or null when none is. */
  readonly moment?: SliceMoment | null;
  /** Drawn over the picture by `paintHandles`; words keep clear of them. */
  readonly handles: readonly Handle[];
}

/** The boundaries and the path of a pinned run. */
export interface SliceGhost {
  readonly slice: Slice;
  readonly trajectory: TrajectoryPicture | null;
}
