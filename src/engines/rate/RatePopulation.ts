import { invariant } from "#math";
import type { LowRankNetwork } from "#model";
import { Injection } from "../input/Injection.ts";
import { InputReader } from "../input/InputReader.ts";
import type { EngineState, SimulationSpec } from "../types.ts";
import { LatentHistory } from "./LatentHistory.ts";

/** What both rate rules share: the state, the input, the currents and the steepness of each neuron. */
export interface RateParts {
  readonly state: EngineState;
  readonly reader: InputReader;
  readonly injection: Injection;
  /** beta of each neuron, N. */
  readonly beta: Float64Array;
  /** Synaptic time constant of each neuron in tau, N. */
  readonly tauS: Float64Array;
}

/** Set up a rate run; `state.input` holds x at step 0, everything else is 0. */
export function createRateParts(spec: SimulationSpec): RateParts {
  const { network, rate } = spec;
  invariant(rate !== null, "The rate engine needs its settings, beta among them.");
  const reader = new InputReader(spec.input, network.inputs, spec.dt);
  const injection = new Injection(spec);
  const state = {
    input: new Float64Array(network.inputs),
    latents: new Float64Array(network.latents.length),
    voltages: new Float64Array(network.neurons),
    injected: injection.values,
    rates: new Float64Array(network.neurons),
  };
  reader.read(0, state.input);
  return {
    state,
    reader,
    injection,
    beta: perNeuron(network, rate.beta),
    tauS: perNeuron(network, rate.tauS),
  };
}

/** What the latents were, each heard as late as the axons of its population make it. */
export function createHistory({ network, delay, dt }: SimulationSpec): LatentHistory {
  const delays = network.latents.map(({ writer }) => Math.round(delay[writer]! / dt));
  return new LatentHistory(delays, dt);
}

/** Add up y = D r into `latents`. */
export function decodeRates(
  network: LowRankNetwork,
  rates: Float64Array,
  latents: Float64Array,
): void {
  const width = latents.length;
  latents.fill(0);
  for (let neuron = 0; neuron < network.neurons; neuron += 1) {
    const rate = rates[neuron]!;
    for (let latent = 0; latent < width; latent += 1)
      latents[latent] = latents[latent]! + network.decoders[neuron * width + latent]! * rate;
  }
}

function perNeuron(network: LowRankNetwork, values: readonly number[]): Float64Array {
  return Float64Array.from(network.populationOf, (population) => values[population]!);
}
