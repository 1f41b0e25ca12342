import type { ExperimentDoc } from "#document";
import {
  createSpikeMeter,
  findCrossings,
  meanOfNumbers,
  type Population,
  type SpikeMeter,
  type SpikeStatistics,
  type TimeWindow,
} from "#model";
import { describeStability } from "#plots";
import type { Traces } from "#runtime/protocol";
import type { CrossingNumbers, PopulationNumbers, Summary } from "../services.ts";
import { type Geometry, toIndex } from "./geometry.ts";
import { sampleAt } from "./present.ts";

/** A run and where in it the reader stands. */
export interface Reading {
  readonly experiment: ExperimentDoc;
  readonly geometry: Geometry;
  readonly traces: Traces;
  /** Playhead, tau. */
  readonly time: number;
  /** tau. */
  readonly window: TimeWindow;
  /** First input at the playhead. */
  readonly input: number;
}

/** All live numbers of a run: spikes and errors in the window, state and crossings at the playhead. */
export function summarise(reading: Reading): Summary {
  const { geometry, traces, window, input } = reading;
  const { network } = geometry;
  const spikes = meterOf(traces, network.neurons)(
    {
      neuron: traces.spikeNeuron,
      time: traces.spikeTime,
      start: traces.spikeStart,
      end: traces.spikeEnd,
    },
    window,
  );
  const errors = readoutErrors(reading);
  const sample = Math.max(traces.sampleStart, sampleAt(traces, reading.time));
  const shown = sample < traces.sampleEnd;
  return {
    input: [input],
    latents: Object.fromEntries(
      network.populations.map(({ id, latents }) => [
        id,
        shown ? Math.abs(traces.latents[sample * traces.latentCount + (latents[0] ?? 0)] ?? 0) : 0,
      ]),
    ),
    populations: network.populations.map((population) =>
      populationNumbers(population, { spikes, window, error: errors[population.type] ?? null }),
    ),
    crossings: crossingNumbers(geometry, input),
    verdict: traces.verdict,
    spikeCount: (neuron) => spikes.counts[toIndex(network, neuron) ?? -1] ?? 0,
  };
}

const meters = new WeakMap<Traces, { readonly neurons: number; readonly measure: SpikeMeter }>();

/** The meter of these traces: numbers are read again and again, and a live run must not allocate. */
function meterOf(traces: Traces, neurons: number): SpikeMeter {
  const known = meters.get(traces);
  if (known?.neurons === neurons) return known.measure;
  const measure = createSpikeMeter(neurons);
  meters.set(traces, { neurons, measure });
  return measure;
}

function populationNumbers(
  { id, start, count }: Population,
  measured: {
    readonly spikes: SpikeStatistics;
    readonly window: TimeWindow;
    readonly error: number | null;
  },
): PopulationNumbers {
  const { spikes, window, error } = measured;
  const total = spikes.counts.subarray(start, start + count).reduce((sum, n) => sum + n, 0);
  const duration = window.to - window.from;
  const spikesPerTau = duration > 0 ? total / duration : 0;
  return {
    id,
    spikesPerTau,
    meanRate: spikesPerTau / count,
    intervalCv: meanOfNumbers(spikes.intervalCv, start, start + count),
    readoutError: error,
  };
}

/** Root mean square distance of each readout from the crossing at the same input, over the window's samples. */
function readoutErrors(reading: Reading): Record<string, number | null> {
  const { geometry, traces, window } = reading;
  const { ei, lookup } = geometry;
  let squaresE = 0;
  let squaresI = 0;
  let count = 0;
  for (let sample = traces.sampleStart; sample < traces.sampleEnd; sample += 1) {
    const time = traces.time[sample] ?? 0;
    if (time < window.from || time > window.to) continue;
    const crossing = lookup(traces.input[sample * traces.inputs] ?? 0);
    if (crossing === null) continue;
    const row = sample * traces.latentCount;
    squaresE += ((traces.latents[row + ei.latentE] ?? 0) - crossing.yE) ** 2;
    squaresI += ((traces.latents[row + ei.latentI] ?? 0) + crossing.yI) ** 2;
    count += 1;
  }
  if (count === 0) return {};
  return { excitatory: Math.sqrt(squaresE / count), inhibitory: Math.sqrt(squaresI / count) };
}

interface KnownCrossings {
  readonly input: number;
  readonly numbers: readonly CrossingNumbers[];
}

const knownCrossings = new WeakMap<Geometry, KnownCrossings>();

/** The crossings at an input; found again only when the network or the input is another. */
function crossingNumbers(geometry: Geometry, input: number): readonly CrossingNumbers[] {
  const known = knownCrossings.get(geometry);
  if (known?.input === input) return known.numbers;
  const numbers = findCrossings(geometry.ei, input).map((crossing) => ({
    excitatory: crossing.yE,
    inhibitory: crossing.yI,
    stable: crossing.stable,
    words: describeStability(crossing),
  }));
  knownCrossings.set(geometry, { input, numbers });
  return numbers;
}
