import type { Engine, SimulationSpec } from "#engines";
import {
  type FrameReply,
  type FrameRequest,
  type LiveChange,
  PROTOCOL_VERSION,
  type RunRequest,
  type ServiceError,
  type SimulationService,
  type StartReply,
} from "#runtime/protocol";
import { ActiveRun } from "./activeRun.ts";

/** What the service is made of; time comes as an argument so that budgets can be tested. */
export interface ServiceParts {
  /** Make an engine; throws a sentence when the spec cannot run. */
  readonly createEngine: (spec: SimulationSpec) => Engine;
  /** Names of the engines it can make. */
  readonly engines: readonly string[];
  /** A clock in ms. */
  readonly now: () => number;
  /** Makes a frame's buffer when none came back. */
  readonly allocate?: (bytes: number) => ArrayBuffer;
}

/**
 * Make the service that both carriers run: in a worker or on the calling thread. One run at a time; whatever
 * an engine throws becomes an answer and ends the run.
 */
export function createSimulationService(parts: ServiceParts): SimulationService {
  const { createEngine, engines, now, allocate = (bytes) => new ArrayBuffer(bytes) } = parts;
  let run: ActiveRun | null = null;
  /** What went wrong in a `steer`, which has no answer of its own. */
  let fault: ServiceError | null = null;

  const fail = (runId: number, error: ServiceError): FrameReply => {
    run = null;
    fault = null;
    return { ok: false, runId, error };
  };

  return {
    hello: () => ({ protocol: PROTOCOL_VERSION, engines }),

    start(request: RunRequest): StartReply {
      const { runId, spec } = request;
      run = null;
      fault = null;
      try {
        run = new ActiveRun(request, createEngine(spec));
        return { ok: true, runId };
      } catch (error) {
        const kind = engines.includes(spec.engine) ? "engine-failed" : "unsupported";
        return { ok: false, runId, error: { ...describe(error), kind } };
      }
    },

    next(request: FrameRequest): FrameReply {
      const { runId, recycled } = request;
      if (run?.id !== runId) return { ok: false, runId, error: unknownRun(runId) };
      if (fault !== null) return fail(runId, fault);
      try {
        const buffer = recycled?.byteLength === run.bytes ? recycled : allocate(run.bytes);
        run.fill(buffer, request, now);
        return { ok: true, runId, buffer };
      } catch (error) {
        return fail(runId, describe(error));
      }
    },

    steer(runId: number, change: LiveChange): void {
      if (run?.id !== runId) return;
      try {
        run.steer(change);
      } catch (error) {
        fault = describe(error);
      }
    },

    stop(runId: number): void {
      if (run?.id === runId) run = null;
    },
  };
}

function unknownRun(runId: number): ServiceError {
  return { kind: "unknown-run", message: `Run ${runId} is not running.` };
}

function describe(error: unknown): ServiceError {
  const message = error instanceof Error ? error.message : String(error);
  return { kind: "engine-failed", message };
}
