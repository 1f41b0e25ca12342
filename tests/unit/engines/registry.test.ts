import { describe, expect, it } from "vitest";
import {
  availableEngines,
  createEngine,
  findRunFault,
  isEngineAvailable,
  type SimulationSpec,
} from "#engines";
import { createTestNetwork, createTestSpec } from "../../support/simulationSpecs.ts";

const network = createTestNetwork({
  type: "inhibitory",
  feedforward: [1],
  encoders: [[1]],
  thresholds: [1],
  decoders: [-1],
});
const spec = createTestSpec(network);
const rateSpec: SimulationSpec = {
  ...spec,
  engine: "rate",
  rate: { rule: "reference", beta: [5], tauS: [0], integrator: "runge-kutta" },
};

describe("the registry", () => {
  it("knows every engine", () => {
    expect(availableEngines).toEqual(["event", "bridge", "clock", "rate"]);
    for (const engine of ["event", "bridge", "clock"] as const) {
      expect(isEngineAvailable(engine)).toBe(true);
      expect(findRunFault({ ...spec, engine })).toBeNull();
    }
    expect(findRunFault(rateSpec)).toBeNull();
  });
});

describe("a run that no engine can carry", () => {
  const faults: readonly (readonly [string, SimulationSpec, string])[] = [
    ["a dt of 0", { ...spec, dt: 0 }, "dt is 0, it must be above 0 and at most 1 tau."],
    ["a dt above 1", { ...spec, dt: 1.5 }, "dt is 1.5, it must be above 0 and at most 1 tau."],
    ["a dt that is no number", { ...spec, dt: Number.NaN }, "dt is NaN"],
    [
      "initial rates of spiking neurons",
      { ...spec, initial: { kind: "rates", rates: new Float64Array(1) } },
      "Initial rates belong to the rate engine",
    ],
    [
      "a synapse faster than the step",
      { ...spec, synapse: { kind: "exponential", taus: [0.001] } },
      "The synaptic time constant 0.001 is shorter than dt 0.01",
    ],
    ["rates without beta", { ...rateSpec, rate: null }, "The rate engine needs beta"],
    [
      "latent rates without a synaptic time constant",
      {
        ...rateSpec,
        rate: { rule: "latent", beta: [5], tauS: [0], integrator: "runge-kutta" },
      },
      "needs tauS above 0",
    ],
    [
      "noisy rates",
      { ...rateSpec, noise: { ...spec.noise, sigma: [0.1] } },
      "The rate engine cannot carry noise; the clock engine can.",
    ],
    [
      "rates with pulses",
      { ...rateSpec, synapse: { kind: "pulse", widths: [1] } },
      "cannot carry square-pulse or exponential synapses",
    ],
    ["refractory rates", { ...rateSpec, refractory: [1] }, "cannot carry a refractory time"],
  ];

  it.each(faults)("is refused in a sentence: %s", (_, fault, sentence) => {
    expect(findRunFault(fault)).toContain(sentence);
    expect(() => createEngine(fault)).toThrow(sentence);
  });

  it("is not one with a synapse as long as the step", () => {
    expect(findRunFault({ ...spec, synapse: { kind: "exponential", taus: [0.01] } })).toBeNull();
  });
});
