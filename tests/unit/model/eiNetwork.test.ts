import { describe, expect, it } from "vitest";
import { asEINetwork, buildNetwork, findNeuron, type NeuronGroup, neuronDrive } from "#model";
import { eiNetwork, figure4de } from "../../support/eiNetworks.ts";

const excitatory: NeuronGroup = {
  id: "E",
  type: "excitatory",
  latents: ["E"],
  feedforward: [[1], [2]],
  encoders: { E: [1, 1], I: [1, 1] },
  thresholds: [0, 0],
  decoders: [[1], [3]],
  crossDecoders: {},
  selfReset: [0, 0],
};
const inhibitory: NeuronGroup = {
  ...excitatory,
  id: "I",
  type: "inhibitory",
  latents: ["I"],
  encoders: { E: [0.5, 2], I: [1, 1] },
  decoders: [[-1], [-2]],
};

describe("asEINetwork", () => {
  it("reads weights, thresholds and magnitudes of decoders", () => {
    const ei = figure4de();
    expect(ei.E[0]).toMatchObject({ neuron: 0, readE: 1, readI: 1, threshold: 1, decoder: 0.62 });
    expect(ei.I[0]).toMatchObject({ neuron: 1, readE: 1.5, readI: 1, threshold: 1, decoder: 1 });
    expect([ei.latentE, ei.latentI]).toEqual([0, 1]);
  });

  it("does not mind the order of populations", () => {
    const ei = asEINetwork(buildNetwork({ inputs: 1, groups: [inhibitory, excitatory] }));
    expect(ei?.E.map(({ neuron }) => neuron)).toEqual([2, 3]);
    expect(ei?.latentE).toBe(1);
    expect(ei && findNeuron(ei, 3)?.decoder).toBe(3);
    expect(ei && findNeuron(ei, 1)?.decoder).toBe(2);
    expect(ei && findNeuron(ei, 4)).toBeNull();
  });

  it("weighs an encoder on a cross latent with alpha of eq. 3.12", () => {
    // D' = (2, 1), D = (1, 3): alpha = 5 / 10.
    const mistuned = { ...excitatory, crossDecoders: { I: [[2], [1]] } };
    const ei = asEINetwork(buildNetwork({ inputs: 1, groups: [mistuned, inhibitory] }));
    expect(ei?.I.map(({ readE }) => readE)).toEqual([0.25, 1]);
    expect(ei?.E.map(({ readE }) => readE)).toEqual([1, 1]);
  });

  it("counts a cross latent of a population without decoders as unread", () => {
    const mute = { ...excitatory, decoders: [[0], [0]], crossDecoders: { I: [[2], [1]] } };
    const ei = asEINetwork(buildNetwork({ inputs: 1, groups: [mute, inhibitory] }));
    expect(ei?.I.map(({ readE }) => readE)).toEqual([0, 0]);
  });

  it("is null for one population, for two of a kind and for two readouts", () => {
    const twice = {
      ...excitatory,
      latents: ["a", "b"],
      encoders: {},
      decoders: [
        [1, 1],
        [1, 1],
      ],
    };
    const networks = [
      [excitatory],
      [excitatory, { ...excitatory, id: "E2", latents: ["E2"] }],
      [twice, { ...inhibitory, encoders: {} }],
    ];
    for (const groups of networks) {
      expect(asEINetwork(buildNetwork({ inputs: 1, groups }))).toBeNull();
    }
  });
});

describe("neuronDrive", () => {
  it("writes out the inequality at a point", () => {
    const ei = figure4de();
    const [neuron] = ei.I;
    expect(neuron && neuronDrive(neuron, { x: 1, yE: 2, yI: 2.5 })).toEqual({
      feedforward: 1,
      excitation: 3,
      inhibition: 2.5,
      threshold: 1,
      excess: 0.5,
    });
  });

  it("takes several inputs", () => {
    const ei = eiNetwork(
      [{ F: [1, 2], readE: 0, readI: 1, T: 0 }],
      [{ F: [0, 0], readE: 1, readI: 1, T: 0 }],
    );
    const [neuron] = ei.E;
    expect(neuron && neuronDrive(neuron, { x: [3, 4], yE: 0, yI: 0 }).feedforward).toBe(11);
  });
});
