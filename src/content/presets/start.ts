import { experimentFrom } from "../experimentFrom.ts";
import type { Preset } from "../types.ts";

/** The first thing that a visitor sees: two curved boundaries, an arch where they cross, and a state that rides on it. */
export const start: Preset = {
  id: "start",
  title: "Start here: two populations, one curve",
  figure: null,
  experiment: experimentFrom({
    name: "Two populations, one curve",
    network: {
      kind: "tangent",
      inputs: 1,
      populations: [
        {
          id: "E",
          type: "excitatory",
          boundary: {
            of: "I",
            terms: [
              { variable: "x", shape: { kind: "quadratic", a: 0.3, b: 0.25, c: 0 } },
              { variable: "E", shape: { kind: "quadratic", a: 0.05, b: 0.2, c: 1.7 } },
            ],
          },
          tangents: [
            { variable: "x", from: -1.75, to: 1.75, count: 6 },
            { variable: "E", from: 0.5, to: 2.5, count: 2 },
          ],
          decoder: 0.1,
        },
        {
          id: "I",
          type: "inhibitory",
          boundary: {
            of: "I",
            terms: [
              { variable: "x", shape: { kind: "quadratic", a: 0.7, b: 0.25, c: 0 } },
              { variable: "E", shape: { kind: "quadratic", a: 0.12, b: 0.75, c: 0.2 } },
            ],
          },
          tangents: [
            { variable: "x", from: -1.75, to: 1.75, count: 6 },
            { variable: "E", from: 0.5, to: 2.5, count: 2 },
          ],
          decoder: -0.16,
        },
      ],
    },
    input: { kind: "sine", offset: [0], amplitude: [1.6], period: 20, phase: 0.75 },
    dynamics: { engine: "event" },
    duration: 30,
    window: { from: 2, to: 30 },
  }),
  view: {
    time: 12,
    timeRange: null,
    ranges: { x: [-2, 2], E: [0, 4], I: [0, 6] },
    camera: { preset: "free", azimuth: 240, elevation: 24, zoom: 1 },
  },
  text: {
    look: "Each straight line in the slice is the threshold of one neuron; together the red ones bound the excitatory and the blue ones the inhibitory activity. The spiking state rides along the curve where the two surfaces cross, so the network computes that curve from its input x.",
    tries: [
      "Take hold of a red or blue line in the slice and drag it: the surfaces, the spikes and the readout answer at once.",
      "Drag the x-plane in the 3-D view to go to another moment of the input.",
      "Select a neuron and make its decoder larger: each of its spikes now takes a bigger jump.",
    ],
  },
  source: "Made for this explorer after Podlaski & Machens 2024, section 2.6.",
};
