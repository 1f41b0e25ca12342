import type { FrameSource } from "#runtime/client";
import type { AsyncSimulationService, SimulationService } from "#runtime/protocol";

/** Animation frames that come when a test says so. */
export class CrankedFrames implements FrameSource {
  #waiting = new Map<number, (timeMs: number) => void>();
  #last = 0;

  readonly request = (callback: (timeMs: number) => void): number => {
    this.#last += 1;
    this.#waiting.set(this.#last, callback);
    return this.#last;
  };

  readonly cancel = (handle: number): void => {
    this.#waiting.delete(handle);
  };

  get waiting(): number {
    return this.#waiting.size;
  }

  turn(timeMs: number): void {
    const due = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const callback of due) callback(timeMs);
  }
}

/** Time that passes when a test says so, with timers. */
export class CrankedClock {
  timeMs = 0;
  #timers = new Set<{ readonly due: number; readonly callback: () => void }>();

  readonly now = (): number => this.timeMs;

  readonly schedule = (callback: () => void, delayMs: number): (() => void) => {
    const timer = { due: this.timeMs + delayMs, callback };
    this.#timers.add(timer);
    return () => {
      this.#timers.delete(timer);
    };
  };

  get timers(): number {
    return this.#timers.size;
  }

  pass(ms: number): void {
    this.timeMs += ms;
    for (const timer of [...this.#timers]) {
      if (timer.due > this.timeMs) continue;
      this.#timers.delete(timer);
      timer.callback();
    }
  }
}

/** A remote service whose frames are answered one by one, when a test says so. */
export class CrankedService implements AsyncSimulationService {
  readonly #service: SimulationService;
  readonly #waiting: (() => void)[] = [];
  /** Names of the calls, in order. */
  readonly calls: string[] = [];
  mostOutstanding = 0;

  constructor(service: SimulationService) {
    this.#service = service;
  }

  readonly hello: AsyncSimulationService["hello"] = () => Promise.resolve(this.#service.hello());

  readonly start: AsyncSimulationService["start"] = (request) => {
    this.calls.push(`start ${request.runId}`);
    return Promise.resolve(this.#service.start(request));
  };

  readonly next: AsyncSimulationService["next"] = (request) => {
    this.calls.push(`next ${request.runId}`);
    return new Promise((resolve) => {
      this.#waiting.push(() => resolve(this.#service.next(request)));
      this.mostOutstanding = Math.max(this.mostOutstanding, this.#waiting.length);
    });
  };

  readonly steer: AsyncSimulationService["steer"] = (runId, change) => {
    this.calls.push(`steer ${runId}`);
    return Promise.resolve(this.#service.steer(runId, change));
  };

  readonly stop: AsyncSimulationService["stop"] = (runId) => {
    this.calls.push(`stop ${runId}`);
    return Promise.resolve(this.#service.stop(runId));
  };

  get outstanding(): number {
    return this.#waiting.length;
  }

  /** Answer the oldest question and let the client take the answer. */
  async answer(): Promise<void> {
    this.#waiting.shift()?.();
    await settled();
  }
}

/** Let every promise that is due come true. */
export async function settled(): Promise<void> {
  await new Promise((resolve) => {
    setImmediate(resolve);
  });
}
