import {
  PROTOCOL_VERSION,
  type TrialPlan,
  type TrialReply,
  Watchdog,
  type WatchdogOptions,
} from "#runtime/protocol";
import type { Lease, PointState } from "./job.ts";
import type { ConnectTrials, TrialConnection } from "./types.ts";

export interface SlotOptions extends Omit<WatchdogOptions, "onSilence"> {
  readonly connect: ConnectTrials;
  readonly budgetMs: number;
  /** An answer for the present lease; the slot is free afterwards. */
  readonly onReply: (slot: Slot, lease: Lease, reply: TrialReply) => void;
  /** The service died or cannot be reached; with it went this lease. */
  readonly onLost: (slot: Slot, lease: Lease | null, sentence: string) => void;
}

/** One place in the pool: a service that is reached when there is work, and the trials that it runs. */
export class Slot {
  readonly #options: SlotOptions;
  readonly #watchdog: Watchdog;
  readonly #known = new Set<number>();
  #connection: TrialConnection | null = null;
  #lease: Lease | null = null;

  constructor(options: SlotOptions) {
    this.#options = options;
    this.#watchdog = new Watchdog({
      ...options,
      onSilence: () => this.#lose("A trial worker does not answer."),
    });
  }

  get isBusy(): boolean {
    return this.#lease !== null;
  }

  /** Ask for the trials of a lease that are not in yet. */
  ask(lease: Lease): void {
    this.#lease = lease;
    const connection = this.#reach();
    if (connection === null) return;
    this.#setUp(connection, lease.point, lease.job.plan);
    this.#watchdog.arm();
    const reply = connection.service.run({
      setupId: lease.point.setupId,
      firstTrial: lease.next,
      count: lease.end - lease.next,
      budgetMs: this.#options.budgetMs,
    });
    this.#expect(connection, reply, (answer) => {
      this.#watchdog.disarm();
      this.#lease = null;
      this.#options.onReply(this, lease, answer);
    });
  }

  /** These points are not asked for any more. */
  forget(points: readonly PointState[]): void {
    const connection = this.#connection;
    if (connection === null) return;
    for (const { setupId } of points)
      if (this.#known.delete(setupId)) this.#expect(connection, connection.service.forget(setupId));
  }

  /** Let go of the service. */
  disconnect(): void {
    const connection = this.#connection;
    this.#connection = null;
    this.#lease = null;
    this.#known.clear();
    this.#watchdog.disarm();
    connection?.dispose();
  }

  #reach(): TrialConnection | null {
    if (this.#connection !== null) return this.#connection;
    try {
      const connection = this.#options.connect((sentence) => {
        if (connection === this.#connection) this.#lose(sentence);
      });
      this.#connection = connection;
      this.#expect(connection, connection.service.hello(), ({ protocol }) => {
        if (protocol === PROTOCOL_VERSION) return;
        this.#lose("The page and its trial workers are of different versions; reload the page.");
      });
      return connection;
    } catch {
      this.#lose("A trial worker could not be started.");
      return null;
    }
  }

  #setUp(connection: TrialConnection, state: PointState, plan: TrialPlan): void {
    const { setupId, point } = state;
    if (this.#known.has(setupId)) return;
    this.#known.add(setupId);
    this.#expect(connection, connection.service.prepare({ setupId, spec: point.spec, plan }));
  }

  #lose(sentence: string): void {
    const lease = this.#lease;
    this.disconnect();
    this.#options.onLost(this, lease, sentence);
  }

  /** Take an answer while its service is the present one; a question that fails outright means that it is gone. */
  #expect<Answer>(
    connection: TrialConnection,
    answer: Promise<Answer>,
    take?: (value: Answer) => void,
  ): void {
    answer.then(
      (value) => {
        if (connection === this.#connection) take?.(value);
      },
      () => {
        if (connection === this.#connection) this.#lose("A trial worker broke off.");
      },
    );
  }
}
