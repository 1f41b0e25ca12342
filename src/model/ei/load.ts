import type { CrossingLookup } from "./crossingLookup.ts";
import { findNeuron } from "./drive.ts";
import type { Crossing, EINetwork } from "./types.ts";

/** Numerics badge: green below 0.2, amber to 0.9, red above (the reference rule loses spikes). */
export type LoadVerdict = "green" | "amber" | "red";

/** Share of clock steps that must carry a spike. */
export interface Load {
  readonly load: number;
  readonly verdict: LoadVerdict;
}

/** Where and how fast the network works. */
export interface LoadPoint {
  readonly ei: EINetwork;
  readonly crossing: Crossing;
  /** Clock step in tau. */
  readonly dt: number;
  /** Rate of change of yE and |yI| per tau while the input moves; default at rest. */
  readonly velocity?: { readonly yE: number; readonly yI: number };
}

/**
 * Load of the clock engine at a crossing: dt (yE / D_E + |yI| / D_I) with the decoders of the owning neurons, and
 * y + y' in place of y while the input moves (never below 0: a readout that falls by itself needs no spikes).
 * One spike a step needs a load below 1.
 */
export function loadFactor(point: LoadPoint): Load {
  const { ei, crossing, dt, velocity = { yE: 0, yI: 0 } } = point;
  const load =
    dt *
    (spikesPerTau(ei, crossing.excitatory, crossing.yE + velocity.yE) +
      spikesPerTau(ei, crossing.inhibitory, crossing.yI + velocity.yI));
  return { load, verdict: judgeLoad(load) };
}

/** Verdict of a load; limits are part of the badge. */
export function judgeLoad(load: number): LoadVerdict {
  if (load < 0.2) return "green";
  return load <= 0.9 ? "amber" : "red";
}

function spikesPerTau(ei: EINetwork, neuron: number, needed: number): number {
  if (needed <= 0) return 0;
  const decoder = findNeuron(ei, neuron)?.decoder ?? 0;
  return decoder === 0 ? Number.POSITIVE_INFINITY : needed / decoder;
}

/** An input course sampled at equal intervals. */
export interface LoadCourse {
  readonly ei: EINetwork;
  readonly lookup: CrossingLookup;
  readonly dt: number;
  /** x at equal intervals. */
  readonly input: ArrayLike<number>;
  /** Interval between samples, tau. */
  readonly interval: number;
}

/**
 * Load at every sample of an input course, NaN where x meets no crossing. y' is the mean change over one tau around
 * each sample, so that a jump of the input counts with the spikes it calls for and not as an infinite speed.
 */
export function loadAlong(course: LoadCourse): Float64Array {
  const { ei, lookup, dt, input, interval } = course;
  const reach = Math.max(1, Math.round(0.5 / interval));
  const crossings = Array.from(input, lookup);
  return Float64Array.from(crossings, (crossing, at) => {
    if (crossing === null) return Number.NaN;
    const first = Math.max(0, at - reach);
    const last = Math.min(crossings.length - 1, at + reach);
    const before = crossings[first] ?? crossing;
    const after = crossings[last] ?? crossing;
    const time = Math.max(interval, (last - first) * interval);
    const velocity = { yE: (after.yE - before.yE) / time, yI: (after.yI - before.yI) / time };
    return loadFactor({ ei, crossing, dt, velocity }).load;
  });
}

/** The worst load over an input course, or null when x meets no crossing at any sample. */
export function worstLoad(course: LoadCourse): Load | null {
  const loads = loadAlong(course).filter((load) => !Number.isNaN(load));
  if (loads.length === 0) return null;
  const worst = loads.reduce((most, load) => Math.max(most, load), 0);
  return { load: worst, verdict: judgeLoad(worst) };
}
