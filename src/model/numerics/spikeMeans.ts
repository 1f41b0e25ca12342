import type { SpikeList, TimeWindow } from "../activity.ts";
import type { LowRankNetwork } from "../network.ts";

/** A run of a network with delta synapses as its spikes tell it. */
export interface SpikingRun {
  readonly network: LowRankNetwork;
  readonly spikes: SpikeList;
  /** Readouts at time 0, K. */
  readonly initial: ArrayLike<number>;
}

/**
 * Mean of every latent over a window, from the spikes alone: as y' = -y + D at spikes, the integral over a spike's
 * trace is D (1 - e^-t). Exact for any engine, however seldom it samples.
 *
 * @returns K numbers, the paper's signs; NaN for an empty window.
 */
export function meanReadouts(
  { network, spikes, initial }: SpikingRun,
  { from, to }: TimeWindow,
): Float64Array {
  const latents = network.latents.length;
  const gained = Float64Array.from({ length: latents }, (_, k) => {
    const begun = initial[k] ?? 0;
    return decay(begun, from) - decay(begun, to);
  });
  for (let spike = spikes.start; spike < spikes.end; spike += 1) {
    const time = spikes.time[spike] ?? 0;
    if (time > to) break;
    const share = shareOf(time, from, to);
    const row = (spikes.neuron[spike] ?? 0) * latents;
    for (let k = 0; k < latents; k += 1) {
      gained[k] = (gained[k] ?? 0) + share * (network.decoders[row + k] ?? 0);
    }
  }
  return gained.map((integral) => integral / (to - from));
}

/** Integral over the window of what one spike of size 1 leaves. */
function shareOf(time: number, from: number, to: number): number {
  return decay(1, Math.max(0, from - time)) - decay(1, to - time);
}

function decay(value: number, time: number): number {
  return value * Math.exp(-time);
}

/** How long two runs agree on who fires next. */
export interface OrderAgreement {
  /** Spikes from the start on that come from the same neurons in the same order. */
  readonly spikes: number;
  /** Largest difference of their times, tau; 0 without spikes. */
  readonly timeError: number;
  /** Time of the first spike that only one of them has, in the second run where it goes on, or null. */
  readonly partsAt: number | null;
}

/** Follow two runs until another neuron fires. */
export function compareOrder(first: SpikeList, second: SpikeList): OrderAgreement {
  const most = Math.min(first.end - first.start, second.end - second.start);
  let spikes = 0;
  let timeError = 0;
  while (spikes < most) {
    const here = first.start + spikes;
    const there = second.start + spikes;
    if (first.neuron[here] !== second.neuron[there]) break;
    timeError = Math.max(timeError, Math.abs((first.time[here] ?? 0) - (second.time[there] ?? 0)));
    spikes += 1;
  }
  const next = second.time[second.start + spikes] ?? first.time[first.start + spikes];
  const goesOn = spikes < Math.max(first.end - first.start, second.end - second.start);
  return { spikes, timeError, partsAt: goesOn ? (next ?? null) : null };
}

/** The largest number of spikes in one tau within a window; looks at tenths of a tau. */
export function busiestTau(spikes: SpikeList, { from, to }: TimeWindow): number {
  const bins = Math.max(1, Math.ceil((to - from) * BINS));
  const counts = new Uint32Array(bins);
  for (let spike = spikes.start; spike < spikes.end; spike += 1) {
    const time = spikes.time[spike] ?? 0;
    if (time < from || time >= to) continue;
    const bin = Math.min(bins - 1, Math.floor((time - from) * BINS));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  let inWindow = 0;
  let most = 0;
  for (let bin = 0; bin < bins; bin += 1) {
    inWindow += (counts[bin] ?? 0) - (counts[bin - BINS] ?? 0);
    most = Math.max(most, inWindow);
  }
  return most;
}

const BINS = 10;
