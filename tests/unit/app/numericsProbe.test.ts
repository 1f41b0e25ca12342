import { describe, expect, it } from "vitest";
import { type ExperimentDoc, type Measurement, setTimeStep, type ViewState } from "#document";
import type { SimulationClient } from "#runtime/client";
import { createNumericsProbe } from "../../../src/app/numerics/numericsProbe.ts";
import { eiDocument } from "../../support/documents.ts";
import { createFakeClient } from "../../support/fakeClient.ts";
import { CrankedClock, settled } from "../../support/handCrank.ts";
import { createInlineClient } from "../../support/inlineClient.ts";
import { storeOf } from "../../support/labStore.ts";

const clockDocument = eiDocument({ dynamics: { engine: "clock", dt: 0.01 } });

function begin(
  document: ExperimentDoc = clockDocument,
  client: SimulationClient = createFakeClient(),
  change: Partial<ViewState> = {},
) {
  const store = storeOf(document, change);
  const clock = new CrankedClock();
  let clients = 0;
  const probe = createNumericsProbe({
    store,
    createClient: () => {
      clients += 1;
      return client;
    },
    schedule: clock.schedule,
  });
  return {
    probe,
    clock,
    actions: store.getState().actions,
    get clients() {
      return clients;
    },
  };
}

const coarser = (open: ExperimentDoc): ExperimentDoc =>
  setTimeStep(open, 2 * (open.dynamics.dt ?? 1));

async function measure(document: ExperimentDoc): Promise<Measurement> {
  const { probe, clock } = begin(document, createInlineClient());
  clock.pass(500);
  for (let turn = 0; turn < 400 && probe.current().measurement.kind === "measuring"; turn += 1) {
    await settled();
  }
  const { measurement } = probe.current();
  probe.dispose();
  return measurement;
}

describe("the background measurement", () => {
  it("begins when the hand has rested half a second, in a worker made only then", () => {
    const client = createFakeClient();
    const bench = begin(clockDocument, client);
    bench.clock.pass(499);
    expect([bench.clients, client.runs.length]).toEqual([0, 0]);
    bench.clock.pass(1);
    expect([bench.clients, client.runs.length]).toEqual([1, 1]);
  });

  it("is put off by every edit and told to stop what it does", () => {
    const client = createFakeClient();
    const { clock, actions, probe } = begin(clockDocument, client);
    clock.pass(500);
    actions.edit("step", coarser);
    expect(client.look()).toEqual(["run", "stop"]);
    expect(probe.current().subject.dynamics.dt).toBe(0.02);
    clock.pass(400);
    actions.edit("step", coarser);
    clock.pass(400);
    expect(client.look()).toEqual(["stop"]);
    clock.pass(100);
    expect(client.look()).toEqual(["run"]);
  });

  it("leaves the machine to a hand that drags", () => {
    const client = createFakeClient();
    const { clock, actions } = begin(clockDocument, client);
    clock.pass(500);
    client.look();
    actions.beginGesture("step");
    expect(client.look()).toEqual(["stop"]);
    actions.edit("step", coarser, "gesture");
    clock.pass(2000);
    expect(client.look()).toEqual(["stop"]);
    actions.commitGesture();
    clock.pass(500);
    expect(client.look().at(-1)).toBe("run");
  });

  it("is taken up again after a gesture that changed nothing", () => {
    const client = createFakeClient();
    const { clock, actions } = begin(clockDocument, client);
    clock.pass(500);
    actions.beginGesture("nothing");
    actions.cancelGesture();
    client.look();
    clock.pass(500);
    expect(client.look()).toEqual(["run"]);
  });

  it("takes no notice of a playhead that moves", () => {
    const client = createFakeClient();
    const { clock, actions, probe } = begin(clockDocument, client);
    const before = probe.current();
    clock.pass(400);
    actions.setView({ time: 3, liveInput: [5] });
    clock.pass(100);
    expect(client.look()).toEqual(["run"]);
    expect(probe.current()).toBe(before);
  });

  it("follows what the hand holds in a live run", () => {
    const { actions, probe } = begin(clockDocument, createFakeClient(), { mode: "live" });
    actions.setView({ liveInput: [0.5] });
    const { subject } = probe.current();
    expect(subject.input).toEqual({ kind: "piecewise-linear", points: [[0, [0.5]]] });
    actions.setView({ liveCurrent: { E: 1, I: 0 } });
    expect(probe.current().subject.currents).toHaveLength(1);
  });

  it("tells its listeners until they leave, and nothing after its end", () => {
    const { clock, actions, probe } = begin();
    let told = 0;
    const leave = probe.subscribe(() => {
      told += 1;
    });
    actions.edit("step", coarser);
    expect(told).toBe(1);
    leave();
    actions.edit("step", coarser);
    expect(told).toBe(1);
    probe.dispose();
    expect(clock.timers).toBe(0);
  });
});

describe("what is measured", () => {
  it("is nothing for the exact engine", async () => {
    expect(await measure(eiDocument({ dynamics: { engine: "event" } }))).toEqual({ kind: "none" });
  });

  it("is the difference from the exact engine for a quiet clock, smaller with a finer step", async () => {
    const coarse = await measure(clockDocument);
    const fine = await measure(setTimeStep(clockDocument, 0.0005));
    if (coarse.kind !== "measured" || fine.kind !== "measured") throw new Error("Both are.");
    const [error, smaller] = [coarse, fine].map(({ facts: { comparison } }) => {
      const readout = comparison?.readouts[1];
      return Math.abs((readout?.mine ?? 0) - (readout?.other ?? 0));
    });
    expect(coarse.facts.comparison?.target).toBe("exact");
    expect(coarse.facts.comparison?.order?.spikes).toBeGreaterThan(1);
    expect(coarse.facts.busiest).toBeGreaterThan(0.05);
    expect(error).toBeGreaterThan(0);
    expect(smaller).toBeLessThan((error ?? 0) / 3);
  });

  it("has a standard error for a noisy clock and no order of spikes", async () => {
    const noisy = await measure(
      eiDocument({ dynamics: { engine: "clock", dt: 0.01, noise: { sigma: 0.1 } }, duration: 5 }),
    );
    if (noisy.kind !== "measured") throw new Error("It is measured.");
    const { comparison } = noisy.facts;
    expect(comparison).toMatchObject({ target: "bridge", trials: 8, order: null });
    expect(comparison?.readouts[0]?.error).toBeGreaterThan(0);
  });

  it("is the stiffness along the run for rates, in proportion to the step", async () => {
    const rates = (dt: number) =>
      measure(eiDocument({ dynamics: { engine: "rate", dt, beta: 8 } }));
    const [one, two] = [await rates(0.01), await rates(0.02)];
    if (one.kind !== "measured" || two.kind !== "measured") throw new Error("Both are.");
    expect(one.facts.stiffness).toBeGreaterThan(0.01);
    expect((two.facts.stiffness ?? 0) / (one.facts.stiffness ?? 1)).toBeCloseTo(2, 1);
    expect(one.facts.busiest).toBeNull();
    expect(one.facts.comparison?.readouts[0]?.mine).toBeGreaterThan(0);
  });

  it("is a sentence when a run fails", async () => {
    const client = createFakeClient();
    const failing: SimulationClient = {
      ...client,
      run: () => Promise.resolve("failed"),
      status: { phase: "failed", problem: "It broke." },
    };
    const { probe, clock } = begin(clockDocument, failing);
    clock.pass(500);
    await settled();
    expect(probe.current().measurement).toEqual({ kind: "failed", sentence: "It broke." });
  });
});
