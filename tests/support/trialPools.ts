import { availableEngines, createEngine, type SimulationSpec } from "#engines";
import { connectInlineTrials } from "#runtime/inline";
import type { TrialPlan, TrialReply, TrialService } from "#runtime/protocol";
import { createTrialService } from "#runtime/service";
import {
  type ConnectTrials,
  createTrialPool,
  type PointSummary,
  type TrialJob,
  type TrialPoint,
  type TrialPool,
  type TrialPoolOptions,
} from "#runtime/trials";
import { settled } from "./handCrank.ts";
import { createTestNetwork, createTestSpec, holdAt } from "./simulationSpecs.ts";

/** Counts alone over the whole run, with what differs filled in. */
export function planOf(changes: Partial<TrialPlan> = {}): TrialPlan {
  return {
    window: { from: 0, to: 5 },
    watch: [],
    countWindow: null,
    psthBins: 0,
    correlogram: null,
    rasterTrials: 0,
    latentSteps: null,
    nullspace: false,
    neuronCounts: false,
    ...changes,
  };
}

/** Everything that can be measured, of a run of {@link noisySpec}. */
export const FULL_PLAN: TrialPlan = planOf({
  window: { from: 1, to: 5 },
  watch: [0, 2],
  countWindow: 1,
  psthBins: 8,
  correlogram: { reach: 0.5, bins: 5 },
  rasterTrials: 3,
  latentSteps: 5,
  nullspace: true,
  neuronCounts: true,
});

/** Three inhibitory neurons with noise for 5 tau. */
export function noisySpec(changes: Partial<SimulationSpec> = {}): SimulationSpec {
  const network = createTestNetwork({
    type: "inhibitory",
    feedforward: [1, 1, 1],
    encoders: [[1], [1], [1]],
    thresholds: [0.2, 0.2, 0.25],
    decoders: [-0.3, -0.3, -0.3],
    selfReset: 0.1,
  });
  return createTestSpec(network, {
    input: holdAt(1),
    steps: 501,
    duration: 5,
    noise: { sigma: [0.1], generator: "fast", skip: 0, start: "zero" },
    ...changes,
  });
}

export function pointOf(trials: number, changes: Partial<SimulationSpec> = {}): TrialPoint {
  return { label: "a point", spec: noisySpec(changes), trials };
}

/** Everything a job found, in a form that can be compared bit by bit. */
export function summariesOf(job: TrialJob): readonly (PointSummary | null)[] {
  return job.points.map((_, point) => job.summary(point));
}

/** Two points with everything that can be measured. */
export const SWEEP: readonly TrialPoint[] = [
  { label: "little", spec: noisySpec(), trials: 7 },
  {
    label: "much",
    spec: noisySpec({ noise: { ...noisySpec().noise, sigma: [0.3] } }),
    trials: 9,
  },
];

/** Run {@link SWEEP} to its end. */
export async function sweepWith(pool: TrialPool): Promise<TrialJob> {
  const job = pool.start({ points: SWEEP, plan: FULL_PLAN });
  await job.finished;
  return job;
}

/** A pool on the calling thread. */
export function createInlinePool(size: number): TrialPool {
  return createTrialPool({
    connect: connectInlineTrials(),
    size,
    now: () => 0,
    schedule: () => () => undefined,
  });
}

/** One service of a pool, whose answers come when a test says so. */
export class CrankedTrials {
  readonly calls: string[] = [];
  isDisposed = false;
  readonly #service: TrialService;
  readonly #onLost: (sentence: string) => void;
  readonly #waiting: (() => void)[] = [];

  constructor(service: TrialService, onLost: (sentence: string) => void) {
    this.#service = service;
    this.#onLost = onLost;
  }

  readonly service = {
    hello: () => Promise.resolve(this.#service.hello()),
    prepare: (setup: Parameters<TrialService["prepare"]>[0]) => {
      this.calls.push(`prepare ${setup.setupId}`);
      return Promise.resolve(this.#service.prepare(setup));
    },
    forget: (setupId: number) => {
      this.calls.push(`forget ${setupId}`);
      return Promise.resolve(this.#service.forget(setupId));
    },
    run: (request: Parameters<TrialService["run"]>[0]) => {
      const { setupId, firstTrial, count } = request;
      this.calls.push(`run ${setupId}: ${firstTrial} + ${count}`);
      return new Promise<TrialReply>((resolve) => {
        this.#waiting.push(() => resolve(this.#service.run(request)));
      });
    },
  };

  get isAsked(): boolean {
    return this.#waiting.length > 0 && !this.isDisposed;
  }

  async answer(): Promise<void> {
    this.#waiting.shift()?.();
    await settled();
  }

  async die(): Promise<void> {
    this.#waiting.length = 0;
    this.#onLost("It died.");
    await settled();
  }
}

export interface CrankedPool {
  readonly pool: TrialPool;
  /** Every service that was reached, oldest first. */
  readonly services: readonly CrankedTrials[];
  /** Those that owe an answer. */
  asked(): readonly CrankedTrials[];
}

/** A pool whose services answer when a test says so. */
export function createCrankedPool(
  options: Partial<TrialPoolOptions> & { readonly createService?: () => TrialService } = {},
): CrankedPool {
  const services: CrankedTrials[] = [];
  const createService = options.createService ?? createPlainService;
  const connect: ConnectTrials = (onLost) => {
    const cranked = new CrankedTrials(createService(), onLost);
    services.push(cranked);
    return {
      service: cranked.service,
      dispose: () => {
        cranked.isDisposed = true;
      },
    };
  };
  const pool = createTrialPool({
    connect,
    size: 2,
    now: () => 0,
    schedule: () => () => undefined,
    ...options,
  });
  return { pool, services, asked: () => services.filter(({ isAsked }) => isAsked) };
}

/** The real service without a clock: every request is answered in full. */
export function createPlainService(): TrialService {
  return createTrialService({ createEngine, engines: availableEngines, now: () => 0 });
}
