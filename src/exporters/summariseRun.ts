import type { ExperimentDoc } from "#document";
import { mean, rootMeanSquare } from "#math";
import {
  asEINetwork,
  type Crossing,
  findCrossings,
  type LowRankNetwork,
  meanOfNumbers,
  measureSpikes,
} from "#model";
import type { Traces } from "#runtime/protocol";

/** Numbers over the experiment's window; by population id, null where they have no meaning. */
export interface WindowSummary {
  readonly window: { readonly from: number; readonly to: number };
  /** Spikes of the whole population per tau. */
  readonly spikesPerTau: Readonly<Record<string, number>>;
  /** Coefficient of variation of the inter-spike intervals, mean over neurons with at least two intervals. */
  readonly meanIsiCv: Readonly<Record<string, number | null>>;
  /** E-I networks: magnitude of the readout minus that of the crossing at the same x. */
  readonly crossingError?: Readonly<
    Record<string, { readonly mean: number; readonly rms: number }>
  >;
}

/** Samples whose crossing is looked up: enough for a mean, few enough for thousands of neurons. */
const MOST_LOOKS = 2000;

/** Measure a finished run over the experiment's window. */
export function summariseRun(
  experiment: ExperimentDoc,
  network: LowRankNetwork,
  traces: Traces,
): WindowSummary {
  const { window } = experiment;
  const { spikeNeuron, spikeTime, spikeStart, spikeEnd } = traces;
  const spikes = measureSpikes(
    { neuron: spikeNeuron, time: spikeTime, start: spikeStart, end: spikeEnd },
    network.neurons,
    window,
  );
  const perPopulation = <Value>(
    measure: (start: number, end: number) => Value,
  ): Readonly<Record<string, Value>> =>
    Object.fromEntries(
      network.populations.map(({ id, start, count }) => [id, measure(start, start + count)]),
    );
  const error = measureErrors(network, traces, window);
  return {
    window,
    spikesPerTau: perPopulation((start, end) => {
      const total = spikes.counts.subarray(start, end).reduce((sum, count) => sum + count, 0);
      return total / (window.to - window.from);
    }),
    meanIsiCv: perPopulation((start, end) => meanOfNumbers(spikes.intervalCv, start, end)),
    ...(error === null ? {} : { crossingError: error }),
  };
}

function measureErrors(
  network: LowRankNetwork,
  traces: Traces,
  window: ExperimentDoc["window"],
): NonNullable<WindowSummary["crossingError"]> | null {
  const ei = asEINetwork(network);
  if (ei === null) return null;
  const { time, input, latents, inputs, latentCount, sampleStart, sampleEnd } = traces;
  const samples = Array.from(
    { length: sampleEnd - sampleStart },
    (_, index) => sampleStart + index,
  ).filter((sample) => {
    const at = time[sample] ?? 0;
    return at >= window.from && at <= window.to;
  });
  const stride = Math.max(1, Math.ceil(samples.length / MOST_LOOKS));
  const errors = samples
    .filter((_, index) => index % stride === 0)
    .flatMap((sample) => {
      const crossing = chooseCrossing(
        findCrossings(ei, input.subarray(sample * inputs, (sample + 1) * inputs)),
      );
      if (crossing === undefined) return [];
      const row = sample * latentCount;
      const yE = latents[row + ei.latentE] ?? 0;
      const yI = Math.abs(latents[row + ei.latentI] ?? 0);
      return [[yE - crossing.yE, yI - crossing.yI] as const];
    });
  if (errors.length === 0) return null;
  const describe = (values: readonly number[]): { mean: number; rms: number } => ({
    mean: mean(values),
    rms: rootMeanSquare(values),
  });
  const idOf = (latent: number): string => network.latents[latent]?.name ?? "";
  return {
    [idOf(ei.latentE)]: describe(errors.map(([error]) => error)),
    [idOf(ei.latentI)]: describe(errors.map(([, error]) => error)),
  };
}

/** The stable crossing with the lowest yE, without a stable one the lowest. */
function chooseCrossing(crossings: readonly Crossing[]): Crossing | undefined {
  return crossings.find(({ stable }) => stable) ?? crossings[0];
}
