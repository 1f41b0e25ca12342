import type { SimulationClient } from "#runtime/client";
import { createTraces } from "#runtime/protocol";

type Run = Parameters<SimulationClient["run"]>;
type Live = Parameters<SimulationClient["live"]>;

/** A client that only remembers what it was asked. */
export interface FakeClient extends SimulationClient {
  /** Calls in order, in words. */
  readonly asked: readonly string[];
  /** What was asked for since the last look. */
  look(): readonly string[];
  readonly runs: readonly Run[];
  readonly lives: readonly Live[];
  readonly steers: readonly Parameters<SimulationClient["steer"]>[0][];
}

/** Make such a client. */
export function createFakeClient(): FakeClient {
  const asked: string[] = [];
  const runs: Run[] = [];
  const lives: Live[] = [];
  const steers: Parameters<SimulationClient["steer"]>[0][] = [];
  let seen = 0;
  const note = (name: string) => (): void => void asked.push(name);
  return {
    asked,
    runs,
    lives,
    steers,
    look() {
      const news = asked.slice(seen);
      seen = asked.length;
      return news;
    },
    traces: createTraces(),
    status: { phase: "idle", problem: null },
    run(...values) {
      runs.push(values);
      asked.push("run");
      return Promise.resolve("done");
    },
    live(...values) {
      lives.push(values);
      asked.push("live");
    },
    steer(change) {
      steers.push(change);
      asked.push(`steer ${Object.keys(change).join(" ")}`);
    },
    pump: (elapsedMs, speed) => void asked.push(`pump ${elapsedMs} at ${speed}`),
    stepOnce: (count) => void asked.push(`step ${count}`),
    pause: note("pause"),
    stop: note("stop"),
    restart: note("restart"),
    kill: note("kill"),
    dispose: note("dispose"),
  };
}
