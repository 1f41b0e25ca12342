import type { RecordingPlan, SimulationSpec } from "#engines";
import { countSamples, type LiveChange } from "#runtime/protocol";
import type { LinkJob } from "./serviceLink.ts";
import type { RunOutcome } from "./types.ts";

/** Room in a frame: enough for a usual protocol run in one, and for what a live run does between two paints. */
const RUN_SAMPLES = 1 << 15;
const RUN_SPIKES = 1 << 16;
const LIVE_SAMPLES = 1 << 12;
const LIVE_SPIKES = 1 << 14;

/** A protocol run on its way. */
export interface RunJob {
  readonly kind: "run";
  readonly link: LinkJob;
  readonly settle: (outcome: RunOutcome) => void;
}

/** An endless run, with what the hand holds so that a new worker can be told. */
export interface LiveJob {
  readonly kind: "live";
  readonly link: LinkJob;
  /** tau. */
  readonly window: number;
  held: LiveChange;
}

export type Job = RunJob | LiveJob;

export function createRunJob(
  spec: SimulationSpec,
  record: RecordingPlan,
  settle: (outcome: RunOutcome) => void,
): RunJob {
  // A power of two, so that dragging the duration does not change the size of the buffers each time, and more
  // than the samples, so that the steps after the last one still find room.
  const samples = 2 ** Math.ceil(Math.log2(countSamples(spec.steps, record.everySteps) + 1));
  const link = {
    spec,
    record,
    frameSamples: Math.min(samples, RUN_SAMPLES),
    frameSpikes: Math.max(RUN_SPIKES, 2 * spec.network.neurons),
  };
  return { kind: "run", link, settle };
}

export function createLiveJob(
  spec: SimulationSpec,
  record: RecordingPlan,
  window: number,
): LiveJob {
  const link = {
    spec,
    record,
    frameSamples: LIVE_SAMPLES,
    frameSpikes: Math.max(LIVE_SPIKES, 2 * spec.network.neurons),
  };
  return { kind: "live", link, window, held: {} };
}

/** Samples and spikes to reserve for a job: a rolling window twice, so that it seldom moves. */
export function roomOf(job: Job): { readonly samples: number; readonly spikes: number } {
  const { spec, record, frameSamples, frameSpikes } = job.link;
  if (job.kind === "run") {
    return { samples: countSamples(spec.steps, record.everySteps), spikes: frameSpikes };
  }
  const inWindow = Math.ceil(job.window / (spec.dt * record.everySteps)) + 1;
  return { samples: 2 * inWindow + frameSamples, spikes: 4 * frameSpikes };
}
