import { describe, expect, it } from "vitest";
import { type NeuronChange, replaceNeurons } from "#model";
import { figure5cd } from "../../support/eiNetworks.ts";

const { network } = figure5cd();

describe("replaceNeurons", () => {
  it("writes every given value of a neuron and leaves the others alone", () => {
    const changed = replaceNeurons(network, [
      {
        neuron: 4,
        feedforward: [9],
        encoders: { E: 0.5, I: 2 },
        threshold: 7,
        decoder: -3,
        selfReset: 0.1,
      },
    ]);
    expect(changed.feedforward[4]).toBe(9);
    expect([...changed.encoders.subarray(8, 10)]).toEqual([0.5, 2]);
    expect([...changed.decoders.subarray(8, 10)]).toEqual([0, -3]);
    expect([changed.thresholds[4], changed.selfResets[4]]).toEqual([7, 0.1]);
    for (const neuron of [0, 1, 2, 3, 5]) {
      expect(changed.thresholds[neuron]).toBe(network.thresholds[neuron]);
      expect(changed.feedforward[neuron]).toBe(network.feedforward[neuron]);
    }
    expect(network.thresholds[4]).toBe(7.455);
  });

  it("keeps what a change leaves out", () => {
    const changed = replaceNeurons(network, [{ neuron: 0, encoders: { E: 0.4 } }]);
    expect([...changed.encoders.subarray(0, 2)]).toEqual([0.4, 1]);
    expect(changed.decoders).toEqual(network.decoders);
    expect(changed.thresholds).toEqual(network.thresholds);
  });

  it("gives back the same network when there is nothing to change", () => {
    expect(replaceNeurons(network, [])).toBe(network);
  });

  it.each<[NeuronChange, RegExp]>([
    [{ neuron: 0, feedforward: [1, 2] }, /needs 1 feedforward/],
    [{ neuron: 0, encoders: { X: 1 } }, /no latent "X"/],
    [{ neuron: 0, encoders: { E: -1 } }, /neuron 0 of excitatory population "E" must be 0 or more/],
    [{ neuron: 4, decoder: 1 }, /neuron 1 of inhibitory population "I" must be 0 or less/],
    [{ neuron: 0, threshold: Number.NaN }, /not finite/],
    [{ neuron: 9, decoder: 1 }, /writes no latent/],
  ])("refuses %j", (change, sentence) => {
    expect(() => replaceNeurons(network, [change])).toThrow(sentence);
  });
});
