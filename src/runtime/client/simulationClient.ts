import type { RecordingPlan, SimulationSpec } from "#engines";
import type { Frame, LiveChange, Traces } from "#runtime/protocol";
import { createLiveJob, createRunJob, type Job, type RunJob, roomOf } from "./jobs.ts";
import { LivePace } from "./livePace.ts";
import { ServiceLink } from "./serviceLink.ts";
import { TraceStore } from "./traceStore.ts";
import type { ClientOptions, ClientStatus, RunOutcome, SimulationClient } from "./types.ts";

const DEFAULTS = {
  budgetMs: 12,
  patienceMs: 50,
  silenceMs: 10_000,
  isVisible: (): boolean => true,
  now: (): number => performance.now(),
  schedule: (callback: () => void, delayMs: number): (() => void) => {
    const timer = setTimeout(callback, delayMs);
    return () => clearTimeout(timer);
  },
};

/** Make the page's side of the simulation and reach for a service at once. */
export function createSimulationClient(options: ClientOptions): SimulationClient {
  return new Client({ ...DEFAULTS, ...options });
}

class Client implements SimulationClient {
  readonly #options: ClientOptions & typeof DEFAULTS;
  readonly #link: ServiceLink;
  readonly #store = new TraceStore();
  readonly #pace = new LivePace();
  #status: ClientStatus = { phase: "idle", problem: null };
  /** What runs now. */
  #job: Job | null = null;
  #startedAt = 0;
  /** The newest protocol run, behind one that has not been shown yet. */
  #pending: RunJob | null = null;
  /** What a new worker is to run. */
  #latest: Job | null = null;

