import {
  ServiceWire,
  type TrialPlan,
  type TrialReply,
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

const SENTENCES = {
  unreachable: "A trial worker could not be started.",
  silent: "A trial worker does not answer.",
  foreign: "The page and its trial workers are of different versions; reload the page.",
  broken: "A trial worker broke off.",
} as const;

/** One place in the pool: a service that is reached when there is work, and the trials that it runs. */
export class Slot {
  readonly #options: SlotOptions;
  readonly #wire: ServiceWire<TrialConnection>;
  readonly #known = new Set<number>();
  #lease: Lease | null = null;

  constructor(options: SlotOptions) {
    this.#options = options;
    this.#wire = new ServiceWire({
      ...options,
      sentences: SENTENCES,
      onLost: (sentence) => {
        const lease = this.#lease;
        this.#release();
        options.onLost(this, lease, sentence);
      },
    });
  }

  get isBusy(): boolean {
    return this.#lease !== null;
  }

  /** Ask for the trials of a lease that are not in yet. */
  ask(lease: Lease): void {
    this.#lease = lease;
    const connection = this.#wire.reach();
    if (connection === null) return;
    this.#setUp(connection, lease.point, lease.job.plan);
    this.#wire.watchdog.arm();
    const reply = connection.service.run({
      setupId: lease.point.setupId,
      firstTrial: lease.next,
      count: lease.end - lease.next,
      budgetMs: this.#options.budgetMs,
    });
    this.#wire.expect(reply, (answer) => {
      this.#wire.watchdog.disarm();
      this.#lease = null;
      this.#options.onReply(this, lease, answer);
    });
  }

  /** These points are not asked for any more. */
  forget(points: readonly PointState[]): void {
    const { target } = this.#wire;
    if (target === null) return;
    for (const { setupId } of points)
      if (this.#known.delete(setupId)) this.#wire.expect(target.service.forget(setupId));
  }

  /** Let go of the service. */
  disconnect(): void {
    this.#release();
    this.#wire.disconnect();
  }

  /** The service is gone, and with it what it knew. */
  #release(): void {
    this.#lease = null;
    this.#known.clear();
  }

  #setUp(connection: TrialConnection, state: PointState, plan: TrialPlan): void {
    const { setupId, point } = state;
    if (this.#known.has(setupId)) return;
    this.#known.add(setupId);
    this.#wire.expect(connection.service.prepare({ setupId, spec: point.spec, plan }));
  }
}
