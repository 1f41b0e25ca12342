import { describe, expect, it } from "vitest";
import {
  createFrameLayout,
  type Frame,
  type FrameReply,
  PROTOCOL_VERSION,
  type RunRequest,
  readFrame,
} from "#runtime/protocol";
import { createSimulationService, type ServiceParts } from "#runtime/service";
import { createScriptedEngine, scriptedSpec } from "../../support/scriptedEngine.ts";

function service(parts: Partial<ServiceParts> = {}): ReturnType<typeof createSimulationService> {
  return createSimulationService({
    createEngine: createScriptedEngine,
    engines: ["clock"],
    now: () => 0,
    ...parts,
  });
}

function request(steps: number, change: Partial<RunRequest> = {}): RunRequest {
  return {
    runId: 1,
    spec: scriptedSpec(steps),
    record: { everySteps: 1, voltages: [], currents: [0] },
    frameSamples: 1000,
    frameSpikes: 1000,
    ...change,
  };
}

const ALL = { runId: 1, maxSteps: Infinity, budgetMs: 12, recycled: null };

function open(reply: FrameReply, run: RunRequest): Frame {
  if (!reply.ok) throw new Error(reply.error.message);
  return readFrame(reply.buffer, createFrameLayout(run));
}

describe("simulation service", () => {
  it("says which protocol it speaks and which engines it has", () => {
    expect(service().hello()).toEqual({ protocol: PROTOCOL_VERSION, engines: ["clock"] });
  });

  it("brings a short run back in one frame", () => {
    const run = request(500);
    const simulation = service();
    expect(simulation.start(run)).toEqual({ ok: true, runId: 1 });
    const frame = open(simulation.next(ALL), run);
    expect(frame).toMatchObject({ firstStep: 0, lastStep: 499, samples: 500, done: true });
  });

  it("completes a run of one step, the initial state", () => {
    const run = request(1);
    const simulation = service();
    simulation.start(run);
    expect(open(simulation.next(ALL), run)).toMatchObject({ samples: 1, lastStep: 0, done: true });
  });

  it("stops when the steps asked for are taken", () => {
    const run = request(500);
    const simulation = service();
    simulation.start(run);
    expect(open(simulation.next({ ...ALL, maxSteps: 7 }), run).lastStep).toBe(7);
    const second = open(simulation.next({ ...ALL, maxSteps: 3 }), run);
    expect(second).toMatchObject({ firstStep: 7, lastStep: 10, samples: 3, done: false });
  });

  it("shows the initial state when asked for no step", () => {
    const run = request(Infinity);
    const simulation = service();
    simulation.start(run);
    expect(open(simulation.next({ ...ALL, maxSteps: 0 }), run)).toMatchObject({
      samples: 1,
      lastStep: 0,
    });
  });

  it("stops at the budget, within a slice of a few ms", () => {
    let time = 0;
    const run = request(Infinity, { frameSamples: 100_000, frameSpikes: 100_000 });
    const simulation = service({
      now: () => time,
      createEngine: (spec) =>
        createScriptedEngine(spec, {
          onStep: () => {
            time += 0.01;
          },
        }),
    });
    simulation.start(run);
    for (let frame = 0; frame < 5; frame += 1) {
      const before = time;
      open(simulation.next(ALL), run);
      expect(time - before).toBeGreaterThanOrEqual(12);
      expect(time - before).toBeLessThan(12 + 2.5);
    }
  });

  it("shortens its slices for an engine whose steps are slow", () => {
    let time = 0;
    const run = request(Infinity);
    const simulation = service({
      now: () => time,
      createEngine: (spec) =>
        createScriptedEngine(spec, {
          onStep: () => {
            time += 5;
          },
        }),
    });
    simulation.start(run);
    for (let frame = 0; frame < 5; frame += 1) open(simulation.next(ALL), run);
    const before = time;
    open(simulation.next(ALL), run);
    expect(time - before).toBe(15);
  });

  it("goes on in the next frame when one is full", () => {
    const run = request(25, { frameSamples: 10 });
    const simulation = service();
    simulation.start(run);
    const frames = [1, 2, 3].map(() => open(simulation.next(ALL), run));
    expect(frames.map(({ samples, done }) => [samples, done])).toEqual([
      [10, false],
      [10, false],
      [5, true],
    ]);
  });

  it("writes into a buffer that came back, and only if it fits", () => {
    const run = request(Infinity);
    let made = 0;
    const simulation = service({
      allocate: (bytes) => {
        made += 1;
        return new ArrayBuffer(bytes);
      },
    });
    simulation.start(run);
    const first = simulation.next({ ...ALL, maxSteps: 2 });
    const recycled = first.ok ? first.buffer : null;
    const second = simulation.next({ ...ALL, maxSteps: 2, recycled });
    expect(second).toMatchObject({ ok: true, buffer: recycled });
    expect(made).toBe(1);
    simulation.next({ ...ALL, maxSteps: 2, recycled: new ArrayBuffer(8) });
    expect(made).toBe(2);
  });

  it("drops the former run when one starts, and answers for it with data", () => {
    const simulation = service();
    simulation.start(request(10));
    simulation.start(request(10, { runId: 2 }));
    expect(simulation.next(ALL)).toMatchObject({
      ok: false,
      runId: 1,
      error: { kind: "unknown-run", message: "Run 1 is not running." },
    });
    expect(simulation.next({ ...ALL, runId: 2 }).ok).toBe(true);
  });

  it("forgets a stopped run, but not because another one was stopped", () => {
    const simulation = service();
    simulation.start(request(10));
    simulation.stop(9);
    expect(simulation.next(ALL).ok).toBe(true);
    simulation.stop(1);
    expect(simulation.next(ALL).ok).toBe(false);
  });

  it("refuses an engine that it does not have by name", () => {
    const spec = { ...scriptedSpec(10), engine: "event" as const };
    expect(service().start(request(10, { spec }))).toMatchObject({
      ok: false,
      error: { kind: "unsupported", message: expect.stringContaining("event") },
    });
  });

  it("carries what an engine's maker throws as data", () => {
    const simulation = service({
      createEngine: () => {
        throw new Error("dt is 0, must be positive.");
      },
    });
    expect(simulation.start(request(10))).toEqual({
      ok: false,
      runId: 1,
      error: { kind: "engine-failed", message: "dt is 0, must be positive." },
    });
    expect(simulation.next(ALL)).toMatchObject({ ok: false, error: { kind: "unknown-run" } });
  });

  it("carries what a step throws as data and ends the run", () => {
    const simulation = service({
      createEngine: (spec) =>
        createScriptedEngine(spec, {
          onStep: (step) => {
            if (step === 5) throw new Error("The voltages are no longer finite.");
          },
        }),
    });
    simulation.start(request(10));
    expect(simulation.next(ALL)).toMatchObject({
      ok: false,
      error: { kind: "engine-failed", message: "The voltages are no longer finite." },
    });
    expect(simulation.next(ALL)).toMatchObject({ ok: false, error: { kind: "unknown-run" } });
  });

  it("carries even what is no Error", () => {
    const simulation = service({
      createEngine: () => {
        throw "out of memory";
      },
    });
    expect(simulation.start(request(10))).toMatchObject({ error: { message: "out of memory" } });
  });

  it("does not wait for ever for an engine that takes no step", () => {
    const simulation = service({
      createEngine: (spec) => ({ ...createScriptedEngine(spec), step: 0, advance: () => 0 }),
    });
    simulation.start(request(10));
    expect(simulation.next(ALL)).toMatchObject({ ok: false, error: { kind: "engine-failed" } });
  });
});

