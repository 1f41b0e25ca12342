import type { RecordingPlan, SimulationSpec } from "#engines";
import { invariant } from "#math";
import {
  appendFrame,
  countSamples,
  createFrameLayout,
  createTraces,
  type RunRequest,
  readFrame,
  resetTraces,
  type ServiceError,
  type SimulationService,
  type Traces,
} from "#runtime/protocol";
import { createInlineService } from "./inlineService.ts";

/** A whole run, or why there is none. */
export type Simulation =
  | { readonly ok: true; readonly traces: Traces }
  | { readonly ok: false; readonly error: ServiceError };

const FRAME_SAMPLES = 1 << 12;
const FRAME_SPIKES = 1 << 14;

/**
 * Run a spec from the first step to the last on the calling thread.
 *
 * @throws Error when the run is endless.
 */
export function simulate(
  spec: SimulationSpec,
  record: RecordingPlan,
  service: SimulationService = createInlineService(),
): Simulation {
  invariant(Number.isFinite(spec.steps), "Only a run with an end can be simulated in one go.");
  const request: RunRequest = {
    runId: 1,
    spec,
    record,
    frameSamples: FRAME_SAMPLES,
    frameSpikes: Math.max(FRAME_SPIKES, 2 * spec.network.neurons),
  };
  const started = service.start(request);
  if (!started.ok) return started;
  const layout = createFrameLayout(request);
  const traces = createTraces();
  const samples = countSamples(spec.steps, record.everySteps);
  resetTraces(traces, request, { samples, spikes: FRAME_SPIKES });
  let recycled: ArrayBuffer | null = null;
  while (!traces.done) {
    const reply = service.next({
      runId: request.runId,
      maxSteps: spec.steps,
      budgetMs: Number.POSITIVE_INFINITY,
      recycled,
    });
    if (!reply.ok) return reply;
    appendFrame(traces, readFrame(reply.buffer, layout), Number.POSITIVE_INFINITY);
    recycled = reply.buffer;
  }
  traces.version = 1;
  return { ok: true, traces };
}
