import type { EINetwork, Side } from "#model";
import type { Traces } from "#runtime/protocol";
import type { SeriesSource } from "./decimate.ts";

function sourceOf(traces: Traces, read: (index: number) => number): SeriesSource {
  return { time: traces.time, start: traces.sampleStart, end: traces.sampleEnd, read };
}

/** The readout of a side over time; the inhibitory one as the magnitude |yI|. */
export function readoutSource(traces: Traces, network: EINetwork, side: Side): SeriesSource {
  const { latents, latentCount } = traces;
  const latent = side === "E" ? network.latentE : network.latentI;
  const sign = side === "E" ? 1 : -1;
  return sourceOf(traces, (index) => sign * (latents[index * latentCount + latent] ?? 0));
}

/** One input over time. */
export function inputSource(traces: Traces, which: number): SeriesSource {
  const { input, inputs } = traces;
  return sourceOf(traces, (index) => input[index * inputs + which] ?? 0);
}

/** The normalised voltage of a recorded neuron (threshold 1); null when it is not recorded. */
export function voltageSource(traces: Traces, neuron: number): SeriesSource | null {
  const column = traces.voltageNeurons.indexOf(neuron);
  const stride = traces.voltageNeurons.length;
  const { voltages } = traces;
  if (column < 0) return null;
  return sourceOf(traces, (index) => voltages[index * stride + column] ?? 0);
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
  const columns = 2 + traces.latentCount;
  const stride = traces.currentNeurons.length * columns;
  const wanted = currentColumns(network, part);
  const { currents } = traces;
  return sourceOf(traces, (index) => {
    const row = index * stride + place * columns;
    let sum = 0;
    for (const column of wanted) sum += currents[row + column] ?? 0;
    return sum;
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

/** Least and greatest value in a stretch of time; null without samples. */
export function extentOf(
  source: SeriesSource,
  { from, to }: { readonly from: number; readonly to: number },
): readonly [number, number] | null {
  let least = Number.POSITIVE_INFINITY;
  let greatest = Number.NEGATIVE_INFINITY;
  for (let index = source.start; index < source.end; index += 1) {
    const time = source.time[index] ?? 0;
    if (time < from) continue;
    if (time > to) break;
    const value = source.read(index);
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  return least > greatest ? null : [least, greatest];
}
