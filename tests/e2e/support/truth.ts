import { presets } from "#content";
import { compileNetwork, type ExperimentDoc, toSimulation } from "#document";
import { type LowRankNetwork, measureSpikes, type PopulationType, type TimeWindow } from "#model";
import { simulate } from "#runtime/inline";
import { decodeLink } from "#share";

/** One neuron in the quantities of the table. */
export interface NeuronNumbers {
  readonly feedforward: number;
  readonly weightOnE: number;
  readonly weightOnI: number;
  readonly threshold: number;
  readonly decoder: number;
  /** In the analysis window. */
  readonly spikes: number;
}

/** What an address describes, run without a browser. */
export interface Truth {
  readonly experiment: ExperimentDoc;
  readonly network: LowRankNetwork;
  /** Network index of a neuron that the page calls "E 7". */
  indexOf(name: string): number;
  /** The numbers of the neuron that the page calls so; NaN when it has no such neuron. */
  numbersOf(name: string): NeuronNumbers;
  /** Times of all spikes, tau, not decreasing. */
  readonly spikeTimes: readonly number[];
  /** Names of the neurons of a population, those first that fire most within some tau of a time. */
  busiestAround(time: number, population: string): readonly string[];
}

/** tau. */
const NEAR = 1;

const known = new Map<string, Truth>();

/** Read an address as a stranger's page would and run what it holds; null when it does not open. */
export function truthOf(address: string): Truth | null {
  const fragment = new URL(address).hash;
  const found = known.get(fragment);
  if (found !== undefined) return found;
  const experiment = experimentOf(fragment);
  if (experiment === null) return null;
  const truth = run(experiment);
  known.set(fragment, truth);
  return truth;
}

function run(experiment: ExperimentDoc): Truth {
  const simulation = toSimulation(experiment);
  const compiled = compileNetwork(experiment.network);
  if (!simulation.ok || !compiled.ok) throw new Error("The document cannot be run.");
  const { spec } = simulation;
  const { network } = compiled;
  const result = simulate(spec, { everySteps: spec.steps, voltages: [], currents: [] });
  if (!result.ok) throw new Error(result.error.message);
  const { spikeNeuron: neuron, spikeTime: time, spikeStart: start, spikeEnd: end } = result.traces;
  const countIn = (window: TimeWindow): Uint32Array =>
    measureSpikes({ neuron, time, start, end }, network.neurons, window).counts;
  const counts = countIn(experiment.window);
  const indexOf = (name: string): number => {
    const [population, place] = name.split(" ");
    const block = network.populations.find(({ id }) => id === population);
    return (block?.start ?? Number.NaN) + Number(place) - 1;
  };
  return {
    experiment,
    network,
    indexOf,
    numbersOf(name) {
      const index = indexOf(name);
      return {
        feedforward: network.feedforward[index * network.inputs] ?? Number.NaN,
        weightOnE: weightOn(network, "excitatory", index),
        weightOnI: weightOn(network, "inhibitory", index),
        threshold: network.thresholds[index] ?? Number.NaN,
        decoder: decoderOf(network, index),
        spikes: counts[index] ?? Number.NaN,
      };
    },
    spikeTimes: [...time.subarray(start, end)],
    busiestAround(middle, population) {
      const near = countIn({ from: middle - NEAR, to: middle + NEAR });
      const block = network.populations.find(({ id }) => id === population);
      const first = block?.start ?? 0;
      return Array.from({ length: block?.count ?? 0 }, (_, place) => place)
        .toSorted((a, b) => (near[first + b] ?? 0) - (near[first + a] ?? 0))
        .map((place) => `${population} ${place + 1}`);
    },
  };
}

/** How strongly a neuron reads what the populations of a type write. */
function weightOn(network: LowRankNetwork, type: PopulationType, neuron: number): number {
  const { latents, populations, encoders } = network;
  return latents.reduce((sum, { writer }, k) => {
    const isMeant = populations[writer]?.type === type;
    return isMeant ? sum + (encoders[neuron * latents.length + k] ?? Number.NaN) : sum;
  }, 0);
}

/** How far a spike of the neuron moves the readout of its population; a magnitude. */
function decoderOf({ latents, decoders }: LowRankNetwork, neuron: number): number {
  const row = latents.map((_, k) => Math.abs(decoders[neuron * latents.length + k] ?? Number.NaN));
  return Math.max(...row);
}

function experimentOf(fragment: string): ExperimentDoc | null {
  const link = decodeLink(fragment);
  if (!link.ok) return null;
  if ("workspace" in link) return link.workspace.experiment;
  return presets.find(({ id }) => id === link.preset)?.experiment ?? null;
}
