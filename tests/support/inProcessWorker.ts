import { expose, transfer } from "comlink";
import type { WorkerLike } from "#runtime/client";
import { listBlockBuffers, type SimulationService, type TrialService } from "#runtime/protocol";

/** A worker without a thread: the service answers over a real message channel, buffers really move. */
export class InProcessWorker implements WorkerLike {
  readonly #channel = new MessageChannel();
  readonly #errors = new EventTarget();
  terminated = false;

  constructor(service: SimulationService | TrialService) {
    expose("next" in service ? moveFrames(service) : moveBlocks(service), this.#channel.port2);
    this.#channel.port1.start();
  }

  postMessage(message: unknown, moved: Transferable[] = []): void {
    this.#channel.port1.postMessage(message, moved);
  }

  addEventListener(type: string, listener: EventListenerOrEventListenerObject): void {
    this.#target(type).addEventListener(type, listener);
  }

  removeEventListener(type: string, listener: EventListenerOrEventListenerObject): void {
    this.#target(type).removeEventListener(type, listener);
  }

  terminate(): void {
    this.terminated = true;
    this.#channel.port1.close();
  }

  /** Die as a worker does: "error" or "messageerror". */
  crash(type: string): void {
    this.#errors.dispatchEvent(new Event(type));
  }

  #target(type: string): EventTarget {
    return type === "message" ? this.#channel.port1 : this.#errors;
  }
}

function moveFrames(service: SimulationService): SimulationService {
  return {
    ...service,
    next: (request) => {
      const reply = service.next(request);
      return reply.ok ? transfer(reply, [reply.buffer]) : reply;
    },
  };
}

function moveBlocks(service: TrialService): TrialService {
  return {
    ...service,
    run: (request) => {
      const reply = service.run(request);
      return reply.ok ? transfer(reply, listBlockBuffers(reply.block)) : reply;
    },
  };
}
