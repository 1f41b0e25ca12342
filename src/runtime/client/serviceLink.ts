import type { RecordingPlan, SimulationSpec } from "#engines";
import {
  createFrameLayout,
  type Frame,
  type FrameLayout,
  type FrameReply,
  type LiveChange,
  type RunRequest,
  readFrame,
  type ServiceError,
  ServiceWire,
  type WatchdogOptions,
} from "#runtime/protocol";
import type { Connect, Connection } from "./types.ts";

/** A run to start; the link numbers it. */
export interface LinkJob {
  readonly spec: SimulationSpec;
  readonly record: RecordingPlan;
  readonly frameSamples: number;
  readonly frameSpikes: number;
}

export interface LinkOptions extends Omit<WatchdogOptions, "onSilence"> {
  readonly connect: Connect;
  /** A frame of the present run; its views die when the call returns. */
  readonly onFrame: (frame: Frame) => void;
  /** The present run could not start or go on. */
  readonly onError: (error: ServiceError) => void;
  readonly onLost: (sentence: string) => void;
}

const SENTENCES = {
  unreachable: "The simulation worker could not be started.",
  silent: "The simulation worker does not answer.",
  foreign: "The page and its simulation worker are of different versions; reload the page.",
  broken: "The simulation worker broke off.",
} as const;

/**
 * The link to a service: numbers the runs, keeps at most one question outstanding, drops answers of older
 * runs, hands consumed buffers back and notices when the service is gone.
 */
export class ServiceLink {
  readonly #options: LinkOptions;
  readonly #wire: ServiceWire<Connection>;
  #lastRunId = 0;
  /** The present run, or null when its answers are no longer wanted. */
  #run: { readonly id: number; readonly layout: FrameLayout } | null = null;
  #outstanding = false;
  /** What to ask as soon as nothing is outstanding. */
  #wanted: { readonly maxSteps: number; readonly budgetMs: number } | null = null;
  #spare: ArrayBuffer | null = null;

  constructor(options: LinkOptions) {
    this.#options = options;
    this.#wire = new ServiceWire({
      ...options,
      sentences: SENTENCES,
      onLost: (sentence) => {
        this.#release();
        options.onLost(sentence);
      },
    });
  }

  get busy(): boolean {
    return this.#outstanding || this.#wanted !== null;
  }

  /** Reach a service, unless one is within reach already. */
  connect(): Connection | null {
    return this.#wire.reach();
  }

  /** Post a run, right behind whatever is outstanding; the run before is dropped. Null: no service. */
  begin(job: LinkJob): RunRequest | null {
    const connection = this.connect();
    if (connection === null) return null;
    this.#lastRunId += 1;
    const request: RunRequest = { ...job, runId: this.#lastRunId };
    this.#run = { id: request.runId, layout: createFrameLayout(request) };
    this.#wanted = null;
    this.#wire.expect(connection.service.start(request), (reply) => {
      if (!reply.ok && reply.runId === this.#run?.id) this.#fail(reply.error);
    });
    return request;
  }

  /** Ask the present run for up to this many steps, now or when the outstanding answer is in. */
  ask(maxSteps: number, budgetMs: number): void {
    this.#wanted = { maxSteps, budgetMs };
    this.#flush();
  }

  steer(change: LiveChange): void {
    const { target } = this.#wire;
    if (this.#run === null || target === null) return;
    this.#wire.expect(target.service.steer(this.#run.id, change));
  }

  /** End the present run. */
  stop(): void {
    const { target } = this.#wire;
    if (this.#run === null || target === null) return;
    this.#wire.expect(target.service.stop(this.#run.id));
    this.#run = null;
    this.#wanted = null;
  }

  /** Let go of the service; returns false when there was none. */
  disconnect(): boolean {
    this.#release();
    return this.#wire.disconnect();
  }

  /** The service is gone, and with it whatever it was asked. */
  #release(): void {
    this.#run = null;
    this.#outstanding = false;
    this.#wanted = null;
  }

  #flush(): void {
    const { target } = this.#wire;
    if (target === null || this.#run === null) return;
    if (this.#outstanding || this.#wanted === null) return;
    const request = { runId: this.#run.id, ...this.#wanted, recycled: this.#spare };
    this.#wanted = null;
    this.#spare = null;
    this.#outstanding = true;
    this.#wire.watchdog.arm();
    this.#wire.expect(target.service.next(request), (reply) => this.#receive(reply));
  }

  #receive(reply: FrameReply): void {
    this.#wire.watchdog.disarm();
    const wanted = reply.runId === this.#run?.id;
    if (!reply.ok) {
      this.#outstanding = false;
      if (wanted) this.#fail(reply.error);
      this.#flush();
      return;
    }
    // Still outstanding for whoever asks on: the buffer is free only when its frame has been read.
    try {
      if (wanted && this.#run !== null) {
        this.#options.onFrame(readFrame(reply.buffer, this.#run.layout));
      }
    } finally {
      this.#outstanding = false;
      this.#spare = reply.buffer;
      this.#flush();
    }
  }

  #fail(error: ServiceError): void {
    this.#run = null;
    this.#wanted = null;
    this.#options.onError(error);
  }
}
