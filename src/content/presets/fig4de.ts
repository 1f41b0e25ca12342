import { experimentFrom } from "../experimentFrom.ts";
import type { Preset } from "../types.ts";

/** One E and one I neuron: the smallest network with a crossing. */
export const fig4de: Preset = {
  id: "fig-4de",
  title: "One excitatory and one inhibitory neuron",
  figure: "4d, e",
  experiment: experimentFrom({
    name: "Figure 4d, e: one E and one I neuron",
    network: {
      kind: "explicit",
      inputs: 1,
      populations: [
        {
          id: "E",
          type: "excitatory",
          feedforward: [[2]],
          encoders: { E: [1], I: [1] },
          thresholds: [1],
          decoders: [0.62],
        },
        {
          id: "I",
          type: "inhibitory",
          feedforward: [[1]],
          encoders: { E: [1.5], I: [1] },
          thresholds: [1],
          decoders: [-1],
        },
      ],
    },
    input: {
      kind: "piecewise-linear",
      points: [
        [0, [0]],
        [0.5, [0]],
        [0.5, [1]],
      ],
    },
    dynamics: { engine: "clock", dt: 0.005 },
    duration: 6,
    record: { latentsEvery: 0.05 },
  }),
  view: {
    time: 6,
    ranges: { x: [-0.5, 1.5], E: [0, 4], I: [0, 6] },
  },
  text: {
    look: "The input steps from 0 to 1 and the two lines now cross at (2, 3). The activity leaks towards zero until it meets a line, and a spike throws it back: first E, then I, round and round the crossing.",
    tries: [
      "Make the excitatory decoder smaller: the loop around the crossing shrinks.",
      "Turn the inhibitory line until it is flatter than the excitatory one: the crossing loses its stability.",
      "Step from spike to spike on the time strip and follow the loop in the slice.",
    ],
  },
  source: "Podlaski & Machens 2024, figure 4d, e; parameters from the authors' script.",
};
