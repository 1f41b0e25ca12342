import type { EINetwork, SpikeMoment } from "#model";
import type { SliceMoment } from "#plots";

/** An explained spike in the coordinates of the slice. */
export function sliceMomentOf(moment: SpikeMoment, ei: EINetwork): SliceMoment {
  const { neuron, input, extra, latentsBefore, latentsAfter } = moment;
  const pointOf = (latents: Float64Array): readonly [number, number] => [
    latents[ei.latentE] ?? 0,
    -(latents[ei.latentI] ?? 0),
  ];
  return { neuron, input, extra, before: pointOf(latentsBefore), after: pointOf(latentsAfter) };
}
