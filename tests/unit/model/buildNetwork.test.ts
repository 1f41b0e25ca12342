import { describe, expect, it } from "vitest";
import { buildNetwork, type NeuronGroup } from "#model";

const E: NeuronGroup = {
  id: "E",
  type: "excitatory",
  latents: ["E"],
  feedforward: [[1], [2]],
  encoders: { E: [0.1, 0.2], I: [0.3, 0.4] },
  thresholds: [5, 6],
  decoders: [[1], [2]],
  crossDecoders: {},
  selfReset: [0, 0.5],
};
const I: NeuronGroup = {
  id: "I",
  type: "inhibitory",
  latents: ["I"],
  feedforward: [[3]],
  encoders: { E: [0.7] },
  thresholds: [7],
  decoders: [[-4]],
  crossDecoders: {},
  selfReset: [0.25],
};

describe("buildNetwork", () => {
  it("lays out populations and latents in order, zero where nothing is read or written", () => {
    const network = buildNetwork({ inputs: 1, groups: [E, I] });
    expect(network.latents).toEqual([
      { name: "E", writer: 0, kind: "readout" },
      { name: "I", writer: 1, kind: "readout" },
    ]);
    expect(network.populations[1]).toEqual({
      id: "I",
      type: "inhibitory",
      start: 2,
      count: 1,
      latents: [1],
    });
    expect([...network.encoders]).toEqual([0.1, 0.3, 0.2, 0.4, 0.7, 0]);
    expect([...network.decoders]).toEqual([1, 0, 2, 0, 0, -4]);
    expect([...network.feedforward]).toEqual([1, 2, 3]);
    expect([...network.thresholds]).toEqual([5, 6, 7]);
    expect([...network.selfResets]).toEqual([0, 0.5, 0.25]);
  });

  it("gives a reader with cross-decoders its own latent in place of the readout", () => {
    const groups = [{ ...E, crossDecoders: { I: [[8], [9]] } }, I];
    const network = buildNetwork({ inputs: 1, groups });
    expect(network.latents[2]).toEqual({ name: "E->I", writer: 0, kind: "cross" });
    expect([...network.encoders]).toEqual([0.1, 0.3, 0, 0.2, 0.4, 0, 0, 0, 0.7]);
    expect([...network.decoders]).toEqual([1, 0, 8, 2, 0, 9, 0, -4, 0]);
    expect(network.populations[0]?.latents).toEqual([0]);
  });

  it("names what does not fit", () => {
    const build = (group: NeuronGroup) => () => buildNetwork({ inputs: 1, groups: [group, I] });
    expect(build({ ...E, feedforward: [[1]] })).toThrow('Neuron 1 of "E" needs 1 feedforward');
    expect(build({ ...E, decoders: [[1]] })).toThrow("decoders holds a number that is not finite");
    expect(build({ ...E, selfReset: [] })).toThrow("selfResets holds");
    expect(build({ ...E, encoders: { E: [1] } })).toThrow("encoders holds");
    expect(build({ ...E, crossDecoders: { X: [[1], [1]] } })).toThrow('unknown population "X"');
    expect(build({ ...E, crossDecoders: { I: [[1]] } })).toThrow("decoders holds");
    expect(build({ ...E, decoders: [[-1], [1]] })).toThrow("Dale's law");
  });
});
