import { bisectRight } from "d3-array";
import type { EINetwork } from "#model";
import type { Traces } from "#runtime/protocol";

/** The part of a run that {@link walkTrajectory} follows. */
export interface TrajectoryPart {
  readonly traces: Traces;
  readonly network: EINetwork;
  /** Whether decoders make jumps (delta synapses); else samples alone are joined. */
  readonly instantaneous: boolean;
  /** tau. */
  readonly from: number;
  readonly to: number;
}

/** Receives a path in (yE, |yI|). */
export interface PathVisitor {
  /** The path reaches this point by leaking. */
  leak(yE: number, yI: number): void;
  /** A spike moves it here. */
  jump(yE: number, yI: number, neuron: number): void;
}

/** Where a walk stands; reused from sample to sample. */
interface Walker {
  readonly part: TrajectoryPart;
  readonly visitor: PathVisitor;
  sample: number;
  spike: number;
  time: number;
  yE: number;
  yI: number;
}

/** The state (yE, |yI|) at a time: the last sample before it, leaked and kicked up to it. */
export function latentsAt(
  part: Omit<TrajectoryPart, "from" | "to">,
  time: number,
): { readonly yE: number; readonly yI: number } | null {
  let at: { readonly yE: number; readonly yI: number } | null = null;
  const keep = (yE: number, yI: number): void => {
    at = { yE, yI };
  };
  walkTrajectory({ ...part, from: time, to: time }, { leak: keep, jump: keep });
  return at;
}

/**
 * Follow (yE, |yI|) from one time to another. Between samples the path is exact: it leaks as exp(-t) and jumps
 * by D at each spike (Podlaski & Machens 2024, eq. 2.3), so a coarse recording still shows true corners.
 */
export function walkTrajectory(part: TrajectoryPart, visitor: PathVisitor): void {
  const { traces, from, to } = part;
  const { time, sampleStart, sampleEnd } = traces;
  if (sampleEnd <= sampleStart || to < from) return;
  const sample = Math.max(sampleStart, bisectRight(time, from, sampleStart, sampleEnd) - 1);
  const walker: Walker = { part, visitor, sample, spike: 0, time: 0, yE: 0, yI: 0 };
  load(walker, sample);
  walker.spike = bisectRight(traces.spikeTime, walker.time, traces.spikeStart, traces.spikeEnd);
  skipTo(walker, from);
  visitor.leak(walker.yE, walker.yI);
  while (walker.sample + 1 < sampleEnd && (time[walker.sample + 1] ?? 0) <= to) {
    advance(walker, time[walker.sample + 1] ?? 0, visitor);
    load(walker, walker.sample + 1);
    visitor.leak(walker.yE, walker.yI);
  }
  if (walker.sample + 1 < sampleEnd && walker.time < to) {
    advance(walker, to, visitor);
    settle(walker, to);
    visitor.leak(walker.yE, walker.yI);
  }
}

const SILENT: PathVisitor = { leak: () => undefined, jump: () => undefined };

function skipTo(walker: Walker, from: number): void {
  if (walker.time >= from || walker.sample + 1 >= walker.part.traces.sampleEnd) return;
  advance(walker, from, SILENT);
  settle(walker, from);
}

function load(walker: Walker, sample: number): void {
  const { traces, network } = walker.part;
  const row = sample * traces.latentCount;
  walker.sample = sample;
  walker.time = traces.time[sample] ?? 0;
  walker.yE = traces.latents[row + network.latentE] ?? 0;
  walker.yI = -(traces.latents[row + network.latentI] ?? 0);
}

/** Take the spikes up to and including a time; the state ends after the last of them. */
function advance(walker: Walker, until: number, visitor: PathVisitor): void {
  const { traces, network, instantaneous } = walker.part;
  while (walker.spike < traces.spikeEnd && (traces.spikeTime[walker.spike] ?? 0) <= until) {
    const neuron = traces.spikeNeuron[walker.spike] ?? 0;
    settle(walker, traces.spikeTime[walker.spike] ?? 0);
    if (instantaneous) {
      const { decoders, latents } = network.network;
      visitor.leak(walker.yE, walker.yI);
      walker.yE += decoders[neuron * latents.length + network.latentE] ?? 0;
      walker.yI -= decoders[neuron * latents.length + network.latentI] ?? 0;
    }
    visitor.jump(walker.yE, walker.yI, neuron);
    walker.spike += 1;
  }
}

function settle(walker: Walker, time: number): void {
  if (!walker.part.instantaneous) {
    interpolate(walker, time);
    return;
  }
  const decay = Math.exp(walker.time - time);
  walker.yE *= decay;
  walker.yI *= decay;
  walker.time = time;
}

/** Move along the straight line to the next sample. */
function interpolate(walker: Walker, time: number): void {
  const { traces, network } = walker.part;
  const next = walker.sample + 1;
  const span = (traces.time[next] ?? walker.time) - walker.time;
  if (next >= traces.sampleEnd || span <= 0) return;
  const part = (time - walker.time) / span;
  const row = next * traces.latentCount;
  walker.yE += part * ((traces.latents[row + network.latentE] ?? 0) - walker.yE);
  walker.yI += part * (-(traces.latents[row + network.latentI] ?? 0) - walker.yI);
  walker.time = time;
}
