import { experimentFrom } from "../experimentFrom.ts";
import type { Preset } from "../types.ts";

/** Three E and three I neurons whose crossing draws a saw over x. */
export const fig5cd: Preset = {
  id: "fig-5cd",
  title: "Six neurons draw a saw",
  figure: "5c, d",
  experiment: experimentFrom({
    name: "Figure 5c, d: six neurons draw a saw",
    network: {
      kind: "explicit",
      inputs: 1,
      populations: [
        {
          id: "E",
          type: "excitatory",
          feedforward: [[0.4], [1.2], [2.8]],
          encoders: { E: [0.3, 0.3, 0.3], I: [1, 1, 1] },
          thresholds: [-0.535, 1.025, 10.545],
          decoders: [0.7875, 0.80625, 0.76875],
        },
        {
          id: "I",
          type: "inhibitory",
          feedforward: [[0.4], [2], [3.6]],
          encoders: { E: [0.9, 0.9, 0.9], I: [1, 1, 1] },
          thresholds: [1.135, 7.455, 20.175],
          decoders: [-0.675, -1.125, -1.875],
        },
      ],
    },
    input: {
      kind: "piecewise-linear",
      points: [
        [0, [-2.5]],
        [24.995, [10]],
      ],
    },
    dynamics: { engine: "clock", dt: 0.005 },
    duration: 25,
    record: { latentsEvery: 0.05 },
    window: { from: 5, to: 25 },
  }),
  view: {
    time: 15,
    camera: { preset: "free", azimuth: 240, elevation: 20, zoom: 1 },
    ranges: { x: [0, 10], E: [0, 10], I: [0, 20] },
  },
  text: {
    look: "Both boundaries are folded at different values of x, so the curve along which they cross goes up and down like a saw. The excitatory readout follows it, although every single neuron only knows one plane.",
    tries: [
      "Drag the threshold of the middle excitatory neuron: one tooth of the saw grows or shrinks.",
      "Make the decoders smaller: the readout follows the saw more closely, with more spikes.",
      "Open the (x, yE) view and compare the achieved output with the crossing curve.",
    ],
  },
  source:
    "Podlaski & Machens 2024, figure 5c, d; parameters from the authors' script, the first 5 tau are start-up.",
};
