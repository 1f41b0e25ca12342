import type { ExperimentDoc, ViewState } from "#document";
import { type Crossing, computeSlice, findCrossings, type Slice, sliceLines } from "#model";
import { MOST_LINES, type SideLines, type TrajectoryPicture } from "#plots";
import type { Traces } from "#runtime/protocol";
import type { Geometry } from "./geometry.ts";

/** Geometry of the slice at one input. */
export interface SliceModel {
  readonly x: number;
  readonly slice: Slice;
  readonly lines: SideLines;
  readonly crossings: readonly Crossing[];
}

/** Past that the slice shows of a run, tau. */
const TAIL = 2.5;

/** What of a slice is wanted. */
export interface SliceWish {
  readonly ranges: ViewState["ranges"];
  /** Neurons whose lines are wanted however many others there are. */
  readonly chosen: readonly number[];
}

/** Remember the last slice computed: painting, hit tests and handles of one frame share it. */
export function createSliceCache(): (geometry: Geometry, x: number, wish: SliceWish) => SliceModel {
  let key: readonly unknown[] = [];
  let model: SliceModel | null = null;
  return (geometry, x, { ranges, chosen }) => {
    const wanted = [geometry, x, ranges, chosen.join()];
    if (model === null || wanted.some((part, index) => part !== key[index])) {
      key = wanted;
      const box = { E: ranges.E, I: ranges.I };
      model = {
        x,
        slice: computeSlice(geometry.ei, x, box),
        lines: sliceLines(geometry.ei, x, { ...box, most: MOST_LINES, always: chosen }),
        crossings: findCrossings(geometry.ei, x),
      };
    }
    return model;
  };
}

/** The part of a run that leads to the playhead, or null before the first samples. */
export function trajectoryOf(
  traces: Traces,
  geometry: Geometry,
  { experiment, time }: { readonly experiment: ExperimentDoc; readonly time: number },
): TrajectoryPicture | null {
  const { network, ei } = geometry;
  if (traces.sampleEnd === traces.sampleStart || traces.latentCount !== network.latents.length)
    return null;
  return { traces, network: ei, instantaneous: isInstantaneous(experiment), time, tail: TAIL };
}

/** Whether a spike moves the readouts at once, in a step. */
export function isInstantaneous({ dynamics }: ExperimentDoc): boolean {
  return dynamics.engine !== "rate" && dynamics.synapse.kind === "delta";
}
