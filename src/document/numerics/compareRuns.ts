import type { RunVerdict } from "#engines";
import { mean, variance } from "#math";
import {
  busiestTau,
  compareOrder,
  type LowRankNetwork,
  meanReadouts,
  type SpikeList,
  type TimeWindow,
} from "#model";
import type { ComparisonPlan } from "./comparison.ts";
import type { ComparedNumber, ComparedReadout, RunComparison } from "./types.ts";

/** A finished run of one trial. */
export interface FinishedRun {
  readonly network: LowRankNetwork;
  readonly spikes: SpikeList;
  /** Readouts at time 0, K. */
  readonly initial: ArrayLike<number>;
  /** Mean of each latent from samples, K, where spikes alone do not tell it (spread synapses, rates); else null. */
  readonly sampledMeans: ArrayLike<number> | null;
  readonly verdict: RunVerdict | null;
}

/** What a trial leaves: a few numbers, so that runs need not be kept. */
export interface RunNumbers {
  /** Mean magnitude of each latent in the window, K. */
  readonly means: Float64Array;
  /** Spikes of each population in the window. */
  readonly counts: readonly number[];
  /** Sum of the jumps that they made in the readout of their population, magnitudes. */
  readonly jumps: readonly number[];
  /** Most spikes in one tau of the window. */
  readonly busiest: number;
  readonly verdict: RunVerdict | null;
}

/** Reduce a run to what is compared. */
export function measureRun(run: FinishedRun, window: TimeWindow): RunNumbers {
  const { network, spikes, sampledMeans, verdict } = run;
  const counts = network.populations.map(() => 0);
  const jumps = network.populations.map(() => 0);
  const latents = network.latents.length;
  for (let spike = spikes.start; spike < spikes.end; spike += 1) {
    const time = spikes.time[spike] ?? 0;
    if (time < window.from || time > window.to) continue;
    const neuron = spikes.neuron[spike] ?? 0;
    const population = network.populationOf[neuron] ?? 0;
    const readout = network.populations[population]?.latents[0] ?? 0;
    counts[population] = (counts[population] ?? 0) + 1;
    const jump = Math.abs(network.decoders[neuron * latents + readout] ?? 0);
    jumps[population] = (jumps[population] ?? 0) + jump;
  }
  const means = Float64Array.from(sampledMeans ?? meanReadouts(run, window));
  return {
    means: means.map(Math.abs),
    counts,
    jumps,
    busiest: busiestTau(spikes, window),
    verdict,
  };
}

/** The numbers of all trials of both runs; `order` of the first trial. */
export interface TrialNumbers {
  readonly network: LowRankNetwork;
  readonly mine: readonly RunNumbers[];
  readonly other: readonly RunNumbers[];
  readonly order: RunComparison["order"];
}

/** Put the numbers of both runs side by side. */
export function compareRuns(
  plan: ComparisonPlan,
  { network, mine, other, order }: TrialNumbers,
): RunComparison {
  const spikes = network.populations.map(({ id }, population) =>
    compareNumber(id, {
      mine: mine.map(({ counts }) => counts[population] ?? 0),
      other: other.map(({ counts }) => counts[population] ?? 0),
    }),
  );
  const readouts = network.populations.flatMap(({ id, latents }, population) => {
    const [latent] = latents;
    if (latent === undefined) return [];
    const compared = compareNumber(id, {
      mine: mine.map(({ means }) => means[latent] ?? 0),
      other: other.map(({ means }) => means[latent] ?? 0),
    });
    return [{ ...compared, jump: meanJump([...other, ...mine], population) }];
  });
  const { target, seeds, from, to } = plan;
  const verdict = other.find((run) => run.verdict !== null)?.verdict ?? null;
  return { target, trials: seeds.length, from, to, readouts, spikes, order, verdict };
}

function compareNumber(
  population: string,
  { mine, other }: { readonly mine: readonly number[]; readonly other: readonly number[] },
): ComparedNumber {
  const spread = (values: readonly number[]): number =>
    values.length < 2 ? 0 : variance(values, 1) / values.length;
  const error = Math.sqrt(spread(mine) + spread(other));
  return { population, mine: mean(mine), other: mean(other), error };
}

function meanJump(runs: readonly RunNumbers[], population: number): ComparedReadout["jump"] {
  let jumps = 0;
  let counts = 0;
  for (const run of runs) {
    jumps += run.jumps[population] ?? 0;
    counts += run.counts[population] ?? 0;
  }
  return counts === 0 ? 0 : jumps / counts;
}

/** Follow the spikes of a quiet run and its better one from the start. */
export function agreeOnOrder(mine: SpikeList, other: SpikeList): RunComparison["order"] {
  return compareOrder(mine, other);
}
