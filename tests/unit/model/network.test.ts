import { describe, expect, it } from "vitest";
import { createNetwork, findDaleFault, type NetworkParts } from "#model";

const parts: NetworkParts = {
  inputs: 1,
  latents: [
    { name: "E", writer: 0, kind: "readout" },
    { name: "I", writer: 1, kind: "readout" },
  ],
  populations: [
    { id: "E", type: "excitatory", start: 0, count: 1, latents: [0] },
    { id: "I", type: "inhibitory", start: 1, count: 2, latents: [1] },
  ],
  feedforward: Float64Array.of(1, 2, 3),
  encoders: Float64Array.of(1, 1, 1, 1, 1, 1),
  decoders: Float64Array.of(1, 0, 0, -1, 0, -2),
  thresholds: Float64Array.of(0, 0, 0),
  selfResets: Float64Array.of(0, 0, 0),
};

describe("createNetwork", () => {
  it("counts neurons and knows the population of each", () => {
    const network = createNetwork(parts);
    expect(network.neurons).toBe(3);
    expect([...network.populationOf]).toEqual([0, 1, 1]);
    expect(findDaleFault(network)).toBeNull();
  });

  it("refuses arrays of a wrong length and numbers that are not finite", () => {
    expect(() => createNetwork({ ...parts, encoders: new Float64Array(5) })).toThrow(
      "encoders has 5 numbers, needs 6.",
    );
    const thresholds = Float64Array.of(0, Number.NaN, 0);
    expect(() => createNetwork({ ...parts, thresholds })).toThrow("thresholds holds a number");
  });

  it("refuses populations that are empty, leave gaps or do not cover all neurons", () => {
    const [E, I] = parts.populations;
    if (E === undefined || I === undefined) throw new Error("Both populations are above.");
    const build =
      (...populations: NetworkParts["populations"]) =>
      () =>
        createNetwork({ ...parts, populations });
    expect(build({ ...E, count: 0 }, I)).toThrow('Population "E" has no neurons.');
    expect(build(E, { ...I, start: 2 })).toThrow('Population "I" must start at 1.');
    expect(build(E)).toThrow("Populations cover 1 neurons, thresholds 3.");
  });

  it("refuses encoders and decoders that break Dale's law, in words", () => {
    const faulty = (change: Partial<NetworkParts>) => () => createNetwork({ ...parts, ...change });
    expect(faulty({ encoders: Float64Array.of(1, 1, 1, -0.5, 1, 1) })).toThrow(
      'The encoder -0.5 of neuron 0 of inhibitory population "I" must be 0 or more.',
    );
    expect(faulty({ decoders: Float64Array.of(-1, 0, 0, -1, 0, -1) })).toThrow(
      'The decoder -1 of neuron 0 of excitatory population "E" must be 0 or more (Dale\'s law).',
    );
    expect(faulty({ decoders: Float64Array.of(1, 0, 0, -1, 0, 2) })).toThrow(
      'The decoder 2 of neuron 1 of inhibitory population "I" must be 0 or less (Dale\'s law).',
    );
  });

  it("lets an unconstrained population have any sign", () => {
    const populations = [
      { id: "A", type: "unconstrained", start: 0, count: 3, latents: [0, 1] },
    ] as const;
    const decoders = Float64Array.of(-1, 2, 3, -4, 5, -6);
    expect(createNetwork({ ...parts, populations, decoders }).neurons).toBe(3);
  });
});
