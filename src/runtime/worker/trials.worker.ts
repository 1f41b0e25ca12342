import { expose, transfer } from "comlink";
import { availableEngines, createEngine } from "#engines";
import { listBlockBuffers, type TrialReply, type TrialService } from "#runtime/protocol";
import { createTrialService } from "#runtime/service";

const service = createTrialService({
  createEngine,
  engines: availableEngines,
  now: () => performance.now(),
});

/** Results leave by moving their buffers. */
function moveBlock(reply: TrialReply): TrialReply {
  return reply.ok ? transfer(reply, listBlockBuffers(reply.block)) : reply;
}

expose({
  ...service,
  run: (request) => moveBlock(service.run(request)),
} satisfies TrialService);
