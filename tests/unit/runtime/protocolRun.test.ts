import { describe, expect, it } from "vitest";
import { createClientBench } from "../../support/clientBench.ts";
import { settled } from "../../support/handCrank.ts";
import { scriptedSpec } from "../../support/scriptedEngine.ts";

const PLAN = { everySteps: 1, voltages: [], currents: [] };

describe("a protocol run", () => {
  it("comes back in one question when it is cheap", async () => {
    const { client, service, shown } = createClientBench();
    const outcome = client.run(scriptedSpec(20_000), PLAN);
    await service.answer();
    await expect(outcome).resolves.toBe("done");
    expect(service.calls).toEqual(["start 1", "next 1"]);
    expect(shown).toEqual([{ edit: 1, samples: 20_000 }]);
    expect(client.traces).toMatchObject({ done: true, runId: 1, version: 1 });
    expect(client.status).toEqual({ phase: "done", problem: null });
  });

  it.each([1, 2, 3, 4])(
    "comes back in one question with %i steps and few samples",
    async (steps) => {
      const { client, service } = createClientBench();
      const outcome = client.run(scriptedSpec(steps), { ...PLAN, everySteps: 2 });
      await service.answer();
      await expect(outcome).resolves.toBe("done");
      expect(client.traces.sampleEnd).toBe(Math.ceil(steps / 2));
    },
  );

  it("posts its start and its first question together, behind nothing", () => {
    const { client, service } = createClientBench();
    void client.run(scriptedSpec(10), PLAN);
    expect(service.calls).toEqual(["start 1", "next 1"]);
  });

  it("leaves the picture before in place until the re-run is complete", async () => {
    const { client, service, shown } = createClientBench({ stepMs: 0.001 });
    void client.run(scriptedSpec(10, 1), PLAN);
    await service.answer();
    void client.run(scriptedSpec(40_000, 2), PLAN);
    await service.answer();
    expect(client.traces).toMatchObject({ runId: 1, done: true });
    expect(client.traces.latents[1]).toBe(1);
    await service.answer();
    expect(shown).toEqual([
      { edit: 1, samples: 10 },
      { edit: 2, samples: 40_000 },
    ]);
  });

  it("may use up its patience in one answer, and short budgets once it is on show", async () => {
    const { client, service, clock } = createClientBench({ stepMs: 1 });
    void client.run(scriptedSpec(1000), PLAN);
    await service.answer();
    expect(clock.timeMs).toBeGreaterThanOrEqual(50);
    const before = clock.timeMs;
    await service.answer();
    expect(clock.timeMs - before).toBeLessThan(20);
  });

  it("is shown as it grows once it has taken long", async () => {
    const { client, service, shown, statuses } = createClientBench({ stepMs: 1 });
    const outcome = client.run(scriptedSpec(100), PLAN);
    while (service.outstanding > 0) await service.answer();
    await expect(outcome).resolves.toBe("done");
    const samples = shown.map((traces) => traces.samples);
    expect(samples.length).toBeGreaterThan(2);
    expect(samples[0]).toBeGreaterThanOrEqual(50);
    expect(samples).toEqual([...samples].sort((a, b) => a - b));
    expect(samples.at(-1)).toBe(100);
    expect(statuses.map(({ phase }) => phase)).toEqual(["running", "done"]);
  });

  it("keeps the status quiet while quick re-runs follow a drag", async () => {
    const { client, service, statuses } = createClientBench();
    for (let move = 0; move < 5; move += 1) {
      void client.run(scriptedSpec(10, move), PLAN);
      await service.answer();
    }
    expect(statuses.map(({ phase }) => phase)).toEqual(["running", "done"]);
  });

  it("raises the version at every change of the traces", async () => {
    const { client, service } = createClientBench();
    const versions: number[] = [];
    for (let move = 0; move < 4; move += 1) {
      void client.run(scriptedSpec(10, move), PLAN);
      await service.answer();
      versions.push(client.traces.version);
    }
    expect(versions).toEqual([1, 2, 3, 4]);
  });
});

describe("edits faster than runs", () => {
  it("keep one run in flight and only the newest one waiting", async () => {
    const { client, service, shown } = createClientBench();
    const outcomes = [1, 2, 3, 4].map((edit) => client.run(scriptedSpec(10, edit), PLAN));
    expect(service.outstanding).toBe(1);
    await service.answer();
    await service.answer();
    await expect(Promise.all(outcomes)).resolves.toEqual([
      "done",
      "superseded",
      "superseded",
      "done",
    ]);
    expect(shown.map(({ edit }) => edit)).toEqual([1, 4]);
    expect(service.calls).toEqual(["start 1", "next 1", "start 2", "next 2"]);
  });

  it("are answered at the patience of a drag even by runs that take longer", async () => {
    const { client, service, shown, clock } = createClientBench({ stepMs: 1 });
    const first = client.run(scriptedSpec(10_000, 1), PLAN);
    void client.run(scriptedSpec(10_000, 2), PLAN);
    while (client.traces.runId === 0) await service.answer();
    expect(clock.timeMs).toBeLessThan(80);
    await expect(first).resolves.toBe("superseded");
    expect(service.calls.at(-1)).toBe("next 2");
    while (client.traces.runId === 1) await service.answer();
    expect(shown.at(-1)?.edit).toBe(2);
  });

  it("cut a long run short at once when it is on show already", async () => {
    const { client, service, shown } = createClientBench({ stepMs: 1 });
    const long = client.run(scriptedSpec(10_000, 1), PLAN);
    while (client.traces.runId === 0) await service.answer();
    const frames = shown.length;
    void client.run(scriptedSpec(10, 2), PLAN);
    await expect(long).resolves.toBe("superseded");
    expect(service.calls.at(-1)).toBe("start 2");
    await service.answer();
    expect(shown).toHaveLength(frames);
    await service.answer();
    expect(shown.at(-1)).toEqual({ edit: 2, samples: 10 });
  });
});