describe("steering a live run", () => {
  it("hands network, input and current to the engine, and the network to the currents", () => {
    const run = request(Infinity);
    const simulation = service();
    simulation.start(run);
    simulation.steer(1, {
      network: { ...run.spec.network, thresholds: Float64Array.of(42, 1, 1, 1) },
      input: Float64Array.of(5),
      current: Float64Array.of(0.5, 0, 0, 0),
    });
    const { columns } = open(simulation.next({ ...ALL, maxSteps: 1 }), run);
    expect([...columns.latents.subarray(0, 2)]).toEqual([0, 42]);
    expect(columns.input[0]).toBe(5);
    expect([...columns.currents.subarray(0, 4)]).toEqual([5, 0, 42, 0.5]);
  });

  it("ignores a change for another run", () => {
    const run = request(Infinity);
    const simulation = service();
    simulation.start(run);
    simulation.steer(7, { input: Float64Array.of(5) });
    expect(open(simulation.next({ ...ALL, maxSteps: 1 }), run).columns.input[0]).toBe(7);
  });

  it("answers a refused change at the next frame", () => {
    const simulation = service();
    simulation.start(request(Infinity));
    simulation.steer(1, { input: Float64Array.of(1, 2, 3) });
    expect(simulation.next(ALL)).toMatchObject({ ok: false, error: { kind: "engine-failed" } });
    simulation.start(request(10));
    expect(simulation.next(ALL).ok).toBe(true);
  });
});
