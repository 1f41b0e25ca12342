import type { RecordingPlan, SimulationSpec } from "#engines";
import { invariant } from "#math";

/** What to record, and how densely at most. */
export interface RecordingWish {
  /** Most samples of a whole protocol run, or of a live run's window. */
  readonly maxSamples: number;
  /** Neuron indices whose voltages are wanted. */
  readonly voltages?: readonly number[];
  /** Neuron indices whose currents are wanted. */
  readonly currents?: readonly number[];
  /** Live runs: length of the window, tau. */
  readonly window?: number;
}

/**
 * Choose the smallest distance between samples that keeps a run within `maxSamples`.
 *
 * @throws Error when an endless run comes without a window.
 */
export function planRecording(spec: SimulationSpec, wish: RecordingWish): RecordingPlan {
  const steps = Number.isFinite(spec.steps)
    ? spec.steps
    : Math.ceil((wish.window ?? Number.POSITIVE_INFINITY) / spec.dt);
  invariant(Number.isFinite(steps), "An endless run needs a window to plan its recording.");
  invariant(wish.maxSamples >= 1, `maxSamples is ${wish.maxSamples}, must be 1 or more.`);
  // Samples lie at 0, every, 2 every, ... <= steps - 1: floor((steps - 1) / every) + 1 of them.
  const everySteps = Math.floor(Math.max(0, steps - 1) / wish.maxSamples) + 1;
  return { everySteps, voltages: wish.voltages ?? [], currents: wish.currents ?? [] };
}

/** Samples that a run of this many steps leaves. */
export function countSamples(steps: number, everySteps: number): number {
  return Math.floor((steps - 1) / everySteps) + 1;
}
