import type { LowRankNetwork } from "#model";
import type { TrialBlock, TrialPlan } from "./trials.ts";

/**
 * Columns of one group (a population or a watched neuron) in a trial: spikes; neurons that fired; ISI CV and CV2,
 * means over neurons with at least two intervals; Fano factor of counts in consecutive windows, mean over neurons
 * with at least half a spike a window; number, sum and sum of squares of all intervals (tau), for a CV pooled over trials.
 */
export const GROUP_COLUMNS = [
  "count",
  "active",
  "intervalCv",
  "localVariation",
  "windowFano",
  "intervals",
  "intervalSum",
  "intervalSquares",
] as const;

/**
 * Columns of one latent in a trial: mean and SD over time; bias, rms and largest size of its distance from where
 * the boundary or the crossing puts it, NaN without one.
 */
export const LATENT_COLUMNS = ["mean", "deviation", "bias", "rms", "worst"] as const;

/** Columns of one population: SD of the filtered rates along the readout and along the noisiest direction that it does not see. */
export const NULLSPACE_COLUMNS = ["readout", "hidden"] as const;

/** How a trial ended, column 0: index of the word. */
export const TRIAL_VERDICTS = ["none", "explosive", "silent", "periodic"] as const;

export type GroupColumn = (typeof GROUP_COLUMNS)[number];
export type LatentColumn = (typeof LATENT_COLUMNS)[number];
export type NullspaceColumn = (typeof NULLSPACE_COLUMNS)[number];

/** Where everything lies in the row of a trial; known to both sides. */
export interface TrialLayout {
  /** Numbers a row. */
  readonly columns: number;
  /** Populations, then watched neurons. */
  readonly groups: number;
  /** K, or 0 when readouts are not measured. */
  readonly latents: number;
  /** Populations whose null space is measured: all or 0. */
  readonly spaces: number;
  /** Pairs of watched neurons in the order (0,1), (0,2), ..., (1,2), ... */
  readonly pairs: number;
  readonly psthBins: number;
  readonly pairBins: number;
  /** N when every neuron's counts are kept, else 0. */
  readonly neurons: number;
}

/** Derive the layout of a point's rows. */
export function createTrialLayout(network: LowRankNetwork, plan: TrialPlan): TrialLayout {
  const groups = network.populations.length + plan.watch.length;
  const latents = plan.latentSteps === null ? 0 : network.latents.length;
  const spaces = plan.nullspace && latents > 0 ? network.populations.length : 0;
  const watched = plan.watch.length;
  return {
    columns:
      1 +
      groups * GROUP_COLUMNS.length +
      latents * LATENT_COLUMNS.length +
      spaces * NULLSPACE_COLUMNS.length,
    groups,
    latents,
    spaces,
    pairs: plan.correlogram === null ? 0 : (watched * (watched - 1)) / 2,
    psthBins: plan.psthBins,
    pairBins: plan.correlogram?.bins ?? 0,
    neurons: plan.neuronCounts ? network.neurons : 0,
  };
}

/** First column of a group. */
export function groupStart(group: number): number {
  return 1 + group * GROUP_COLUMNS.length;
}

/** First column of a latent. */
export function latentStart(layout: TrialLayout, latent: number): number {
  return groupStart(layout.groups) + latent * LATENT_COLUMNS.length;
}

/** First column of a population's null space. */
export function nullspaceStart(layout: TrialLayout, population: number): number {
  return latentStart(layout, layout.latents) + population * NULLSPACE_COLUMNS.length;
}

/** The buffers of a block, to be moved instead of copied. */
export function listBlockBuffers(block: TrialBlock): ArrayBuffer[] {
  const columns = [
    block.rows,
    block.psth,
    block.pairs,
    block.countSums,
    block.countSquares,
    block.rasterTrial,
    block.rasterNeuron,
    block.rasterTime,
  ];
  return columns.flatMap(({ buffer }) => (buffer instanceof ArrayBuffer ? [buffer] : []));
}
