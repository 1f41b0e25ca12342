import { createSimulationClient, type SimulationClient } from "#runtime/client";
import { createInlineService } from "#runtime/inline";

/** A client whose service answers on the calling thread, at the next turn. */
export function createInlineClient(): SimulationClient {
  const service = createInlineService();
  return createSimulationClient({
    connect: () => ({
      service: {
        hello: async () => service.hello(),
        start: async (request) => service.start(request),
        next: async (request) => service.next(request),
        steer: async (runId, change) => service.steer(runId, change),
        stop: async (runId) => service.stop(runId),
      },
      dispose: () => undefined,
    }),
    onTraces: () => undefined,
    onStatus: () => undefined,
  });
}
