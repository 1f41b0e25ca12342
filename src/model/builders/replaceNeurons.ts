import { invariant } from "#math";
import { createNetwork, type LowRankNetwork } from "../network.ts";

/** New values of one neuron; what is left out stays. */
export interface NeuronChange {
  /** Index in the network. */
  readonly neuron: number;
  /** F, M. */
  readonly feedforward?: readonly number[];
  /** E by name of a readout latent. */
  readonly encoders?: Readonly<Record<string, number>>;
  /** T. */
  readonly threshold?: number;
  /** D on the readout of the neuron's own population, which has one. */
  readonly decoder?: number;
  /** mu. */
  readonly selfReset?: number;
}

/**
 * A network with some neurons changed: what a hand does to a network of any size, at the cost of copying its arrays.
 *
 * @returns the same network when there is nothing to change.
 * @throws Error when a shape is wrong, a number is not finite, a latent is unknown or Dale's law is broken.
 */
export function replaceNeurons(
  network: LowRankNetwork,
  changes: readonly NeuronChange[],
): LowRankNetwork {
  if (changes.length === 0) return network;
  const copy: LowRankNetwork = {
    ...network,
    feedforward: network.feedforward.slice(),
    encoders: network.encoders.slice(),
    decoders: network.decoders.slice(),
    thresholds: network.thresholds.slice(),
    selfResets: network.selfResets.slice(),
  };
  for (const change of changes) write(copy, change);
  return createNetwork(copy);
}

function write(network: LowRankNetwork, change: NeuronChange): void {
  const { neuron, feedforward, encoders = {}, threshold, decoder, selfReset } = change;
  const width = network.latents.length;
  if (feedforward !== undefined) {
    const { inputs } = network;
    invariant(
      feedforward.length === inputs,
      `Neuron ${neuron} needs ${inputs} feedforward weights.`,
    );
    network.feedforward.set(feedforward, neuron * inputs);
  }
  for (const [name, value] of Object.entries(encoders))
    network.encoders[neuron * width + findReadout(network, name)] = value;
  if (threshold !== undefined) network.thresholds[neuron] = threshold;
  if (selfReset !== undefined) network.selfResets[neuron] = selfReset;
  if (decoder === undefined) return;
  const [own] = network.populations[network.populationOf[neuron] ?? -1]?.latents ?? [];
  invariant(own !== undefined, `Neuron ${neuron} writes no latent.`);
  network.decoders[neuron * width + own] = decoder;
}

function findReadout({ latents }: LowRankNetwork, name: string): number {
  const at = latents.findIndex((latent) => latent.kind === "readout" && latent.name === name);
  invariant(at >= 0, `There is no latent "${name}" to read.`);
  return at;
}