  constructor(options: ClientOptions & typeof DEFAULTS) {
    this.#options = options;
    this.#link = new ServiceLink({
      ...options,
      onFrame: (frame) => this.#onFrame(frame),
      onError: ({ message }) => this.#onError(message),
      onLost: (sentence) => this.#onLost(sentence),
    });
    this.#link.connect();
  }

  get traces(): Traces {
    return this.#store.shown;
  }

  get status(): ClientStatus {
    return this.#status;
  }

  run(
    spec: SimulationSpec,
    record: RecordingPlan,
    { signal }: { readonly signal?: AbortSignal } = {},
  ): Promise<RunOutcome> {
    return new Promise((resolve) => {
      if (signal?.aborted) {
        resolve("aborted");
        return;
      }
      const abort = (): void => this.#abort(job);
      const job = createRunJob(spec, record, (outcome) => {
        signal?.removeEventListener("abort", abort);
        resolve(outcome);
      });
      signal?.addEventListener("abort", abort, { once: true });
      this.#latest = job;
      if (this.#job?.kind === "run" && !this.#store.presented) {
        this.#pending?.settle("superseded");
        this.#pending = job;
      } else {
        this.#begin(job);
      }
    });
  }

  live(spec: SimulationSpec, record: RecordingPlan, window: number): void {
    this.#pending?.settle("superseded");
    this.#pending = null;
    this.#latest = createLiveJob(spec, record, window);
    this.#begin(this.#latest);
  }

  pump(elapsedMs: number, speed: number): void {
    if (this.#job?.kind !== "live") return;
    this.#pace.pass(elapsedMs, speed / this.#job.link.spec.dt);
    this.#setStatus("running");
    this.#takeDueSteps();
  }

  stepOnce(count: number): void {
    if (this.#job?.kind !== "live") return;
    this.#pace.chase(count);
    this.#setStatus("paused");
    this.#takeDueSteps();
  }

  pause(): void {
    if (this.#job?.kind !== "live") return;
    this.#pace.forget();
    this.#setStatus("paused");
  }

  steer(change: LiveChange): void {
    if (this.#job?.kind !== "live") return;
    this.#job.held = { ...this.#job.held, ...change };
    this.#link.steer(change);
  }

  stop(): void {
    this.#link.stop();
    this.#drop("aborted");
    this.#latest = null;
    this.#setStatus("idle");
  }

  restart(): void {
    const latest = this.#latest;
    this.#link.disconnect();
    this.#drop("superseded");
    if (latest !== null) this.#begin(latest);
    else if (this.#link.connect() !== null) this.#setStatus("idle");
  }

  kill(): void {
    if (this.#link.disconnect()) this.#onLost("The simulation worker was ended.");
  }

  dispose(): void {
    this.#link.disconnect();
    this.#drop("aborted");
    this.#latest = null;
  }

  #begin(job: Job): void {
    this.#settle("superseded");
    const request = this.#link.begin(job.link);
    if (request === null) {
      if (job.kind === "run") job.settle("failed");
      return;
    }
    this.#job = job;
    this.#startedAt = this.#options.now();
    this.#pace.forget();
    this.#store.prepare(request, roomOf(job), job.kind === "live" ? job.window : Infinity);
    if (job.kind === "live") {
      this.#link.steer(job.held);
      this.#setStatus("paused");
      // No step yet, but the initial state to look at.
      this.#askLive(0);
    } else {
      if (this.#status.phase !== "done") this.#setStatus("running");
      this.#askOn();
    }
  }

  #onFrame(frame: Frame): void {
    this.#store.append(frame);
    if (this.#job?.kind === "live") {
      this.#pace.settle(frame.lastStep - frame.firstStep);
      this.#show();
      if (this.#pace.chasing) this.#askLive(this.#pace.due);
    } else {
      this.#onRunFrame(frame.done);
    }
  }

  /** A run is shown when complete, or when it has taken long; then it also gives way to a newer one. */
  #onRunFrame(done: boolean): void {
    const long = this.#options.now() - this.#startedAt >= this.#options.patienceMs;
    if (done || long) this.#show();
    if (done) this.#settle("done");
    if (this.#pending !== null && (done || long)) this.#beginPending();
    else if (done) this.#setStatus("done");
    else {
      if (long) this.#setStatus("running");
      this.#askOn();
    }
  }

  /** A run that is not shown yet may use up its patience in one answer: nothing could pass it before. */
  #askOn(): void {
    const { now, patienceMs, budgetMs } = this.#options;
    const patience = this.#startedAt + patienceMs - now();
    this.#link.ask(Infinity, Math.max(patience, budgetMs));
  }

  #askLive(steps: number): void {
    this.#link.ask(steps, this.#options.budgetMs);
  }

  #show(): void {
    this.#options.onTraces(this.#store.present());
  }

  #takeDueSteps(): void {
    if (this.#pace.due > 0 && !this.#link.busy) this.#askLive(this.#pace.due);
  }

  #beginPending(): void {
    const pending = this.#pending;
    this.#pending = null;
    if (pending !== null) this.#begin(pending);
  }

  #abort(job: RunJob): void {
    if (job === this.#pending) {
      this.#pending = null;
    } else if (job === this.#job) {
      this.#link.stop();
      this.#job = null;
      this.#setStatus("idle");
    }
    if (job === this.#latest) this.#latest = null;
    job.settle("aborted");
    if (this.#job === null) this.#beginPending();
  }

  #onError(message: string): void {
    this.#settle("failed");
    this.#setStatus("failed", message);
    this.#beginPending();
  }

  #onLost(sentence: string): void {
    this.#drop("failed");
    this.#setStatus("worker-lost", sentence);
  }

  #drop(outcome: RunOutcome): void {
    this.#settle(outcome);
    this.#pending?.settle(outcome);
    this.#pending = null;
    this.#pace.forget();
  }

  /** The present job is over. */
  #settle(outcome: RunOutcome): void {
    if (this.#job?.kind === "run") this.#job.settle(outcome);
    this.#job = null;
  }

  #setStatus(phase: ClientStatus["phase"], problem: string | null = null): void {
    if (phase === this.#status.phase && problem === this.#status.problem) return;
    this.#status = { phase, problem };
    this.#options.onStatus(this.#status);
  }
}
