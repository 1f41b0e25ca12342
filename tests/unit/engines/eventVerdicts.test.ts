import { describe, expect, it } from "vitest";
import { createEngine, createMemoryRecorder, findRunFault, type SimulationSpec } from "#engines";
import { figure4de } from "../../support/eiNetworks.ts";
import { eventSpec, ramp, single } from "../../support/eventRuns.ts";
import { inhibitoryParabola } from "../../support/parabolas.ts";
import { createSilentRecorder } from "../../support/silentRecorder.ts";
import { createTestNetwork, holdAt } from "../../support/simulationSpecs.ts";

const PLAN = { everySteps: 1, voltages: [], currents: [] };

describe("a verdict", () => {
  const verdictOf = (spec: SimulationSpec) => {
    const engine = createEngine(spec);
    const recorder = createMemoryRecorder(spec, PLAN);
    engine.advance(spec.steps, recorder);
    return { engine, verdict: engine.verdict, recording: recorder.read() };
  };

  it("is null while nothing is certain", () => {
    const spec = eventSpec(single, 5, { input: ramp([0, 1], [1000, 2]) });
    const { verdict, engine } = verdictOf(spec);
    expect(verdict).toBeNull();
    expect(engine.isOver).toBe(true);
  });

  it("is silent once no neuron can reach threshold again, from the last event on", () => {
    expect(verdictOf(eventSpec(single, 5, { input: holdAt(-1) })).verdict).toEqual({
      kind: "silent",
      time: 0,
    });
    const { verdict, recording } = verdictOf(
      eventSpec(single, 5, { input: ramp([0, 1], [1, 1], [2, -1]) }),
    );
    expect(verdict).toEqual({ kind: "silent", time: 2 });
    expect(recording.spikeTime.length).toBeGreaterThan(10);
    expect(recording.steps.length).toBe(51);
  });

  it("is not silent while an injected current is to come", () => {
    const currents = [{ neurons: new Uint32Array([0]), from: 3, to: 4, amplitude: 9 }];
    const { verdict, recording } = verdictOf(
      eventSpec(single, 3.5, { input: holdAt(-1), currents }),
    );
    expect(verdict).toBeNull();
    expect(recording.spikeTime.length).toBeGreaterThan(0);
  });

  it("is periodic with spikes and period of one cycle, and the run goes on", () => {
    const spec = eventSpec(single, 20, { input: holdAt(1) });
    const { verdict, recording } = verdictOf(spec);
    expect(verdict).toMatchObject({ kind: "periodic", spikes: 1 });
    if (verdict?.kind === "periodic") expect(verdict.period).toBeCloseTo(Math.log(1.1), 9);
    expect(recording.spikeTime.at(-1)).toBeGreaterThan(19.8);
  });

  it("finds cycles of many spikes", () => {
    const { verdict } = verdictOf(
      eventSpec(inhibitoryParabola(5, 0.3), 200, { input: holdAt(0.2) }),
    );
    expect(verdict?.kind).toBe("periodic");
    if (verdict?.kind === "periodic") expect(verdict.spikes).toBeGreaterThan(1);
  });

  it("is explosive where an instant has no end, ends the run and keeps what was fired", () => {
    const endless = createTestNetwork({
      type: "excitatory",
      feedforward: [1],
      encoders: [[1]],
      thresholds: [0.5],
      decoders: [0.5],
    });
    const { engine, verdict, recording } = verdictOf(
      eventSpec(endless, 5, { input: ramp([0, 0], [2, 1]) }),
    );
    expect(verdict).toEqual({ kind: "explosive", time: 1, spikes: 10_001 });
    expect(engine.isOver).toBe(true);
    expect(engine.step).toBe(10);
    expect(recording.spikeTime.length).toBe(10_001);
    expect(engine.advance(10, createSilentRecorder())).toBe(0);
  });

  it("shows the state of an explosion at the start", () => {
    const { recording } = verdictOf(
      eventSpec(figure4de().network, 5, { input: holdAt(1), delay: [0, 0.1] }),
    );
    expect([...recording.steps]).toEqual([0]);
  });

  it("stays explosive when a hand comes too late", () => {
    const network = figure4de().network;
    const { engine, verdict } = verdictOf(
      eventSpec(network, 5, { input: holdAt(1), delay: [0, 0.1] }),
    );
    expect(verdict?.kind).toBe("explosive");
    engine.holdCurrent(new Float64Array(network.neurons));
    engine.holdInput(Float64Array.of(0));
    expect([engine.verdict, engine.isOver]).toEqual([verdict, true]);
  });

  it("grants a long climb to a crossing its spikes", () => {
    const climb = createTestNetwork(
      {
        type: "excitatory",
        feedforward: [1],
        encoders: [[0.1, 1]],
        thresholds: [0],
        decoders: [1e-4],
      },
      {
        type: "inhibitory",
        feedforward: [0],
        encoders: [[1, 1]],
        thresholds: [0],
        decoders: [-1e-4],
      },
    );
    const { verdict, recording } = verdictOf(eventSpec(climb, 0.1, { input: holdAt(1) }));
    expect(recording.spikeTime.filter((time) => time === 0).length).toBeGreaterThan(20_000);
    expect(verdict?.kind).not.toBe("explosive");
  });
});

