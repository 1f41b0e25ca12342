import type { LowRankNetwork } from "../network.ts";
import type { MomentRun } from "./types.ts";

/** Arrivals that differ by no more than rounding belong to the same moment; tau or steps. */
const SAME_MOMENT = 1e-9;

/**
 * How time passes in a method, counted in its own unit: steps of the clock, or tau. What arrived at `from` is worth
 * `keep(now - from)` now.
 */
export interface Passage {
  /** A time in tau as a moment of the method. */
  momentOf(time: number): number;
  /** tau of a moment. */
  timeOf(moment: number): number;
  /** What is left of a voltage after this long. */
  keep(span: number): number;
  /** When a spike of a population is felt by others. */
  arrival(moment: number, population: number): number;
  /** When a neuron feels its own reset. */
  ownArrival(moment: number): number;
  /** Whether something that arrives then is felt now. */
  hasArrived(arrival: number, now: number): boolean;
  /** Whether no other moment of the method lies between two spikes. */
  isNext(earlier: number, later: number): boolean;
}

/** The passage of time in a run's method. */
export function passageOf({ clock, delay }: Pick<MomentRun, "clock" | "delay">): Passage {
  const hasArrived = (arrival: number, now: number): boolean => arrival <= now + SAME_MOMENT;
  if (clock.kind === "steps") {
    const { dt } = clock;
    // V loses dt V in a step, and a spike of step s is part of V from step s + 1 on.
    return {
      momentOf: (time) => Math.round(time / dt),
      timeOf: (step) => step * dt,
      keep: (steps) => (1 - dt) ** steps,
      arrival: (step, population) => step + Math.round((delay[population] ?? 0) / dt) + 1,
      ownArrival: (step) => step + 1,
      hasArrived,
      isNext: (earlier, later) => later - earlier <= 1,
    };
  }
  const gap = clock.minGap * (1 + SAME_MOMENT);
  return {
    momentOf: (time) => time,
    timeOf: (time) => time,
    keep: (span) => Math.exp(-span),
    arrival: (time, population) => time + (delay[population] ?? 0),
    ownArrival: (time) => time,
    hasArrived,
    isNext: (earlier, later) => later - earlier <= gap,
  };
}

/** E_i . D_j: what a spike of `from` adds to the voltage of `to`. */
export function pushOf(
  { encoders, decoders, latents }: LowRankNetwork,
  from: number,
  to: number,
): number {
  const width = latents.length;
  let sum = 0;
  for (let k = 0; k < width; k += 1)
    sum += (encoders[to * width + k] ?? 0) * (decoders[from * width + k] ?? 0);
  return sum;
}
