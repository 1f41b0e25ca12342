import { dot } from "#math";
import type { LowRankNetwork, Population, PopulationType } from "../network.ts";
import type { EINetwork, EINeuron } from "./types.ts";

/**
 * See a network as one excitatory and one inhibitory population of one readout each.
 *
 * @returns null when it is anything else.
 */
export function asEINetwork(network: LowRankNetwork): EINetwork | null {
  if (network.populations.length !== 2) return null;
  const excitatory = findPopulation(network, "excitatory");
  const inhibitory = findPopulation(network, "inhibitory");
  if (excitatory === null || inhibitory === null) return null;
  const weights = {
    E: weighLatents(network, excitatory),
    I: weighLatents(network, inhibitory),
  };
  return {
    network,
    inputs: network.inputs,
    E: readNeurons(network, excitatory, weights),
    I: readNeurons(network, inhibitory, weights),
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

function readNeurons(
  network: LowRankNetwork,
  part: Part,
  weights: { readonly E: readonly number[]; readonly I: readonly number[] },
): readonly EINeuron[] {
  const { inputs, latents } = network;
  return Array.from({ length: part.population.count }, (_, index) => {
    const neuron = part.population.start + index;
    const row = neuron * latents.length;
    const encoders = network.encoders.subarray(row, row + latents.length);
    return {
      neuron,
      feedforward: network.feedforward.subarray(neuron * inputs, (neuron + 1) * inputs),
      readE: dot(encoders, weights.E),
      readI: dot(encoders, weights.I),
      threshold: network.thresholds[neuron] ?? 0,
      decoder: Math.abs(decoderOf(network, neuron, part.readout)),
    };
  });
}

function decoderOf(network: LowRankNetwork, neuron: number, latent: number): number {
  return network.decoders[neuron * network.latents.length + latent] ?? 0;
}
