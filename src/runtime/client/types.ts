import type { RecordingPlan, SimulationSpec } from "#engines";
import type { AsyncSimulationService, LiveChange, Traces } from "#runtime/protocol";

/** A service within reach, and how to let go of it. */
export interface Connection {
  readonly service: AsyncSimulationService;
  /** Ends the service for good, whatever it is doing. */
  dispose(): void;
}

/** Reach a new service. `onLost` is told, in a sentence, when it dies by itself. */
export type Connect = (onLost: (sentence: string) => void) => Connection;

/**
 * What the simulation is doing. A re-run that completes within the patience of a drag does not leave `done`,
 * so the status changes at most some ten times a second.
 */
export interface ClientStatus {
  readonly phase: "idle" | "running" | "done" | "paused" | "failed" | "worker-lost";
  /** One sentence for the user, or null. */
  readonly problem: string | null;
}

/** How a protocol run ended. A superseded run has given way to a newer one. */
export type RunOutcome = "done" | "superseded" | "aborted" | "failed";

export interface ClientOptions {
  readonly connect: Connect;
  /** New traces to paint; the object is one of two that take turns, read it in place and do not keep it. */
  readonly onTraces: (traces: Traces) => void;
  readonly onStatus: (status: ClientStatus) => void;
  /** Time the service may take for one answer of a run on show, ms. */
  readonly budgetMs?: number;
  /** How long an unfinished re-run stays behind the previous picture, and a newer edit behind it, ms. */
  readonly patienceMs?: number;
  /** No answer for this long while visible: the worker is lost, ms. */
  readonly silenceMs?: number;
  readonly isVisible?: () => boolean;
  readonly now?: () => number;
  /** Call back later; returns how to cancel. */
  readonly schedule?: (callback: () => void, delayMs: number) => () => void;
}

/**
 * The page's side of the simulation. Either a protocol run (`run`: a fixed course, run again at every edit) or
 * a live one (`live` and what follows it); starting one drops the other.
 */
export interface SimulationClient {
  /** The newest traces that are fit to show. */
  readonly traces: Traces;
  readonly status: ClientStatus;
  /**
   * Run from the start. Call it at every edit: the newest wins, at most one run is in flight and one waits.
   * The picture before stays in `traces` until this run is complete or has taken long. Never rejects.
   */
  run(
    spec: SimulationSpec,
    record: RecordingPlan,
    options?: { readonly signal?: AbortSignal },
  ): Promise<RunOutcome>;
  /** Begin an endless run that keeps the last `window` tau; it stands still until pumped. */
  live(spec: SimulationSpec, record: RecordingPlan, window: number): void;
  /** Live, once a frame: let `elapsedMs` of the viewer's time pass at `speed` tau a second. */
  pump(elapsedMs: number, speed: number): void;
  /** Live: take exactly this many steps, at once. */
  stepOnce(count: number): void;
  /** Live: forget the steps still owed; the next pump goes on from here. */
  pause(): void;
  /** Live: follow the hand. */
  steer(change: LiveChange): void;
  /** End whatever runs; the traces stay. */
  stop(): void;
  /** Replace the worker and run the last spec again. */
  restart(): void;
  /** End the worker as if it had crashed. */
  kill(): void;
  dispose(): void;
}
