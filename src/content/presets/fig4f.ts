import { experimentFrom } from "../experimentFrom.ts";
import type { Preset } from "../types.ts";

const TANGENTS = [{ variable: "E", from: 0, to: 5, count: 10 }];

/** Ten E and ten I neurons, tangent to two parabolas. */
export const fig4f: Preset = {
  id: "fig-4f",
  title: "Curved boundaries from ten neurons each",
  figure: "4f",
  experiment: experimentFrom({
    name: "Figure 4f: curved boundaries from ten neurons each",
    network: {
      kind: "tangent",
      inputs: 1,
      populations: [
        {
          id: "E",
          type: "excitatory",
          boundary: {
            of: "I",
            terms: [{ variable: "E", shape: { kind: "quadratic", a: 0.15, b: 0, c: 2.5 } }],
          },
          tangents: TANGENTS,
          decoder: 1.225,
        },
        {
          id: "I",
          type: "inhibitory",
          boundary: {
            of: "I",
            terms: [{ variable: "E", shape: { kind: "quadratic", a: 0.24, b: 0, c: 1.75 } }],
          },
          tangents: TANGENTS,
          decoder: -1.8,
        },
      ],
    },
    input: { kind: "piecewise-linear", points: [[0, [0]]] },
    dynamics: { engine: "clock", dt: 0.005 },
    duration: 6,
    record: { latentsEvery: 0.05 },
    window: { from: 5, to: 6 },
  }),
  view: {
    time: 6,
    ranges: { x: [-1, 1], E: [0, 5], I: [0, 7.5] },
  },
  text: {
    look: "Ten straight lines make one curved boundary for each population. The lines that cross are those of E 6 and I 6, yet E 5 and I 7 take turns: the jumps are so large that the state lands elsewhere.",
    tries: [
      "Make all decoders smaller, with the whole population selected, until the neurons at the crossing do the work.",
      "Move one threshold line out of the way: its neighbours take over its part of the boundary.",
      "Scrub the playhead from the start and watch the state climb to the crossing.",
    ],
  },
  source: "Podlaski & Machens 2024, figure 4f; parameters from the authors' script.",
};
