import { createTrialLayout, type TrialBlock, type TrialPlan } from "#runtime/protocol";
import { PointStore } from "./pointStore.ts";
import { summarisePoint } from "./summarisePoint.ts";
import type {
  PointSummary,
  TrialJob,
  TrialOutcome,
  TrialPoint,
  TrialProgress,
  TrialRequestOptions,
} from "./types.ts";

/** Consecutive trials of a point that one service is to run. */
export interface Lease {
  readonly job: Job;
  readonly point: PointState;
  /** The first trial that is not in, and the one after the last. */
  next: number;
  readonly end: number;
  /** How many services were lost with it. */
  losses: number;
}

/** A point on its way. */
export interface PointState {
  readonly setupId: number;
  readonly point: TrialPoint;
  readonly wanted: number;
  readonly store: PointStore;
  /** Trials from here on were never leased. */
  unleased: number;
  summary: PointSummary | null;
}

/** So many trials of a point may be leased at once before it has any. */
const FIRST_TRIALS = 4;
/** Leases last about this long, ms: long enough to forget the message, short enough to share out evenly. */
const LEASE_MS = 25;
const LONGEST_LEASE = 256;

/** How a job reaches the pool. */
export interface JobParts {
  readonly now: () => number;
  /** Services that share the work. */
  readonly size: number;
  nextSetupId(): number;
  /** The job has an outcome. */
  onEnd(job: Job): void;
}

/** Hands out trials, takes in results and says what they are. */
export class Job implements TrialJob {
  readonly points: readonly TrialPoint[];
  readonly plan: TrialPlan;
  readonly finished: Promise<TrialOutcome>;
  readonly states: readonly PointState[];
  /** Leases that run now. */
  running = 0;
  readonly #parts: JobParts;
  readonly #onChange: () => void;
  readonly #returned: Lease[] = [];
  readonly #startedAt: number;
  readonly #total: number;
  #settle: (outcome: TrialOutcome) => void = () => undefined;
  #outcome: TrialOutcome | null = null;
  #endedAt = 0;
  #done = 0;
  /** When the first results were in, and how many. */
  #first: { readonly at: number; readonly done: number } | null = null;
  #trialMs: number | null = null;

  constructor(request: TrialRequestOptions, parts: JobParts) {
    this.points = request.points;
    this.plan = request.plan;
    this.#parts = parts;
    this.#onChange = request.onChange ?? (() => undefined);
    this.#startedAt = parts.now();
    this.finished = new Promise((resolve) => {
      this.#settle = resolve;
    });
    this.states = request.points.map((point) => {
      const wanted = isExact(point) ? 1 : point.trials;
      const layout = createTrialLayout(point.spec.network, request.plan);
      const setupId = parts.nextSetupId();
      const store = new PointStore(layout, wanted);
      return { setupId, point, wanted, store, unleased: 0, summary: null };
    });
    this.#total = this.states.reduce((sum, { wanted }) => sum + wanted, 0);
  }

  get outcome(): TrialOutcome | null {
    return this.#outcome;
  }

  get progress(): TrialProgress {
    const now = this.#outcome === null ? this.#parts.now() : this.#endedAt;
    return {
      done: this.#done,
      total: this.#total,
      elapsedMs: now - this.#startedAt,
      remainingMs: this.#outcome === null ? this.#estimate(now) : 0,
    };
  }

  summary(index: number): PointSummary | null {
    const state = this.states[index];
    if (state === undefined || state.store.done === 0) return null;
    const { store, wanted, point } = state;
    state.summary ??= summarisePoint({
      network: point.spec.network,
      plan: this.plan,
      store,
      wanted,
      isExact: isExact(point),
    });
    return state.summary;
  }

  cancel(): void {
    this.end({ kind: "cancelled" });
  }

  /** Give out trials: what came back first, then those of the point that is furthest behind. Null: all are out. */
  lease(): Lease | null {
    const returned = this.#returned.shift();
    if (returned !== undefined) return returned;
    const open = this.states.filter(({ unleased, wanted }) => unleased < wanted);
    const [first, ...others] = open;
    if (first === undefined) return null;
    const point = others.reduce(
      (behind, state) => (state.unleased < behind.unleased ? state : behind),
      first,
    );
    const left = open.reduce((sum, { wanted, unleased }) => sum + wanted - unleased, 0);
    const next = point.unleased;
    point.unleased = Math.min(point.wanted, next + this.#leaseSize(next, left));
    return { job: this, point, next, end: point.unleased, losses: 0 };
  }

  /** Take back a lease whose service was lost. */
  giveBack(lease: Lease): void {
    this.#returned.push(lease);
  }

  /** Take in results of a lease. */
  take(lease: Lease, block: TrialBlock): void {
    if (this.#outcome !== null) return;
    lease.point.store.add(block);
    lease.point.summary = null;
    lease.next += block.trials;
    this.#done += block.trials;
    if (block.trials > 0) {
      this.#trialMs = block.elapsedMs / block.trials;
      this.#first ??= { at: this.#parts.now(), done: this.#done };
    }
    if (this.#done === this.#total) this.end({ kind: "done" });
    else this.#onChange();
  }

  end(outcome: TrialOutcome): void {
    if (this.#outcome !== null) return;
    this.#outcome = outcome;
    this.#endedAt = this.#parts.now();
    this.#returned.length = 0;
    for (const state of this.states) state.unleased = state.wanted;
    this.#parts.onEnd(this);
    this.#onChange();
    this.#settle(outcome);
  }

  /** Points at most double, so that all are seen early; near the end the rest is shared out evenly. */
  #leaseSize(leased: number, left: number): number {
    // While nobody knows how long one takes, one.
    const wish = this.#trialMs === null ? 1 : Math.floor(LEASE_MS / this.#trialMs);
    const most = Math.min(LONGEST_LEASE, Math.max(FIRST_TRIALS, leased));
    return Math.max(1, Math.min(wish, most, Math.ceil(left / this.#parts.size)));
  }

  // The first results wait for services to start and code to be compiled: the pace is taken after them.
  #estimate(now: number): number | null {
    const first = this.#first;
    if (first === null) return null;
    const left = this.#total - this.#done;
    if (this.#done > first.done) return (left * (now - first.at)) / (this.#done - first.done);
    return (left * (now - this.#startedAt)) / this.#done;
  }
}

/** True when every trial would be the same. */
function isExact({ spec }: TrialPoint): boolean {
  return spec.engine === "rate" || spec.noise.sigma.every((sigma) => sigma === 0);
}
