import { invariant } from "#math";

/** Sign rule of a population's neurons (Dale's law); `unconstrained` is for spike coding networks. */
export type PopulationType = "excitatory" | "inhibitory" | "unconstrained";

/** A contiguous block of neurons that share a sign rule and write the same latents. */
export interface Population {
  readonly id: string;
  readonly type: PopulationType;
  /** Index of the first neuron. */
  readonly start: number;
  /** Number of neurons. */
  readonly count: number;
  /** Indices of the readout latents that this population writes. */
  readonly latents: readonly number[];
}

/**
 * One latent variable. A `readout` is what the population reports; a `cross` latent is the same spikes
 * seen through the decoders of one reading population (mistuned cross-connections).
 */
export interface Latent {
  readonly name: string;
  /** Index of the population that writes it. */
  readonly writer: number;
  readonly kind: "readout" | "cross";
}

/**
 * The low-rank network that every spiking model of the sources is an instance of
 * (Podlaski & Machens 2024, eqs 2.1-2.4 and 2.33-2.36):
 *
 *     V_i = F_i . x + E_i . y - mu_i r_i + noise,  spike when V_i >= T_i,  y += D_i per spike,  y' = -y.
 *
 * N neurons, M inputs, K latents; all matrices row-major, one row a neuron, the paper's signs
 * (inhibitory decoders <= 0). Arrays are never written after creation.
 */
export interface LowRankNetwork {
  readonly inputs: number;
  readonly neurons: number;
  readonly latents: readonly Latent[];
  readonly populations: readonly Population[];
  /** Population index of each neuron, N. */
  readonly populationOf: Uint16Array;
  /** F, N x M. */
  readonly feedforward: Float64Array;
  /** E, N x K: weight with which neuron i reads latent k. */
  readonly encoders: Float64Array;
  /** D, N x K: what a spike of neuron i adds to latent k. */
  readonly decoders: Float64Array;
  /** T, N. */
  readonly thresholds: Float64Array;
  /** mu, N: instantaneous extra self-reset. */
  readonly selfResets: Float64Array;
}

/** What `createNetwork` needs; `populationOf` is derived. */
export type NetworkParts = Omit<LowRankNetwork, "populationOf" | "neurons">;

/**
 * Assemble a network and check every shape and sign.
 *
 * @param parts arrays of the shapes given in {@link LowRankNetwork}.
 * @throws Error when a shape is wrong, a number is not finite or Dale's law is broken.
 */
export function createNetwork(parts: NetworkParts): LowRankNetwork {
  const neurons = parts.thresholds.length;
  const populationOf = assignPopulations(parts.populations, neurons);
  const network = { ...parts, neurons, populationOf };
  checkShapes(network);
  const fault = findDaleFault(network);
  invariant(fault === null, fault ?? "");
  return network;
}

function assignPopulations(populations: readonly Population[], neurons: number): Uint16Array {
  const populationOf = new Uint16Array(neurons);
  let next = 0;
  for (const [index, population] of populations.entries()) {
    invariant(population.count > 0, `Population "${population.id}" has no neurons.`);
    invariant(population.start === next, `Population "${population.id}" must start at ${next}.`);
    populationOf.fill(index, next, next + population.count);
    next += population.count;
  }
  invariant(next === neurons, `Populations cover ${next} neurons, thresholds ${neurons}.`);
  return populationOf;
}

function checkShapes(network: LowRankNetwork): void {
  const { neurons, inputs } = network;
  const latents = network.latents.length;
  const shapes: readonly (readonly [string, Float64Array, number])[] = [
    ["feedforward", network.feedforward, neurons * inputs],
    ["encoders", network.encoders, neurons * latents],
    ["decoders", network.decoders, neurons * latents],
    ["thresholds", network.thresholds, neurons],
    ["selfResets", network.selfResets, neurons],
  ];
  for (const [name, values, length] of shapes) {
    invariant(values.length === length, `${name} has ${values.length} numbers, needs ${length}.`);
    invariant(isFiniteThroughout(values), `${name} holds a number that is not finite.`);
  }
}

function isFiniteThroughout(values: Float64Array): boolean {
  // A loop, since networks are made anew in every frame of a drag and may be large: x - x is 0 for finite x alone.
  for (const value of values) if (value - value !== 0) return false;
  return true;
}

/**
 * Find the first breach of Dale's law: signed populations have encoders >= 0, excitatory decoders >= 0 and
 * inhibitory decoders <= 0.
 *
 * @returns one sentence, or null when the law holds.
 */
export function findDaleFault(network: LowRankNetwork): string | null {
  for (const population of network.populations) {
    if (population.type === "unconstrained") continue;
    const fault = findSignFault(network, population);
    if (fault !== null) return fault;
  }
  return null;
}

function findSignFault(network: LowRankNetwork, population: Population): string | null {
  const { encoders, decoders, latents } = network;
  const excites = population.type === "excitatory";
  const start = population.start * latents.length;
  const end = start + population.count * latents.length;
  for (let cell = start; cell < end; cell += 1) {
    const encoder = encoders[cell] ?? 0;
    const decoder = decoders[cell] ?? 0;
    const isAgainst = excites ? decoder < 0 : decoder > 0;
    if (encoder >= 0 && !isAgainst) continue;
    const index = Math.floor((cell - start) / latents.length);
    const who = `neuron ${index} of ${population.type} population "${population.id}"`;
    if (encoder < 0) return `The encoder ${encoder} of ${who} must be 0 or more.`;
    return `The decoder ${decoder} of ${who} must be 0 or ${excites ? "more" : "less"} (Dale's law).`;
  }
  return null;
}
