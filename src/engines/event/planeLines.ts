import type { LowRankNetwork, Population } from "#model";
import { orderBySlope } from "./slopeOrder.ts";

/** Latents of the plane: what the excitatory and what the inhibitory population writes. */
export interface PlaneAxes {
  readonly latentE: number;
  readonly latentI: number;
}

/**
 * The neurons of one population as lines over yE, sorted by slope: neuron i is at threshold where
 * |yI| <= slope yE - threshold + feedforward . x.
 */
export interface PlaneLines {
  /** E_iE / E_iI, rising. */
  readonly slopes: Float64Array;
  /** T / E_iI. */
  readonly thresholds: Float64Array;
  /** F / E_iI, M a line. */
  readonly feedforward: Float64Array;
  /** Neuron of each line. */
  readonly owners: Int32Array;
  /** Smallest and largest E_iI. */
  readonly least: number;
  readonly most: number;
}

/** The last lines: the input is dragged more often than the network, and every run brings a copy of its network. */
const lastLines: (Source & { readonly lines: PlaneLines })[] = [];
const KEPT_LINES = 4;

/** Lines of a population all of whose neurons read yI; O(N) when the same or nearly the same was asked for before. */
export function planeLines(
  network: LowRankNetwork,
  population: Population,
  axes: PlaneAxes,
): PlaneLines {
  const known = lastLines.find((last) => hasSameLines(last, { network, population, axes }));
  if (known !== undefined) return known.lines;
  const lines = computeLines(network, population, axes);
  lastLines.unshift({ network, population, axes, lines });
  lastLines.length = Math.min(lastLines.length, KEPT_LINES);
  return lines;
}

/** What lines are made of. */
interface Source {
  readonly network: LowRankNetwork;
  readonly population: Population;
  readonly axes: PlaneAxes;
}

function hasSameLines(one: Source, other: Source): boolean {
  const { start, count } = one.population;
  const { inputs, latents } = one.network;
  return (
    other.population.start === start &&
    other.population.count === count &&
    other.network.inputs === inputs &&
    other.network.latents.length === latents.length &&
    other.axes.latentE === one.axes.latentE &&
    other.axes.latentI === one.axes.latentI &&
    hasSameRows(one.network.thresholds, other.network.thresholds, { start, count, width: 1 }) &&
    hasSameRows(one.network.feedforward, other.network.feedforward, {
      ...{ start, count, width: inputs },
    }) &&
    hasSameRows(one.network.encoders, other.network.encoders, {
      ...{ start, count, width: latents.length },
    })
  );
}

function computeLines(
  network: LowRankNetwork,
  { start, count, type }: Population,
  { latentE, latentI }: PlaneAxes,
): PlaneLines {
  const { encoders, inputs } = network;
  const width = network.latents.length;
  const unsorted = new Float64Array(count);
  let least = Number.POSITIVE_INFINITY;
  let most = 0;
  for (let index = 0; index < count; index += 1) {
    const row = (start + index) * width;
    const scale = encoders[row + latentI]!;
    unsorted[index] = encoders[row + latentE]! / scale;
    least = Math.min(least, scale);
    most = Math.max(most, scale);
  }
  const order = orderBySlope(type, unsorted);
  const owners = new Int32Array(count);
  const slopes = new Float64Array(count);
  const thresholds = new Float64Array(count);
  const feedforward = new Float64Array(count * inputs);
  for (let place = 0; place < count; place += 1) {
    const index = order[place]!;
    const neuron = start + index;
    const scale = encoders[neuron * width + latentI]!;
    owners[place] = neuron;
    slopes[place] = unsorted[index]!;
    thresholds[place] = network.thresholds[neuron]! / scale;
    for (let input = 0; input < inputs; input += 1)
      feedforward[place * inputs + input] = network.feedforward[neuron * inputs + input]! / scale;
  }
  return { slopes, thresholds, feedforward, owners, least, most };
}

function hasSameRows(
  one: Float64Array,
  other: Float64Array,
  {
    start,
    count,
    width,
  }: { readonly start: number; readonly count: number; readonly width: number },
): boolean {
  if (one === other) return true;
  const end = (start + count) * width;
  for (let index = start * width; index < end; index += 1)
    if (one[index]! !== other[index]!) return false;
  return true;
}
