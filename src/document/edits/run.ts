import { isSameData } from "#math";
import { LIMITS } from "../limits.ts";
import type { CurrentRecipe, ExperimentDoc, InitialRecipe, InputRecipe } from "../types.ts";
import { resampleInput } from "./resample.ts";

/** The document with some fields changed; the same object when they are what they were. */
function withFields(experiment: ExperimentDoc, fields: Partial<ExperimentDoc>): ExperimentDoc {
  const changed = { ...experiment, ...fields };
  return isSameData(changed, experiment) ? experiment : changed;
}

/** Give the run a name. */
export function setName(experiment: ExperimentDoc, name: string): ExperimentDoc {
  return withFields(experiment, { name: name.slice(0, LIMITS.text) });
}

/** Replace the input course. */
export function setInput(experiment: ExperimentDoc, input: InputRecipe): ExperimentDoc {
  return withFields(experiment, { input });
}

/** Replace the injected currents; an empty list clears them. */
export function setCurrents(
  experiment: ExperimentDoc,
  currents: readonly CurrentRecipe[],
): ExperimentDoc {
  return withFields(experiment, { currents });
}

/** Replace the state at step 0. */
export function setInitial(experiment: ExperimentDoc, initial: InitialRecipe): ExperimentDoc {
  return withFields(experiment, { initial });
}

/** Use another seed: a whole number from 0 to 4294967295. */
export function withSeed(experiment: ExperimentDoc, seed: number): ExperimentDoc {
  return withFields(experiment, { seed: clamp(Math.round(seed), 0, LIMITS.seed) });
}

/** Change the part of the run that statistics use; it stays inside the run and at least one step long. */
export function setWindow(
  experiment: ExperimentDoc,
  { from, to }: { readonly from: number; readonly to: number },
): ExperimentDoc {
  return withFields(experiment, { window: fitWindow(from, to, experiment) });
}

function fitWindow(
  from: number,
  to: number,
  { duration, dynamics }: Pick<ExperimentDoc, "duration" | "dynamics">,
): ExperimentDoc["window"] {
  const least = Math.min(dynamics.dt ?? duration / 1000, duration);
  const start = clamp(from, 0, duration - least);
  return { from: start, to: clamp(to, start + least, duration) };
}

/** Change the time between two samples of the readouts, tau. */
export function setRecordingInterval(experiment: ExperimentDoc, interval: number): ExperimentDoc {
  return withFields(experiment, { record: { ...experiment.record, latentsEvery: interval } });
}

/** Change the length of the run; a window over the whole run stays so, samples are held or cut. */
export function setDuration(experiment: ExperimentDoc, duration: number): ExperimentDoc {
  const { window, dynamics } = experiment;
  const dt = dynamics.dt ?? 0;
  const fitted = clamp(duration, dt, Math.min(LIMITS.duration, longestRun(dynamics.dt)));
  const isWhole = window.from === 0 && window.to === experiment.duration;
  const to = isWhole ? fitted : window.to;
  return withFields(experiment, {
    duration: fitted,
    input: resampleInput(experiment.input, {
      dt: dynamics.dt,
      duration: fitted,
      before: dynamics.dt,
    }),
    window: fitWindow(window.from, to, { duration: fitted, dynamics }),
  });
}

function longestRun(dt: number | null): number {
  return dt === null ? LIMITS.duration : LIMITS.steps * dt;
}

/** Keep a value between two bounds; -0, which a file cannot tell from 0, becomes 0. */
export function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value)) + 0;
}
