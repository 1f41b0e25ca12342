import type { EINetwork, Side } from "#model";
import type { Traces } from "#runtime/protocol";
import type { SeriesSource } from "./decimate.ts";

function sourceOf(
  { time, sampleStart, sampleEnd }: Traces,
  part: Pick<SeriesSource, "values" | "stride" | "columns">,
): SeriesSource {
  return { time, start: sampleStart, end: sampleEnd, sign: 1, ...part };
}

/** The readout of a side over time; the inhibitory one as the magnitude |yI|. */
export function readoutSource(traces: Traces, network: EINetwork, side: Side): SeriesSource {
  const column = side === "E" ? network.latentE : network.latentI;
  const part = { values: traces.latents, stride: traces.latentCount, columns: [column] };
  return { ...sourceOf(traces, part), sign: side === "E" ? 1 : -1 };
}

/** One input over time. */
export function inputSource(traces: Traces, which: number): SeriesSource {
  return sourceOf(traces, { values: traces.input, stride: traces.inputs, columns: [which] });
}

/** The normalised voltage of a recorded neuron (threshold 1); null when it is not recorded. */
export function voltageSource(traces: Traces, neuron: number): SeriesSource | null {
  const column = traces.voltageNeurons.indexOf(neuron);
  if (column < 0) return null;
  const stride = traces.voltageNeurons.length;
  return sourceOf(traces, { values: traces.voltages, stride, columns: [column] });
}

/** What drives a neuron: F . x and injected current, what it gets from E, from I, and all of it together. */
export type CurrentPart = "input" | "E" | "I" | "sum";

/** One part of the current into a recorded neuron, threshold units; null when it is not recorded. */
export function currentSource(
  traces: Traces,
  network: EINetwork,
  { neuron, part }: { readonly neuron: number; readonly part: CurrentPart },
): SeriesSource | null {
  const place = traces.currentNeurons.indexOf(neuron);
  if (place < 0) return null;
  const width = 2 + traces.latentCount;
  return sourceOf(traces, {
    values: traces.currents,
    stride: traces.currentNeurons.length * width,
    columns: currentColumns(network, part).map((column) => place * width + column),
  });
}

/** Columns of a recorded current row (F.x, E_k y_k for each latent, injected) that make up a part. */
function currentColumns({ network }: EINetwork, part: CurrentPart): readonly number[] {
  const injected = network.latents.length + 1;
  if (part === "input") return [0, injected];
  const written = network.latents.flatMap((latent, k) => {
    const type = network.populations[latent.writer]?.type;
    const side = type === "excitatory" ? "E" : "I";
    return part === "sum" || part === side ? [k + 1] : [];
  });
  return part === "sum" ? [0, ...written, injected] : written;
}
