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

/**
 * Draw where noisy neurons end and list those that were near threshold. The one loop over all neurons in a step, four
 * at a time: few are near, and a choice for each costs more than the arithmetic.
 */
export function drawNoisy(paths: Paths, levels: LevelPair, span: Span): void {
  const { relaxing, ends, noise, candidates } = paths;
  const { now, end } = levels;
  const { keep, scale, reach } = span;
  const stop = span.end;
  let neuron = span.start;
  for (; neuron + 3 < stop; neuron += 4) {
    const before0 = relaxing[neuron]!;
    const before1 = relaxing[neuron + 1]!;
    const before2 = relaxing[neuron + 2]!;
    const before3 = relaxing[neuron + 3]!;
    const after0 = keep * before0 + scale * noise[neuron]!;
    const after1 = keep * before1 + scale * noise[neuron + 1]!;
    const after2 = keep * before2 + scale * noise[neuron + 2]!;
    const after3 = keep * before3 + scale * noise[neuron + 3]!;
    ends[neuron] = after0;
    ends[neuron + 1] = after1;
    ends[neuron + 2] = after2;
    ends[neuron + 3] = after3;
    const near0 = (now[neuron]! - before0) * (end[neuron]! - after0) <= reach;
    const near1 = (now[neuron + 1]! - before1) * (end[neuron + 1]! - after1) <= reach;
    const near2 = (now[neuron + 2]! - before2) * (end[neuron + 2]! - after2) <= reach;
    const near3 = (now[neuron + 3]! - before3) * (end[neuron + 3]! - after3) <= reach;
    if (!(near0 || near1 || near2 || near3)) continue;
    if (near0) candidates.add(neuron);
    if (near1) candidates.add(neuron + 1);
    if (near2) candidates.add(neuron + 2);
    if (near3) candidates.add(neuron + 3);
  }
  for (; neuron < stop; neuron += 1) {
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
