import { presets } from "#content";
import { compileNetwork, type ExperimentDoc, toSimulation } from "#document";
import { type LowRankNetwork, measureSpikes } from "#model";
import { simulate } from "#runtime/inline";
import { decodeLink } from "#share";

/** What an address describes, run without a browser. */
export interface Truth {
  readonly experiment: ExperimentDoc;
  readonly network: LowRankNetwork;
  /** Network index of a neuron that the page calls "E 7". */
  indexOf(name: string): number;
  /** Spikes in the analysis window by neuron, N. */
  readonly spikes: Uint32Array;
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
  const counted = measureSpikes({ neuron, time, start, end }, network.neurons, experiment.window);
  return {
    experiment,
    network,
    indexOf(name) {
      const [population, place] = name.split(" ");
      const block = network.populations.find(({ id }) => id === population);
      return (block?.start ?? Number.NaN) + Number(place) - 1;
    },
    spikes: counted.counts,
    spikeTimes: [...time.subarray(start, end)],
    busiestAround(middle, population) {
      const near = { from: middle - NEAR, to: middle + NEAR };
      const { counts } = measureSpikes({ neuron, time, start, end }, network.neurons, near);
      const block = network.populations.find(({ id }) => id === population);
      const first = block?.start ?? 0;
      return Array.from({ length: block?.count ?? 0 }, (_, place) => place)
        .toSorted((a, b) => (counts[first + b] ?? 0) - (counts[first + a] ?? 0))
        .map((place) => `${population} ${place + 1}`);
    },
  };
}

function experimentOf(fragment: string): ExperimentDoc | null {
  const link = decodeLink(fragment);
  if (!link.ok) return null;
  if ("workspace" in link) return link.workspace.experiment;
  return presets.find(({ id }) => id === link.preset)?.experiment ?? null;
}
