import { describe, expect, it } from "vitest";
import { type AsyncSimulationService, PROTOCOL_VERSION } from "#runtime/protocol";
import { createClientBench } from "../../support/clientBench.ts";
import { settled } from "../../support/handCrank.ts";
import { scriptedSpec } from "../../support/scriptedEngine.ts";

const PLAN = { everySteps: 1, voltages: [], currents: [] };
const LOST = { phase: "worker-lost", problem: "The simulation worker was ended." };

describe("a lost worker", () => {
  it("is let go of, fails what ran and what waited, and says so", async () => {
    const bench = createClientBench();
    const outcomes = [1, 2].map((edit) => bench.client.run(scriptedSpec(10, edit), PLAN));
    bench.crash("It broke.");
    await expect(Promise.all(outcomes)).resolves.toEqual(["failed", "failed"]);
    expect(bench.client.status).toEqual({ phase: "worker-lost", problem: "It broke." });
    expect(bench.disposed).toBe(1);
    expect(bench.clock.timers).toBe(0);
  });

  it("is replaced by a restart, which runs the last spec again", async () => {
    const bench = createClientBench();
    void bench.client.run(scriptedSpec(10, 1), PLAN);
    void bench.client.run(scriptedSpec(10, 2), PLAN);
    bench.client.kill();
    expect(bench.client.status).toEqual(LOST);
    bench.client.restart();
    await bench.service.answer();
    expect(bench.connections).toBe(2);
    expect(bench.shown.map(({ edit }) => edit)).toEqual([2]);
    expect(bench.client.status).toEqual({ phase: "done", problem: null });
  });

  it("is replaced by the next edit as well", async () => {
    const bench = createClientBench();
    bench.client.kill();
    const outcome = bench.client.run(scriptedSpec(10, 4), PLAN);
    await bench.service.answer();
    await expect(outcome).resolves.toBe("done");
    expect(bench.connections).toBe(2);
  });

  it("leaves the last picture on show", async () => {
    const bench = createClientBench();
    void bench.client.run(scriptedSpec(10, 1), PLAN);
    await bench.service.answer();
    bench.client.kill();
    expect(bench.client.traces).toMatchObject({ done: true, sampleEnd: 10 });
  });

  it("cannot speak any more", async () => {
    const bench = createClientBench();
    void bench.client.run(scriptedSpec(10, 1), PLAN);
    const { service } = bench;
    bench.client.kill();
    bench.client.restart();
    await service.answer();
    expect(bench.shown).toEqual([]);
    expect(bench.client.status.phase).toBe("running");
  });

  it("is dead once: killing it again says nothing", () => {
    const bench = createClientBench();
    bench.client.kill();
    bench.client.kill();
    expect(bench.statuses).toEqual([LOST]);
    expect(bench.disposed).toBe(1);
  });

  it("comes back with what the hand held in a live run", async () => {
    const bench = createClientBench();
    bench.client.live(scriptedSpec(Infinity), PLAN, 5);
    await bench.service.answer();
    bench.client.steer({ input: Float64Array.of(3) });
    bench.client.kill();
    bench.client.restart();
    await bench.service.answer();
    expect(bench.client.status.phase).toBe("paused");
    bench.client.stepOnce(1);
    await bench.service.answer();
    expect(bench.client.traces.input[1]).toBe(3);
  });

  it("is replaced in silence when nothing had run", () => {
    const bench = createClientBench();
    bench.client.kill();
    bench.client.restart();
    expect(bench.client.status).toEqual({ phase: "idle", problem: null });
    expect(bench.service.calls).toEqual([]);
  });

  it("says so when none can be started, and fails the run", async () => {
    const bench = createClientBench({
      client: {
        connect: () => {
          throw new Error("refused by policy");
        },
      },
    });
    expect(bench.client.status.problem).toBe("The simulation worker could not be started.");
    await expect(bench.client.run(scriptedSpec(10), PLAN)).resolves.toBe("failed");
    bench.client.restart();
    expect(bench.client.status.phase).toBe("worker-lost");
  });

  it("is noticed when it answers with an exception", async () => {
    const { client, service } = createClientBench();
    Object.assign(service, { start: () => Promise.reject(new Error("closed")) });
    const outcome = client.run(scriptedSpec(10), PLAN);
    await expect(outcome).resolves.toBe("failed");
    expect(client.status.problem).toBe("The simulation worker broke off.");
  });

  it("is let go of when it speaks another protocol", async () => {
    const service: AsyncSimulationService = {
      ...createClientBench().service,
      hello: () => Promise.resolve({ protocol: PROTOCOL_VERSION + 1, engines: [] }),
    };
    let disposed = 0;
    const { client } = createClientBench({
      client: {
        connect: () => ({
          service,
          dispose: () => {
            disposed += 1;
          },
        }),
      },
    });
    await settled();
    expect(client.status.problem).toMatch(/reload the page/);
    expect(disposed).toBe(1);
  });
});

describe("a worker that does not answer", () => {
  it("is lost after the silence", () => {
    const { client, clock } = createClientBench();
    void client.run(scriptedSpec(10), PLAN);
    clock.pass(9_999);
    expect(client.status.phase).toBe("running");
    clock.pass(5_000);
    expect(client.status).toEqual({
      phase: "worker-lost",
      problem: "The simulation worker does not answer.",
    });
  });

  it("is given another chance after the machine has slept", async () => {
    const { client, clock, service } = createClientBench();
    const outcome = client.run(scriptedSpec(10), PLAN);
    clock.pass(3_600_000);
    expect(client.status.phase).toBe("running");
    await service.answer();
    await expect(outcome).resolves.toBe("done");
    expect(clock.timers).toBe(0);
  });

  it("is not judged while the page is hidden", () => {
    let visible = false;
    const { client, clock } = createClientBench({ client: { isVisible: () => visible } });
    void client.run(scriptedSpec(10), PLAN);
    for (let turn = 0; turn < 10; turn += 1) clock.pass(5_000);
    expect(client.status.phase).toBe("running");
    visible = true;
    clock.pass(5_000);
    clock.pass(5_000);
    expect(client.status.phase).toBe("worker-lost");
  });
});

describe("dispose", () => {
  it("lets go of the worker and ends what ran", async () => {
    const bench = createClientBench();
    const outcome = bench.client.run(scriptedSpec(10), PLAN);
    bench.client.dispose();
    await expect(outcome).resolves.toBe("aborted");
    expect(bench.disposed).toBe(1);
    expect(bench.clock.timers).toBe(0);
  });
});
