import { expose, transfer } from "comlink";
import { availableEngines, createEngine } from "#engines";
import type { FrameReply, SimulationService } from "#runtime/protocol";
import { createSimulationService } from "#runtime/service";

const service = createSimulationService({
  createEngine,
  engines: availableEngines,
  now: () => performance.now(),
});

/** A frame leaves by moving its buffer; the page sends it back with a later question. */
function moveFrame(reply: FrameReply): FrameReply {
  return reply.ok ? transfer(reply, [reply.buffer]) : reply;
}

expose({
  ...service,
  next: (request) => moveFrame(service.next(request)),
} satisfies SimulationService);
