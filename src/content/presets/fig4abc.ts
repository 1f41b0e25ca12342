import { experimentFrom } from "../experimentFrom.ts";
import type { Preset } from "../types.ts";

/** Slice that the published panels show. */
const SLICE = 0.8;

/** Published E boundary at the slice: yE = -0.45 (|yI| - 4)^2 - 0.5 x^2 + 4. */
function excitatoryAt(inhibition: number): number {
  return -0.45 * (inhibition - 4) ** 2 - 0.5 * SLICE ** 2 + 4;
}

/** Published I boundary at the slice: |yI| = 0.5 (yE - 0.6)^2 + 0.75 x^2 + 0.2. */
function inhibitoryAt(excitation: number): number {
  return 0.5 * (excitation - 0.6) ** 2 + 0.75 * SLICE ** 2 + 0.2;
}

/** 21 points of a curve, to six digits after the point: a link then holds it in a few bytes. */
function sample(
  [from, to]: readonly [number, number],
  point: (at: number) => readonly [number, number],
): readonly (readonly number[])[] {
  const positions = Array.from({ length: 21 }, (_, index) => from + ((to - from) * index) / 20);
  return positions.map((at) => point(at).map((value) => Number(value.toFixed(6))));
}

/** Two curved boundaries and the two points where their published formulas cross. */
export const fig4abc: Preset = {
  id: "fig-4abc",
  title: "Two boundaries and where they cross",
  figure: "4a-c",
  experiment: experimentFrom({
    name: "Figure 4a-c: two boundaries and where they cross",
    network: {
      kind: "tangent",
      inputs: 1,
      populations: [
        {
          id: "E",
          type: "excitatory",
          boundary: {
            of: "E",
            terms: [
              { variable: "I", shape: { kind: "quadratic", a: -0.45, b: 3.6, c: -3.2 } },
              { variable: "x", shape: { kind: "quadratic", a: -0.5 } },
            ],
          },
          // Tangents beyond |yI| = 4 would need inhibition that excites: Dale's law forbids them.
          tangents: [
            { variable: "x", from: -4 / 3, to: 4 / 3, count: 6 },
            { variable: "I", from: 1, to: 4, count: 6 },
          ],
          decoder: 0.15,
        },
        {
          id: "I",
          type: "inhibitory",
          boundary: {
            of: "I",
            terms: [
              { variable: "E", shape: { kind: "quadratic", a: 0.5, b: -0.6, c: 0.38 } },
              { variable: "x", shape: { kind: "quadratic", a: 0.75 } },
            ],
          },
          tangents: [
            { variable: "x", from: -4 / 3, to: 4 / 3, count: 6 },
            { variable: "E", from: 0.6, to: 3.4, count: 6 },
          ],
          decoder: -0.15,
        },
      ],
    },
    input: {
      kind: "piecewise-linear",
      points: [
        [0, [SLICE]],
        [6, [SLICE]],
        [13, [-1.2]],
        [20, [SLICE]],
      ],
    },
    dynamics: { engine: "clock", dt: 0.005 },
    duration: 20,
    // Before that the state climbs from nothing to the crossing.
    window: { from: 4, to: 20 },
    annotations: [
      {
        label: "forbidden branch",
        style: "dotted",
        tone: "E",
        x: SLICE,
        points: sample([4, 6], (inhibition) => [excitatoryAt(inhibition), inhibition]),
      },
      {
        label: "forbidden branch",
        style: "dotted",
        tone: "I",
        x: SLICE,
        points: sample([0, 0.6], (excitation) => [excitation, inhibitoryAt(excitation)]),
      },
      {
        label: "published, but forbidden by Dale's law",
        style: "point",
        tone: "neutral",
        x: SLICE,
        points: [[3.444, 4.724]],
      },
    ],
  }),
  view: {
    time: 6,
    timeRange: null,
    camera: { preset: "free", azimuth: 320, elevation: 10, zoom: 1 },
    ranges: { x: [-2, 2], E: [0, 4.4], I: [0, 6.4] },
  },
  text: {
    look: "Each population keeps the activity on its side of its own boundary, so the state settles where the two boundaries cross. At x = 0.8 that is near yE = 2.4 and |yI| = 2.3.",
    tries: [
      "Drag the x-plane in the 3-D view and watch the crossing move along its curve.",
      "Find the dotted branches: the published formulas go on there, but only a neuron that breaks Dale's law could be tangent to them.",
      "Drag one inhibitory threshold line in the slice and see which other lines take over the boundary.",
    ],
  },
  source:
    "Podlaski & Machens 2024, figure 4a-c and the authors' script. The figure shows surfaces without neurons: grids, decoders and input course are ours.",
};
