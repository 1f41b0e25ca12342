import type { RecordingPlan, SimulationSpec } from "#engines";
import {
  createFrameLayout,
  type Frame,
  type FrameLayout,
  type FrameReply,
  type LiveChange,
  PROTOCOL_VERSION,
  type RunRequest,
  readFrame,
  type ServiceError,
  Watchdog,
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

/**
 * The wire to a service: numbers the runs, keeps at most one question outstanding, drops answers of older
 * runs, hands consumed buffers back and notices when the service is gone.
 */
export class ServiceLink {
  readonly #options: LinkOptions;
  readonly #watchdog: Watchdog;
  #connection: Connection | null = null;
  #lastRunId = 0;
  /** The present run, or null when its answers are no longer wanted. */
  #run: { readonly id: number; readonly layout: FrameLayout } | null = null;
  #outstanding = false;
  /** What to ask as soon as nothing is outstanding. */
  #wanted: { readonly maxSteps: number; readonly budgetMs: number } | null = null;
  #spare: ArrayBuffer | null = null;

  constructor(options: LinkOptions) {
    this.#options = options;
    this.#watchdog = new Watchdog({
      ...options,
      onSilence: () => this.#lose("The simulation worker does not answer."),
    });
  }

  get busy(): boolean {
    return this.#outstanding || this.#wanted !== null;
  }

  /** Reach a service, unless one is within reach already. */
  connect(): Connection | null {
    this.#connection ??= this.#reach();
    return this.#connection;
  }

  /** Post a run, right behind whatever is outstanding; the run before is dropped. Null: no service. */
  begin(job: LinkJob): RunRequest | null {
    const connection = this.connect();
    if (connection === null) return null;
    this.#lastRunId += 1;
    const request: RunRequest = { ...job, runId: this.#lastRunId };
    this.#run = { id: request.runId, layout: createFrameLayout(request) };
    this.#wanted = null;
    this.#expect(connection, connection.service.start(request), (reply) => {
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
    if (this.#run === null || this.#connection === null) return;
    this.#expect(this.#connection, this.#connection.service.steer(this.#run.id, change));
  }

  /** End the present run. */
  stop(): void {
    if (this.#run === null || this.#connection === null) return;
    this.#expect(this.#connection, this.#connection.service.stop(this.#run.id));
    this.#run = null;
    this.#wanted = null;
  }

  /** Let go of the service; returns false when there was none. */
  disconnect(): boolean {
    const connection = this.#connection;
    this.#connection = null;
    this.#run = null;
    this.#outstanding = false;
    this.#wanted = null;
    this.#watchdog.disarm();
    connection?.dispose();
    return connection !== null;
  }

  #reach(): Connection | null {
    try {
      const connection = this.#options.connect((sentence) => {
        if (connection === this.#connection) this.#lose(sentence);
      });
      this.#expect(connection, connection.service.hello(), (hello) => {
        if (hello.protocol === PROTOCOL_VERSION) return;
        this.#lose(
          "The page and its simulation worker are of different versions; reload the page.",
        );
      });
      return connection;
    } catch {
      this.#options.onLost("The simulation worker could not be started.");
      return null;
    }
  }

  #flush(): void {
    const connection = this.#connection;
    if (connection === null || this.#run === null) return;
    if (this.#outstanding || this.#wanted === null) return;
    const request = { runId: this.#run.id, ...this.#wanted, recycled: this.#spare };
    this.#wanted = null;
    this.#spare = null;
    this.#outstanding = true;
    this.#watchdog.arm();
    this.#expect(connection, connection.service.next(request), (reply) => this.#receive(reply));
  }

  #receive(reply: FrameReply): void {
    this.#watchdog.disarm();
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

  #lose(sentence: string): void {
    this.disconnect();
    this.#options.onLost(sentence);
  }

  /** Take an answer while its service is the present one; a question that fails outright means that it is gone. */
  #expect<Answer>(
    connection: Connection,
    answer: Promise<Answer>,
    take?: (value: Answer) => void,
  ): void {
    answer.then(
      (value) => {
        if (connection === this.#connection) take?.(value);
      },
      () => {
        if (connection === this.#connection) this.#lose("The simulation worker broke off.");
      },
    );
  }
}
