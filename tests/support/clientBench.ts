import {
  type ClientOptions,
  type ClientStatus,
  createSimulationClient,
  type SimulationClient,
} from "#runtime/client";
import type { Traces } from "#runtime/protocol";
import { createSimulationService, type ServiceParts } from "#runtime/service";
import { CrankedClock, CrankedService } from "./handCrank.ts";
import { createScriptedEngine } from "./scriptedEngine.ts";

/** A client whose service, time and timers are turned by hand, and everything it said. */
export interface ClientBench {
  readonly client: SimulationClient;
  readonly clock: CrankedClock;
  /** The present service; a new one after each connection. */
  readonly service: CrankedService;
  readonly connections: number;
  readonly disposed: number;
  readonly statuses: readonly ClientStatus[];
  /** What was on show at each change: the first threshold of the edit, samples and done. */
  readonly shown: readonly { readonly edit: number; readonly samples: number }[];
  readonly bytesMade: readonly number[];
  /** The service dies by itself. */
  crash(sentence: string): void;
}

export interface BenchSetting {
  readonly service?: Partial<ServiceParts>;
  readonly client?: Partial<ClientOptions>;
  /** Time a step takes, ms. */
  readonly stepMs?: number;
}

export function createClientBench(setting: BenchSetting = {}): ClientBench {
  const clock = new CrankedClock();
  const statuses: ClientStatus[] = [];
  const shown: { edit: number; samples: number }[] = [];
  const bytesMade: number[] = [];
  let connections = 0;
  let disposed = 0;
  let lose: (sentence: string) => void = () => {};
  const onStep = (): void => {
    clock.timeMs += setting.stepMs ?? 0;
  };
  const makeService = (): CrankedService =>
    new CrankedService(
      createSimulationService({
        createEngine: (spec) => createScriptedEngine(spec, { onStep }),
        engines: ["clock"],
        now: clock.now,
        allocate: (bytes) => {
          bytesMade.push(bytes);
          return new ArrayBuffer(bytes);
        },
        ...setting.service,
      }),
    );
  let service = makeService();
  const client = createSimulationClient({
    connect: (onLost) => {
      connections += 1;
      lose = onLost;
      service = makeService();
      return {
        service,
        dispose: () => {
          disposed += 1;
        },
      };
    },
    onTraces: (traces) => shown.push(describeTraces(traces)),
    onStatus: (status) => statuses.push(status),
    now: clock.now,
    schedule: clock.schedule,
    ...setting.client,
  });
  return {
    client,
    clock,
    get service() {
      return service;
    },
    get connections() {
      return connections;
    },
    get disposed() {
      return disposed;
    },
    statuses,
    shown,
    bytesMade,
    crash: (sentence) => lose(sentence),
  };
}

function describeTraces(traces: Traces): { edit: number; samples: number } {
  return {
    edit: traces.latents[2 * traces.sampleStart + 1] ?? Number.NaN,
    samples: traces.sampleEnd - traces.sampleStart,
  };
}
