import type { TrialReply } from "#runtime/protocol";
import { Job, type Lease } from "./job.ts";
import { Slot } from "./slot.ts";
import type { TrialJob, TrialPool, TrialPoolOptions, TrialRequestOptions } from "./types.ts";

const DEFAULTS = {
  budgetMs: 50,
  idleMs: 30_000,
  silenceMs: 30_000,
  isVisible: (): boolean => true,
};

/** A lease that was lost with so many services is to blame itself. */
const MOST_LOSSES = 3;

/** Make a pool; no service is reached before there is work. */
export function createTrialPool(options: TrialPoolOptions): TrialPool {
  return new Pool({ ...DEFAULTS, ...options });
}

class Pool implements TrialPool {
  readonly size: number;
  readonly #options: TrialPoolOptions & typeof DEFAULTS;
  readonly #slots: readonly Slot[];
  #jobs: readonly Job[] = [];
  #setups = 0;
  #cancelIdle: (() => void) | null = null;
  #isHeld = false;
  /** Leases whose next trial was begun when the pool was held, with the service that holds its beginning. */
  #begun: readonly { readonly slot: Slot; readonly lease: Lease }[] = [];

  constructor(options: TrialPoolOptions & typeof DEFAULTS) {
    this.#options = options;
    // A browser that hides how many processors there are says undefined.
    this.size = Math.max(1, Math.floor(options.size) || 1);
    this.#slots = Array.from(
      { length: this.size },
      () =>
        new Slot({
          ...options,
          onReply: (slot, lease, reply) => this.#take(slot, lease, reply),
          onLost: (slot, lease, sentence) => this.#replace(slot, lease, sentence),
        }),
    );
  }

  start(request: TrialRequestOptions): TrialJob {
    const job = new Job(request, {
      now: this.#options.now,
      size: this.size,
      nextSetupId: () => {
        this.#setups += 1;
        return this.#setups;
      },
      onEnd: (ended) => this.#drop(ended),
    });
    this.#cancelIdle?.();
    this.#cancelIdle = null;
    this.#jobs = [...this.#jobs, job];
    if (job.progress.total === 0) job.end({ kind: "done" });
    this.#share();
    return job;
  }

  hold(isHeld: boolean): void {
    this.#isHeld = isHeld;
    if (isHeld) return;
    const begun = this.#begun;
    this.#begun = [];
    for (const { slot, lease } of begun) if (lease.job.outcome === null) this.#go(slot, lease);
    this.#share();
  }

  dispose(): void {
    for (const job of this.#jobs) job.cancel();
    this.#cancelIdle?.();
    this.#cancelIdle = null;
    for (const slot of this.#slots) slot.disconnect();
  }

  /** Give work to every service that has none. */
  #share(): void {
    for (const slot of this.#slots) if (!slot.isBusy) this.#employ(slot);
  }

  /** Jobs take turns: the one with the fewest services at work, of those the oldest, is served next. */
  #employ(slot: Slot): void {
    if (this.#isHeld) return;
    const inTurn = this.#jobs.toSorted((first, second) => first.running - second.running);
    for (const job of inTurn) {
      const lease = job.lease();
      if (lease === null) continue;
      this.#go(slot, lease);
      return;
    }
  }

  #go(slot: Slot, lease: Lease): void {
    lease.job.running += 1;
    slot.ask(lease);
  }

  #take(slot: Slot, lease: Lease, reply: TrialReply): void {
    const { job } = lease;
    job.running -= 1;
    if (!reply.ok) {
      job.end({ kind: "failed", sentence: `${lease.point.point.label}: ${reply.error.message}` });
    } else if (job.outcome === null) {
      job.take(lease, reply.block);
      if (lease.next < lease.end && job.outcome === null) {
        // The service holds the beginning of the next trial.
        if (this.#isHeld) this.#begun = [...this.#begun, { slot, lease }];
        else this.#go(slot, lease);
        return;
      }
    }
    this.#share();
  }

  #replace(slot: Slot, lease: Lease | null, sentence: string): void {
    if (lease !== null) {
      const { job } = lease;
      job.running -= 1;
      lease.losses += 1;
      if (lease.losses >= MOST_LOSSES) job.end({ kind: "failed", sentence });
      else if (job.outcome === null) job.giveBack(lease);
    }
    if (!slot.isBusy) this.#employ(slot);
  }

  #drop(job: Job): void {
    this.#jobs = this.#jobs.filter((other) => other !== job);
    for (const slot of this.#slots) slot.forget(job.states);
    if (this.#jobs.length > 0) return;
    const { schedule, idleMs } = this.#options;
    this.#cancelIdle?.();
    this.#cancelIdle = schedule(() => {
      this.#cancelIdle = null;
      for (const slot of this.#slots) slot.disconnect();
    }, idleMs);
  }
}