describe("an aborted run", () => {
  it("never starts when its signal was used up before", async () => {
    const { client, service } = createClientBench();
    const outcome = client.run(scriptedSpec(10), PLAN, { signal: AbortSignal.abort() });
    await expect(outcome).resolves.toBe("aborted");
    expect(service.calls).toEqual([]);
  });

  it("is stopped in flight and its frame dropped", async () => {
    const { client, service, shown } = createClientBench();
    const abort = new AbortController();
    const outcome = client.run(scriptedSpec(10), PLAN, { signal: abort.signal });
    abort.abort();
    await expect(outcome).resolves.toBe("aborted");
    await service.answer();
    expect(service.calls).toEqual(["start 1", "next 1", "stop 1"]);
    expect(shown).toEqual([]);
    expect(client.status.phase).toBe("idle");
  });

  it("leaves the queue without touching the run in flight", async () => {
    const { client, service, shown } = createClientBench();
    const abort = new AbortController();
    const first = client.run(scriptedSpec(10, 1), PLAN);
    const second = client.run(scriptedSpec(10, 2), PLAN, { signal: abort.signal });
    abort.abort();
    await service.answer();
    await expect(Promise.all([first, second])).resolves.toEqual(["done", "aborted"]);
    expect(shown.map(({ edit }) => edit)).toEqual([1]);
    expect(service.outstanding).toBe(0);
  });

  it("makes way for the one that waits", async () => {
    const { client, service, shown } = createClientBench();
    const abort = new AbortController();
    void client.run(scriptedSpec(10, 1), PLAN, { signal: abort.signal });
    const second = client.run(scriptedSpec(10, 2), PLAN);
    abort.abort();
    await service.answer();
    await service.answer();
    await expect(second).resolves.toBe("done");
    expect(shown.map(({ edit }) => edit)).toEqual([2]);
  });

  it("cannot be aborted after the end", async () => {
    const { client, service } = createClientBench();
    const abort = new AbortController();
    void client.run(scriptedSpec(10), PLAN, { signal: abort.signal });
    await service.answer();
    abort.abort();
    expect(client.status.phase).toBe("done");
  });
});

describe("a run that fails", () => {
  it("says why, keeps the picture, and the next edit runs", async () => {
    const bench = createClientBench();
    const { client, service, shown } = bench;
    void client.run(scriptedSpec(10, 1), PLAN);
    await service.answer();
    const failed = client.run({ ...scriptedSpec(10, 2), engine: "event" }, PLAN);
    await settled();
    await expect(failed).resolves.toBe("failed");
    expect(client.status.phase).toBe("failed");
    expect(client.status.problem).toMatch(/event/);
    expect(client.traces.latents[1]).toBe(1);
    await service.answer();
    void client.run(scriptedSpec(10, 3), PLAN);
    await service.answer();
    expect(client.status).toEqual({ phase: "done", problem: null });
    expect(shown.map(({ edit }) => edit)).toEqual([1, 3]);
  });

  it("hands over to the one that waits", async () => {
    const { client, service, shown } = createClientBench();
    const failed = client.run({ ...scriptedSpec(10, 1), engine: "event" }, PLAN);
    const next = client.run(scriptedSpec(10, 2), PLAN);
    await settled();
    await service.answer();
    await service.answer();
    await expect(Promise.all([failed, next])).resolves.toEqual(["failed", "done"]);
    expect(shown.map(({ edit }) => edit)).toEqual([2]);
  });

  it("carries what a step throws", async () => {
    const { client, service } = createClientBench({
      client: {},
      service: {
        createEngine: () => ({
          step: 0,
          isOver: false,
          verdict: null,
          state: {
            input: new Float64Array(1),
            latents: new Float64Array(2),
            voltages: new Float64Array(4),
            injected: new Float64Array(4),
            rates: new Float64Array(0),
          },
          advance: () => {
            throw new Error("The voltages are no longer finite.");
          },
          retune: () => {},
          holdInput: () => {},
          holdCurrent: () => {},
        }),
      },
    });
    const outcome = client.run(scriptedSpec(10), PLAN);
    await service.answer();
    await expect(outcome).resolves.toBe("failed");
    expect(client.status.problem).toBe("The voltages are no longer finite.");
  });
});

describe("stop", () => {
  it("ends everything and keeps the traces", async () => {
    const { client, service } = createClientBench();
    void client.run(scriptedSpec(10, 1), PLAN);
    await service.answer();
    const outcomes = [2, 3].map((edit) => client.run(scriptedSpec(10, edit), PLAN));
    client.stop();
    await service.answer();
    await expect(Promise.all(outcomes)).resolves.toEqual(["aborted", "aborted"]);
    expect(client.status.phase).toBe("idle");
    expect(client.traces.latents[1]).toBe(1);
  });
});