describe("a live run of the exact engine", () => {
  const endless = { steps: Number.POSITIVE_INFINITY, duration: Number.POSITIVE_INFINITY };
  const start = (changes: Partial<SimulationSpec>) =>
    createEngine(eventSpec(single, 1, { ...endless, ...changes }));

  it("follows a held input at once, and takes its verdict back", () => {
    const engine = start({ input: holdAt(-1) });
    engine.advance(5, createSilentRecorder());
    expect(engine.verdict?.kind).toBe("silent");
    engine.holdInput(new Float64Array([1]));
    expect(engine.verdict).toBeNull();
    expect(engine.state.input[0]).toBe(1);
    const times: number[] = [];
    engine.advance(1, { ...createSilentRecorder(), spike: (_, __, time) => times.push(time) });
    expect(times.filter((time) => time === 0.5)).toHaveLength(11);
    expect(() => engine.holdInput(new Float64Array(2))).toThrow("needs 1");
  });

  it("lets voltages follow another network at once", () => {
    const engine = start({
      input: holdAt(-2),
      initial: { kind: "latents", latents: new Float64Array([-3]) },
    });
    engine.advance(3, createSilentRecorder());
    const other = createTestNetwork({
      type: "inhibitory",
      feedforward: [0.5],
      encoders: [[2]],
      thresholds: [0.25],
      decoders: [-0.1],
    });
    engine.retune(other);
    const y = -3 * Math.exp(-0.3);
    expect(engine.state.voltages[0]).toBeCloseTo(-1 + 2 * y + 1 - 0.25, 12);
    expect(() => engine.retune(inhibitoryParabola(3))).toThrow("not its populations or sizes");
  });

  it("holds injected currents, which act gradually", () => {
    const engine = start({ input: holdAt(-1) });
    engine.advance(2, createSilentRecorder());
    expect([...engine.state.injected]).toEqual([0]);
    engine.holdCurrent(new Float64Array([-2]));
    expect(engine.state.voltages[0]).toBeCloseTo(0, 12);
    engine.advance(10, createSilentRecorder());
    expect([...engine.state.injected]).toEqual([-2]);
    expect(engine.state.voltages[0]).toBeCloseTo(-2 * (1 - Math.exp(-1)), 12);
    expect(() => engine.holdCurrent(new Float64Array(2))).toThrow("needs 1");
  });
});

describe("a run that the exact engine cannot carry", () => {
  const spec = eventSpec(single, 1);
  const faults: readonly (readonly [Partial<SimulationSpec>, string])[] = [
    [{ synapse: { kind: "pulse", widths: [1] } }, "use the clock engine"],
    [{ synapse: { kind: "exponential", taus: [1] } }, "use the clock engine"],
    [{ noise: { ...spec.noise, sigma: [0.1] } }, "noise.sigma is 0.1; use the bridge engine"],
    [{ initial: { kind: "rates", rates: new Float64Array(1) } }, "rate engine"],
    [{ minGap: -1 }, "dynamics.minGap is -1, it must be 0 or more"],
    [{ minGap: Number.NaN }, "dynamics.minGap is NaN"],
    [{ duration: 0 }, "The duration is 0, it must be above 0"],
    [{ dt: 0 }, "dt is 0"],
  ];

  it.each(faults)("is refused in a sentence: %o", (change, sentence) => {
    expect(findRunFault({ ...spec, ...change })).toContain(sentence);
    expect(findRunFault(spec)).toBeNull();
  });
});
