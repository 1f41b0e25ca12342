import { dot } from "#math";
import type { LowRankNetwork, Population, PopulationType } from "../network.ts";
import type { EINetwork, EINeuron } from "./types.ts";

const known = new WeakMap<LowRankNetwork, EINetwork | null>();

/**
 * See a network as one excitatory and one inhibitory population of one readout each; the same network gives the same
 * object.
 *
 * @returns null when it is anything else.
 */
export function asEINetwork(network: LowRankNetwork): EINetwork | null {
  const found = known.get(network);
  if (found !== undefined) return found;
  const made = seeAfresh(network);
  known.set(network, made);
  return made;
}

function seeAfresh(network: LowRankNetwork): EINetwork | null {
  if (network.populations.length !== 2) return null;
  const excitatory = findPopulation(network, "excitatory");
  const inhibitory = findPopulation(network, "inhibitory");
  if (excitatory === null || inhibitory === null) return null;
  const E = weighLatents(network, excitatory);
  const I = weighLatents(network, inhibitory);
  const neurons: EINeuron[] = [];
  for (let neuron = 0; neuron < network.neurons; neuron += 1)
    neurons.push({
      neuron,
      feedforward: rowOf(network.feedforward, neuron, network.inputs),
      readE: readingOf(network, neuron, E),
      readI: readingOf(network, neuron, I),
      threshold: network.thresholds[neuron] ?? 0,
      // A neuron writes the readout of its own population alone.
      decoder: Math.abs(
        decoderOf(network, neuron, excitatory.readout) +
          decoderOf(network, neuron, inhibitory.readout),
      ),
    });
  const partOf = ({ population: { start, count } }: Part) => neurons.slice(start, start + count);
  return {
    network,
    inputs: network.inputs,
    neurons,
    E: partOf(excitatory),
    I: partOf(inhibitory),
    latentE: excitatory.readout,
    latentI: inhibitory.readout,
  };
}

interface Part {
  readonly population: Population;
  readonly index: number;
  readonly readout: number;
}

function findPopulation(network: LowRankNetwork, type: PopulationType): Part | null {
  const index = network.populations.findIndex((candidate) => candidate.type === type);
  const population = network.populations[index];
  if (population === undefined) return null;
  const [readout, second] = network.latents.flatMap((latent, at) =>
    latent.writer === index && latent.kind === "readout" ? [at] : [],
  );
  return readout === undefined || second !== undefined ? null : { population, index, readout };
}

/** For each latent how much of it follows the readout of `part`: 1, alpha (eq. 3.12), or 0 for other writers. */
function weighLatents(network: LowRankNetwork, part: Part): readonly number[] {
  const own = decodersOf(network, part, part.readout);
  const square = dot(own, own);
  return network.latents.map((latent, at) => {
    if (latent.writer !== part.index) return 0;
    if (at === part.readout) return 1;
    return square === 0 ? 0 : dot(decodersOf(network, part, at), own) / square;
  });
}

function decodersOf(network: LowRankNetwork, part: Part, latent: number): readonly number[] {
  const { start, count } = part.population;
  return Array.from({ length: count }, (_, index) => decoderOf(network, start + index, latent));
}

/** How strongly a neuron reads a population: its encoders weighed by what each latent says of the readout. */
function readingOf(network: LowRankNetwork, neuron: number, weights: readonly number[]): number {
  const start = neuron * weights.length;
  let sum = 0;
  for (let latent = 0; latent < weights.length; latent += 1)
    sum += (network.encoders[start + latent] ?? 0) * (weights[latent] ?? 0);
  return sum;
}

function rowOf(values: Float64Array, row: number, width: number): Float64Array {
  return values.subarray(row * width, (row + 1) * width);
}

function decoderOf(network: LowRankNetwork, neuron: number, latent: number): number {
  return network.decoders[neuron * network.latents.length + latent] ?? 0;
}
