import { describe, expect, it } from "vitest";
import { createEngine, findRunFault, type SimulationSpec } from "#engines";
import { createTestNetwork, createTestSpec } from "../../support/simulationSpecs.ts";

const inhibitory = {
  type: "inhibitory",
  feedforward: [1],
  encoders: [[1]],
  thresholds: [1],
  decoders: [-1],
} as const;
const spec = createTestSpec(createTestNetwork(inhibitory), { engine: "bridge" });
const excitatory = createTestNetwork({ ...inhibitory, type: "excitatory", decoders: [1] });

const faults: readonly (readonly [string, Partial<SimulationSpec>, string])[] = [
  [
    "pulses",
    { synapse: { kind: "pulse", widths: [1] } },
    "The bridge engine has delta synapses alone, not pulse ones; use the clock engine.",
  ],
  [
    "exponential synapses",
    { synapse: { kind: "exponential", taus: [1] } },
    "not exponential ones; use the clock engine.",
  ],
  [
    "initial rates",
    { initial: { kind: "rates", rates: new Float64Array(1) } },
    "the bridge engine takes voltages or latents.",
  ],
  [
    "the generator of seeded clock runs",
    { noise: { ...spec.noise, generator: "mt19937" } },
    'use "fast", or the clock engine.',
  ],
  [
    "a delay of neurons that do not lower themselves",
    { network: excitatory, delay: [0.5] },
    'Neuron 0 of population "P0" would fire without end before its spike has passed the axonal delay of 0.5',
  ],
  ["a step of 0", { dt: 0 }, "dt is 0, it must be above 0 and at most 1 tau."],
];

describe("the bridge engine", () => {
  it.each(faults)("refuses %s in a sentence", (_, changes, sentence) => {
    expect(findRunFault({ ...spec, ...changes })).toContain(sentence);
    expect(() => createEngine({ ...spec, ...changes })).toThrow(sentence);
  });

  it.each([
    ["noise", { noise: { ...spec.noise, sigma: [0.2] } }],
    ["no noise at all", {}],
    ["a delay of neurons that lower themselves", { delay: [0.5] }],
    ["a delay of others that must rest", { network: excitatory, delay: [0.5], refractory: [1] }],
  ] as const)("carries %s", (_, changes) => {
    expect(findRunFault({ ...spec, ...changes })).toBeNull();
  });
});
