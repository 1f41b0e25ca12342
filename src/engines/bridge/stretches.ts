import type { SpikeList } from "../clock/SpikeList.ts";

/** What a stretch of time is drawn from and into; all arrays have N numbers. */
export interface Paths {
  /** The relaxing part u = V - F x - I of every voltage. */
  relaxing: Float64Array;
  /** u at the end of the stretch, written. */
  ends: Float64Array;
  /** Standard normals. */
  readonly noise: Float64Array;
  /** Neurons that may have reached threshold, added to. */
  readonly candidates: SpikeList;
}

/** Levels of u at which neurons fire, at both ends of the stretch. */
export interface LevelPair {
  readonly now: Float64Array;
  readonly end: Float64Array;
}

/** A population on a stretch. */
export interface Span {
  readonly start: number;
  readonly end: number;
  /** Stationary standard deviation of the noise. */
  readonly sigma: number;
  /** exp(-length): what is left of u. */
  keep: number;
  /** Standard deviation that the stretch adds. */
  scale: number;
  /** Neurons whose distances at both ends have a product up to this are candidates. */
  reach: number;
  /** Without noise: how far, relative to u, a path bends away from the chord; 0 while the levels stand still. */
  bend: number;
}

/** Draw where noisy neurons end and list those that were near threshold. The one loop over all neurons in a step. */
export function drawNoisy(paths: Paths, levels: LevelPair, span: Span): void {
  const { relaxing, ends, noise, candidates } = paths;
  const { now, end } = levels;
  const { keep, scale, reach } = span;
  const stop = span.end;
  for (let neuron = span.start; neuron < stop; neuron += 1) {
    const before = relaxing[neuron]!;
    const after = keep * before + scale * noise[neuron]!;
    ends[neuron] = after;
    if ((now[neuron]! - before) * (end[neuron]! - after) <= reach) candidates.add(neuron);
  }
}

/** Move neurons without noise and list those that may have reached threshold. */
export function moveQuiet(paths: Paths, levels: LevelPair, span: Span): void {
  const { relaxing, ends, candidates } = paths;
  const { now, end } = levels;
  for (let neuron = span.start; neuron < span.end; neuron += 1) {
    const before = relaxing[neuron]!;
    const after = span.keep * before;
    ends[neuron] = after;
    const nearest = Math.min(now[neuron]! - before, end[neuron]! - after);
    if (nearest + span.bend * Math.min(before, 0) <= 0) candidates.add(neuron);
  }
}
