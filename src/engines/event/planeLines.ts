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
const lastLines: { network: LowRankNetwork; start: number; lines: PlaneLines }[] = [];
const KEPT_LINES = 4;

/** Lines of a population all of whose neurons read yI; O(N) when the same or nearly the same was asked for before. */
export function planeLines(
  network: LowRankNetwork,
  population: Population,
  axes: PlaneAxes,
): PlaneLines {
  const { start } = population;
  const known = lastLines.find(
    (last) => last.start === start && hasSameLines(last.network, network),
  );
  if (known !== undefined) return known.lines;
  const lines = computeLines(network, population, axes);
  lastLines.unshift({ network, start, lines });
  lastLines.length = Math.min(lastLines.length, KEPT_LINES);
  return lines;
}

function hasSameLines(one: LowRankNetwork, other: LowRankNetwork): boolean {
  return (
    one.populations.every(({ count, latents, type }, index) => {
      const population = other.populations[index];
      return (
        population?.count === count &&
        population.type === type &&
        population.latents[0] === latents[0]
      );
    }) &&
    hasSameNumbers(one.thresholds, other.thresholds) &&
    hasSameNumbers(one.feedforward, other.feedforward) &&
    hasSameNumbers(one.encoders, other.encoders)
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

function hasSameNumbers(one: Float64Array, other: Float64Array): boolean {
  if (one.length !== other.length) return false;
  for (let index = 0; index < one.length; index += 1)
    if (one[index]! !== other[index]!) return false;
  return true;
}
