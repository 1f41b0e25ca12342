import { type Endpoint, releaseProxy, transfer, wrap } from "comlink";
import type { AsyncSimulationService, FrameRequest, SimulationService } from "#runtime/protocol";
import type { Connect, Connection } from "./types.ts";

/** What of a Worker is used; the real one fits. */
export interface WorkerLike extends Endpoint {
  terminate(): void;
}

/**
 * Reach the service in a new worker each time.
 *
 * @param createWorker makes the worker, `() => new Worker(new URL(...), { type: "module" })`.
 */
export function connectWorker(createWorker: () => WorkerLike): Connect {
  return (onLost): Connection => {
    const worker = createWorker();
    const onError = (): void => onLost("The simulation worker stopped with an error.");
    const onMessageError = (): void => onLost("A message of the simulation worker was unreadable.");
    worker.addEventListener("error", onError);
    worker.addEventListener("messageerror", onMessageError);
    const { service, release } = wrapService(worker);
    return {
      service,
      dispose(): void {
        worker.removeEventListener("error", onError);
        worker.removeEventListener("messageerror", onMessageError);
        release();
        worker.terminate();
      },
    };
  };
}

/** Wrap an endpoint behind which a service is exposed; recycled buffers are moved, not copied. */
function wrapService(endpoint: Endpoint): {
  readonly service: AsyncSimulationService;
  readonly release: () => void;
} {
  const remote = wrap<SimulationService>(endpoint);
  return {
    service: {
      hello: () => remote.hello(),
      start: (request) => remote.start(request),
      next: (request) => remote.next(moveRecycled(request)),
      steer: (runId, change) => remote.steer(runId, change),
      stop: (runId) => remote.stop(runId),
    },
    release: () => remote[releaseProxy](),
  };
}

function moveRecycled(request: FrameRequest): FrameRequest {
  return request.recycled === null ? request : transfer(request, [request.recycled]);
}
