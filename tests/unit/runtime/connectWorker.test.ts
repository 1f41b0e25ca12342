import { afterEach, describe, expect, it } from "vitest";
import {
  type ClientStatus,
  connectWorker,
  createSimulationClient,
  type SimulationClient,
} from "#runtime/client";
import type { Traces } from "#runtime/protocol";
import { createSimulationService } from "#runtime/service";
import { InProcessWorker } from "../../support/inProcessWorker.ts";
import { createScriptedEngine, scriptedSpec } from "../../support/scriptedEngine.ts";

const PLAN = { everySteps: 1, voltages: [], currents: [] };

interface Wired {
  readonly client: SimulationClient;
  readonly workers: readonly InProcessWorker[];
  readonly made: readonly ArrayBuffer[];
  /** The status that comes next. */
  nextStatus(): Promise<ClientStatus>;
  nextTraces(): Promise<Traces>;
}

const open: SimulationClient[] = [];

/** A client and a service on the two ends of a real message channel. */
function wire(): Wired {
  const workers: InProcessWorker[] = [];
  const made: ArrayBuffer[] = [];
  let onStatus: (status: ClientStatus) => void = () => {};
  let onTraces: (traces: Traces) => void = () => {};
  const client = createSimulationClient({
    connect: connectWorker(() => {
      const worker = new InProcessWorker(
        createSimulationService({
          createEngine: createScriptedEngine,
          engines: ["clock"],
          now: () => 0,
          allocate: (bytes) => {
            const buffer = new ArrayBuffer(bytes);
            made.push(buffer);
            return buffer;
          },
        }),
      );
      workers.push(worker);
      return worker;
    }),
    onTraces: (traces) => onTraces(traces),
    onStatus: (status) => onStatus(status),
  });
  open.push(client);
  return {
    client,
    workers,
    made,
    nextStatus: () =>
      new Promise((resolve) => {
        onStatus = resolve;
      }),
    nextTraces: () =>
      new Promise((resolve) => {
        onTraces = resolve;
      }),
  };
}

afterEach(() => {
  for (const client of open.splice(0)) client.dispose();
});

describe("a worker behind comlink", () => {
  it("runs a protocol and moves its frame over", async () => {
    const { client, made } = wire();
    await expect(client.run(scriptedSpec(1000), PLAN)).resolves.toBe("done");
    expect(client.traces.sampleEnd).toBe(1000);
    expect(client.traces.latents[1998]).toBe(999);
    expect(made[0]?.byteLength).toBe(0);
  });

  it("lets one buffer go round through a whole drag", async () => {
    const { client, made } = wire();
    for (let move = 0; move < 50; move += 1) {
      await client.run(scriptedSpec(900 + move, move), PLAN);
    }
    expect(client.traces.latents[1]).toBe(49);
    expect(made).toHaveLength(1);
  });

  it("lets one buffer go round through a live run", async () => {
    const { client, made, nextTraces } = wire();
    const begun = nextTraces();
    client.live(scriptedSpec(Infinity), PLAN, 5);
    await begun;
    for (let frame = 0; frame < 50; frame += 1) {
      const painted = nextTraces();
      client.pump(16, 100);
      await painted;
    }
    expect(client.traces.sampleEnd).toBeGreaterThan(100);
    expect(made).toHaveLength(1);
  });

  it("steers and stops over the wire", async () => {
    const { client, nextTraces } = wire();
    const begun = nextTraces();
    client.live(scriptedSpec(Infinity), PLAN, 5);
    await begun;
    client.steer({ input: Float64Array.of(3) });
    const stepped = nextTraces();
    client.stepOnce(1);
    expect((await stepped).input[1]).toBe(3);
    client.stop();
    expect(client.status.phase).toBe("idle");
    await expect(client.run(scriptedSpec(10), PLAN)).resolves.toBe("done");
  });

  it("carries a refusal as data", async () => {
    const { client } = wire();
    const outcome = client.run({ ...scriptedSpec(10), engine: "bridge" }, PLAN);
    await expect(outcome).resolves.toBe("failed");
    expect(client.status.problem).toBe("The bridge engine is not here.");
  });

  it.each([
    ["error", "The simulation worker stopped with an error."],
    ["messageerror", "A message of the simulation worker was unreadable."],
  ])("is replaced after %s", async (type, problem) => {
    const { client, workers, nextStatus } = wire();
    await client.run(scriptedSpec(10, 6), PLAN);
    workers[0]?.crash(type);
    expect(client.status).toEqual({ phase: "worker-lost", problem });
    expect(workers[0]?.terminated).toBe(true);
    workers[0]?.crash(type);
    const running = nextStatus();
    client.restart();
    expect((await running).phase).toBe("running");
    expect((await nextStatus()).phase).toBe("done");
    expect(workers).toHaveLength(2);
    expect(client.traces.latents[1]).toBe(6);
  });
});
