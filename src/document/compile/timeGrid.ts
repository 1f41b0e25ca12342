import type { ExperimentDoc } from "../types.ts";

/** Steps of a run, or the grid on which a run without steps is sampled. */
export interface TimeGrid {
  /** Distance of the grid points, tau. */
  readonly dt: number;
  /** Number of grid points; the first is time 0. */
  readonly steps: number;
  /** Grid points from one written sample of the readouts to the next. */
  readonly everySteps: number;
}

/** Samples of an exact run lie no further apart than this, so that jumps are drawn upright; tau. */
const FINE = 0.005;
/** Most grid points of a run without steps, which could last for ever. */
const MOST_POINTS = 1e7;
/** A grid point this close after the end, in parts of a grid step, is a rounding error. */
const ROUNDING = 1e-6;

/**
 * Lay the grid of a run. Engines with a step have round(duration / dt) of them; without one the grid is the coarsest
 * of at most {@link FINE} tau that hits every sample time of the readouts exactly, and it reaches the end of the run.
 * A run too long for that many points is sampled more coarsely.
 */
export function layTimeGrid({ dynamics, duration, record }: TimeGridParts): TimeGrid {
  const { latentsEvery } = record;
  if (dynamics.dt !== null) {
    const { dt } = dynamics;
    const everySteps = Math.max(1, Math.round(latentsEvery / dt));
    return { dt, steps: Math.round(duration / dt), everySteps };
  }
  const longest = duration / (MOST_POINTS - 2);
  const finest = Math.max(FINE, longest);
  const everySteps = Math.max(1, Math.ceil(latentsEvery / finest - ROUNDING));
  const dt = Math.max(latentsEvery / everySteps, longest);
  return { dt, steps: Math.ceil(duration / dt - ROUNDING) + 1, everySteps };
}

type TimeGridParts = Pick<ExperimentDoc, "dynamics" | "duration" | "record">;
