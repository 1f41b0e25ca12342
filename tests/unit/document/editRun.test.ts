import { describe, expect, it } from "vitest";
import {
  type ExperimentDoc,
  parseExperiment,
  serialiseExperiment,
  setCurrents,
  setDuration,
  setDynamics,
  setEngine,
  setInitial,
  setInput,
  setIntegrator,
  setName,
  setRateRule,
  setSynapseKind,
  setTimeStep,
  setWindow,
  withSeed,
} from "#document";
import { documentOf, eiDocument, tangentDocument } from "../../support/documents.ts";
import { eiFile, type Json } from "../../support/experimentFiles.ts";

const clock = (change: Json = {}): ExperimentDoc =>
  eiDocument({ dynamics: { engine: "clock", dt: 0.01, ...change } });

/** One E and one I neuron whose lines cross at yE = |yI| = 1 for every input. */
function crossingFile(decoder: number): Json {
  const shared = { feedforward: [[0]] };
  const E = { ...shared, id: "E", type: "excitatory", thresholds: [-0.5], decoders: [decoder] };
  const I = { ...shared, id: "I", type: "inhibitory", thresholds: [0.5], decoders: [-decoder] };
  const populations = [
    { ...E, encoders: { E: [0.5], I: [1] } },
    { ...I, encoders: { E: [1.5], I: [1] } },
  ];
  return { ...eiFile(), network: { kind: "explicit", inputs: 1, populations } };
}

function isValid(experiment: ExperimentDoc): boolean {
  const result = parseExperiment(JSON.parse(JSON.stringify(serialiseExperiment(experiment))));
  return result.ok && result.warnings.length === 0;
}

