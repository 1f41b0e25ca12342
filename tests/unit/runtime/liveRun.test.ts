import { describe, expect, it } from "vitest";
import { createClientBench } from "../../support/clientBench.ts";
import { settled } from "../../support/handCrank.ts";
import { scriptedSpec } from "../../support/scriptedEngine.ts";

const PLAN = { everySteps: 1, voltages: [], currents: [] };
/** tau; dt is 0.5. */
const WINDOW = 5;

async function openLive(setting: Parameters<typeof createClientBench>[0] = {}) {
  const bench = createClientBench(setting);
  bench.client.live(scriptedSpec(Infinity), PLAN, WINDOW);
  await bench.service.answer();
  const stepsTaken = (): number => {
    const { traces } = bench.client;
    return (traces.time[traces.sampleEnd - 1] ?? Number.NaN) / 0.5;
  };
  return { ...bench, stepsTaken, pumped: () => bench.service.answer() };
}

describe("a live run", () => {
  it("shows its initial state and stands still", async () => {
    const { client, service, shown } = await openLive();
    expect(shown).toEqual([{ edit: 1, samples: 1 }]);
    expect(client.status.phase).toBe("paused");
    expect(service.outstanding).toBe(0);
  });

  it("moves at the given tau a second, without losing fractions of a step", async () => {
    const { client, pumped, stepsTaken } = await openLive();
    for (let frame = 0; frame < 61; frame += 1) {
      client.pump(1000 / 60, 5);
      await pumped();
    }
    expect(stepsTaken()).toBe(10);
    expect(client.status.phase).toBe("running");
  });

  it("asks no second question before the first is answered", async () => {
    const { client, service, pumped, stepsTaken } = await openLive();
    for (let frame = 0; frame < 10; frame += 1) client.pump(16, 100);
    expect(service.mostOutstanding).toBe(1);
    await pumped();
    expect(stepsTaken()).toBe(3);
  });

  it("forgives what a slow machine cannot keep up with", async () => {
    const { client, pumped, stepsTaken } = await openLive();
    client.pump(60_000, 100);
    await pumped();
    expect(stepsTaken()).toBe(21);
  });

  it("takes one step at a time at the slowest speed", async () => {
    const { client, pumped, stepsTaken } = await openLive();
    for (let second = 0; second < 10; second += 1) {
      client.pump(1000, 0.1);
      await pumped();
    }
    expect(stepsTaken()).toBe(2);
  });

  it("takes exactly the steps of a single step, however small the answers", async () => {
    const { client, service, stepsTaken } = await openLive({ stepMs: 5 });
    client.stepOnce(200);
    let answers = 0;
    while (service.outstanding > 0) {
      await service.answer();
      answers += 1;
    }
    expect(answers).toBeGreaterThan(10);
    expect(stepsTaken()).toBe(200);
    client.stepOnce(1);
    await service.answer();
    expect(stepsTaken()).toBe(201);
    expect(client.status.phase).toBe("paused");
  });

  it("adds up single steps that come faster than answers", async () => {
    const { client, service, stepsTaken } = await openLive();
    for (let press = 0; press < 3; press += 1) client.stepOnce(1);
    while (service.outstanding > 0) await service.answer();
    expect(stepsTaken()).toBe(3);
  });

  it("forgets what it owes when paused and goes on from there", async () => {
    const { client, service, pumped, stepsTaken } = await openLive();
    client.pump(90, 5);
    client.pause();
    expect(client.status.phase).toBe("paused");
    await service.answer();
    client.pump(50, 10);
    await pumped();
    expect(stepsTaken()).toBe(1);
  });

  it("keeps the window in the same arrays for ever and lets one buffer go round", async () => {
    const { client, pumped, stepsTaken, bytesMade } = await openLive();
    const { time, latents, spikeTime, spikeNeuron } = client.traces;
    for (let frame = 0; frame < 2000; frame += 1) {
      client.pump(16, 100);
      await pumped();
    }
    expect(stepsTaken()).toBeGreaterThan(6000);
    const { traces } = client;
    expect(traces.sampleEnd - traces.sampleStart).toBe(WINDOW / 0.5 + 1);
    expect(traces.time[traces.sampleStart]).toBe((stepsTaken() - 10) * 0.5);
    expect(traces.time).toBe(time);
    expect(traces.latents).toBe(latents);
    expect(traces.spikeTime).toBe(spikeTime);
    expect(traces.spikeNeuron).toBe(spikeNeuron);
    expect(bytesMade).toHaveLength(1);
  });

  it("follows the hand", async () => {
    const { client, service, pumped } = await openLive();
    client.steer({ input: Float64Array.of(3) });
    client.pump(10, 100);
    await pumped();
    expect(service.calls.slice(-2)).toEqual(["steer 1", "next 1"]);
    expect(client.traces.input[client.traces.sampleEnd - 1]).toBe(3);
  });

  it("gives way to a protocol run and back", async () => {
    const { client, service } = await openLive();
    const outcome = client.run(scriptedSpec(10, 2), PLAN);
    await service.answer();
    await expect(outcome).resolves.toBe("done");
    client.pump(100, 100);
    client.stepOnce(1);
    client.pause();
    client.steer({ input: Float64Array.of(3) });
    expect(service.outstanding).toBe(0);
    expect(client.status.phase).toBe("done");
    client.live(scriptedSpec(Infinity, 3), PLAN, WINDOW);
    await service.answer();
    expect(client.traces.latents[1]).toBe(3);
  });

  it("takes the place of protocol runs, in flight and waiting", async () => {
    const { client, service } = createClientBench();
    const outcomes = [1, 2].map((edit) => client.run(scriptedSpec(10, edit), PLAN));
    client.live(scriptedSpec(Infinity, 3), PLAN, WINDOW);
    await expect(Promise.all(outcomes)).resolves.toEqual(["superseded", "superseded"]);
    await service.answer();
    await service.answer();
    await settled();
    expect(client.traces.latents[1]).toBe(3);
  });
});
