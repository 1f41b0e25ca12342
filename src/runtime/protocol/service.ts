import type { RecordingPlan, SimulationSpec } from "#engines";
import type { LowRankNetwork } from "#model";

/** Raised when page and worker are built from different sources. */
export const PROTOCOL_VERSION = 2;

/** Why a run cannot start or go on; carried as data, shown as a sentence. */
export interface ServiceError {
  readonly kind: "unsupported" | "engine-failed" | "unknown-run" | "worker-lost";
  readonly message: string;
}

export interface RunRequest {
  /** Chosen by the client, rising; frames of older runs are stale. */
  readonly runId: number;
  readonly spec: SimulationSpec;
  readonly record: RecordingPlan;
  /** Room in one frame. */
  readonly frameSamples: number;
  readonly frameSpikes: number;
}

export type StartReply =
  | { readonly ok: true; readonly runId: number }
  | { readonly ok: false; readonly runId: number; readonly error: ServiceError };

export interface FrameRequest {
  readonly runId: number;
  /** Stop after this many steps (live pace) or at the end of the run. */
  readonly maxSteps: number;
  /** Stop after about this long, ms, so that aborts and changes get through. */
  readonly budgetMs: number;
  /** A consumed buffer to write into, or null; must be of the run's frame size. */
  readonly recycled: ArrayBuffer | null;
}

/** A change of a live run; absent fields stay. */
export interface LiveChange {
  readonly network?: LowRankNetwork;
  /** M numbers. */
  readonly input?: Float64Array;
  /** N numbers. */
  readonly current?: Float64Array;
}

export type FrameReply =
  | { readonly ok: true; readonly runId: number; readonly buffer: ArrayBuffer }
  | { readonly ok: false; readonly runId: number; readonly error: ServiceError };

export interface Hello {
  readonly protocol: number;
  readonly engines: readonly string[];
}

/**
 * What runs simulations: behind comlink in a worker, or on the calling thread. The client pulls: one `next`
 * outstanding, so back-pressure is free. Starting a run drops the one before.
 */
export interface SimulationService {
  hello(): Hello;
  start(request: RunRequest): StartReply;
  next(request: FrameRequest): FrameReply;
  steer(runId: number, change: LiveChange): void;
  stop(runId: number): void;
}

/** The same service seen from another thread: every answer is a promise. */
export type AsyncSimulationService = {
  readonly [Name in keyof SimulationService]: (
    ...values: Parameters<SimulationService[Name]>
  ) => Promise<ReturnType<SimulationService[Name]>>;
};