describe("edits of the run", () => {
  it("replaces name, input, currents, start and seed", () => {
    const before = eiDocument();
    const input = { kind: "piecewise-linear", points: [[0, [2]]] } as const;
    const currents = [{ population: "I", from: 0, to: 1, amplitude: 1, neurons: "all" }] as const;
    const initial = { kind: "latents", latents: { E: 1, I: -1 } } as const;
    expect(setName(before, "x".repeat(300)).name).toHaveLength(200);
    expect(setInput(before, input).input).toBe(input);
    expect(setCurrents(before, currents).currents).toBe(currents);
    expect(setInitial(before, initial).initial).toBe(initial);
    expect(withSeed(before, 7.4).seed).toBe(7);
    expect(withSeed(before, 1e12).seed).toBe(4_294_967_295);
  });

  it("gives the same object when nothing changes", () => {
    const before = clock();
    const same = [
      setName(before, ""),
      setInput(before, structuredClone(before.input)),
      setCurrents(before, []),
      setInitial(before, { kind: "rest" }),
      withSeed(before, 0),
      setWindow(before, { from: 0, to: 10 }),
      setDuration(before, 10),
      setTimeStep(before, 0.01),
      setSynapseKind(before, "delta"),
      setEngine(before, "clock"),
      setDynamics(before, { dt: 0.01 }),
    ];
    for (const after of same) expect(after).toBe(before);
  });

  it("keeps the window inside the run and a step long", () => {
    expect(setWindow(eiDocument(), { from: -3, to: 20 }).window).toEqual({ from: 0, to: 10 });
    const { window } = setWindow(eiDocument(), { from: 8, to: 2 });
    expect([window.from, window.to]).toEqual([8, 8.01]);
    expect(setWindow(eiDocument(), { from: 99, to: 99 }).window).toEqual({ from: 9.99, to: 10 });
    const event = eiDocument({ dynamics: { engine: "event" } });
    expect(setWindow(event, { from: 5, to: 5 }).window).toEqual({ from: 5, to: 5.01 });
  });

  it("lets a window over the whole run grow with it, and cuts another", () => {
    expect(setDuration(eiDocument(), 20).window).toEqual({ from: 0, to: 20 });
    const cut = eiDocument({ window: { from: 2, to: 8 } });
    expect(setDuration(cut, 20).window).toEqual({ from: 2, to: 8 });
    expect(setDuration(cut, 4).window).toEqual({ from: 2, to: 4 });
  });

  it("keeps the number of steps within its limits", () => {
    expect(setDuration(eiDocument(), 1e12).duration).toBe(1e6);
    expect(setDuration(eiDocument(), 0).duration).toBe(0.01);
    expect(setDuration(eiDocument({ dynamics: { engine: "event" } }), 1e12).duration).toBe(1e9);
    expect(setTimeStep(eiDocument(), 0).dynamics.dt).toBe(1e-7);
    expect(setTimeStep(eiDocument({ duration: 0.5 }), 3).dynamics.dt).toBe(0.5);
  });

  it("holds or cuts samples when the run gets longer or shorter, and joins them by lines at another step", () => {
    const samples = { kind: "samples", values: [[0], [1], [4]] };
    const before = eiDocument({ input: samples, duration: 0.03 });
    expect(setDuration(before, 0.05).input).toEqual({
      kind: "samples",
      values: [[0], [1], [4], [4], [4]],
    });
    expect(setDuration(before, 0.02).input).toEqual({ kind: "samples", values: [[0], [1]] });
    const finer = setTimeStep(before, 0.005).input;
    expect(finer.kind === "samples" && finer.values.map(([x]) => x)).toEqual([
      0, 0.5, 1, 2.5, 4, 4,
    ]);
    expect(setEngine(before, "event").input).toEqual({
      kind: "piecewise-linear",
      points: [
        [0, [0]],
        [0.01, [1]],
        [0.02, [4]],
      ],
    });
  });

  it("gives pulses and exponential synapses times, and keeps them from one to the other", () => {
    const pulse = setSynapseKind(clock(), "pulse");
    expect(pulse.dynamics.synapse).toEqual({ kind: "pulse", width: { E: 0.25, I: 0.25 } });
    const given = clock({ synapse: { kind: "exponential", tau: { E: 1, I: 2 } } });
    expect(setSynapseKind(given, "pulse").dynamics.synapse).toEqual({
      kind: "pulse",
      width: { E: 1, I: 2 },
    });
    expect(setSynapseKind(pulse, "exponential").dynamics.synapse).toEqual({
      kind: "exponential",
      tau: { E: 0.25, I: 0.25 },
    });
    expect(setSynapseKind(given, "delta").dynamics.synapse).toEqual({ kind: "delta" });
  });

  it("clamps overshoots again when the pulses of a single population end", () => {
    const pulse = setSynapseKind(tangentDocument(), "pulse");
    expect(pulse.dynamics.overshoot).toBe("keep");
    expect(setSynapseKind(pulse, "delta").dynamics.overshoot).toBe("clamp");
  });

  it("moves synaptic times, delays and refractory times to what the step can carry", () => {
    const coarse = setTimeStep(clock({ synapse: { kind: "pulse", width: 0.1 } }), 0.5);
    expect(coarse.dynamics.synapse).toEqual({ kind: "pulse", width: { E: 0.5, I: 0.5 } });
    const slow = setTimeStep(
      clock({ synapse: { kind: "exponential", tau: 900 }, delay: 900, refractory: 900 }),
      1e-4,
    );
    expect(slow.dynamics.synapse).toEqual({ kind: "exponential", tau: { E: 100, I: 100 } });
    expect([slow.dynamics.delay, slow.dynamics.refractory]).toEqual([
      { E: 100, I: 100 },
      { E: 100, I: 100 },
    ]);
  });

  it("has no time step to change with the event engine", () => {
    const event = eiDocument({ dynamics: { engine: "event" } });
    expect(setTimeStep(event, 0.1)).toBe(event);
  });

  it.each(["clock", "event", "bridge", "rate"] as const)(
    "leaves a valid document with the %s engine",
    (engine) => {
      const rich = eiDocument({
        dynamics: {
          engine: "clock",
          dt: 0.01,
          synapse: { kind: "pulse", width: 1 },
          refractory: 1,
          delay: 1,
          noise: { sigma: 0.1 },
        },
        duration: 0.02,
        input: { kind: "samples", values: [[0], [1]] },
      });
      const rates = eiDocument({
        dynamics: {
          ...{ engine: "rate", dt: 0.01, beta: 3 },
          ...{ rateRule: "latent", tauS: 1, integrator: "exponential-euler" },
        },
        initial: { kind: "rates", rates: { E: [0.1, 0.2], I: [0.1, 0.2, 0.3] } },
      });
      const event = eiDocument({ dynamics: { engine: "event" }, duration: 1e9 });
      for (const before of [rich, rates, event]) {
        const after = setEngine(before, engine);
        expect(after.dynamics.engine).toBe(engine);
        expect(isValid(after)).toBe(true);
      }
    },
  );

  it("begins with the step that suits the engine", () => {
    const exact = eiDocument({ dynamics: { engine: "event" } });
    expect(setEngine(exact, "bridge").dynamics.dt).toBe(0.05);
    expect(setEngine(exact, "rate").dynamics.dt).toBe(0.01);
    expect(setEngine(clock({ dt: 0.002 }), "bridge").dynamics.dt).toBe(0.05);
    expect(setEngine(clock({ dt: 0.002 }), "rate").dynamics.dt).toBe(0.002);
    expect(setEngine(exact, "event")).toBe(exact);
  });

  it("begins with a step of the clock that loses no spikes, of one digit", () => {
    const step = (decoder: number): number | null =>
      setEngine(documentOf({ ...crossingFile(decoder), dynamics: { engine: "event" } }), "clock")
        .dynamics.dt;
    // At the crossing yE = |yI| = 1, so that 2 / D spikes are needed in a tau.
    expect([step(0.5), step(0.1), step(0.03), step(1e-9)]).toEqual([0.01, 0.005, 0.001, 1e-5]);
  });

  it("gives way to the clock when synapses ask for a step", () => {
    const exact = eiDocument({ dynamics: { engine: "event", minGap: 0.5 } });
    const pulse = setSynapseKind(exact, "pulse");
    expect(pulse.dynamics).toMatchObject({
      engine: "clock",
      minGap: 0,
      overshoot: "keep",
      synapse: { kind: "pulse", width: { E: 0.25, I: 0.25 } },
    });
    expect(isValid(pulse)).toBe(true);
    expect(setSynapseKind(pulse, "delta").dynamics.engine).toBe("clock");
  });

  it("gives a rate network a rule, a steepness and a synaptic time to begin with", () => {
    expect(setEngine(eiDocument(), "rate").dynamics).toMatchObject({
      rateRule: "latent",
      beta: { E: 10, I: 10 },
      tauS: { E: 0.1, I: 0.1 },
    });
  });

  it("changes the rule of a rate network with what it needs, and back", () => {
    const latent = setEngine(eiDocument(), "rate");
    expect(setRateRule(latent, "latent")).toBe(latent);
    const exponential = setIntegrator(latent, "exponential-euler");
    expect(exponential.dynamics.integrator).toBe("exponential-euler");
    expect(setIntegrator(exponential, "exponential-euler")).toBe(exponential);
    expect(setIntegrator(exponential, "runge-kutta")).toEqual(latent);
    const reference = setRateRule(exponential, "reference");
    expect(reference.dynamics).toMatchObject({ rateRule: "reference", tauS: null });
    expect(reference.dynamics).not.toHaveProperty("integrator");
    expect(isValid(reference)).toBe(true);
    expect(setRateRule(reference, "latent")).toEqual(latent);
  });
});
