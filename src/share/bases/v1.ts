import type { Workspace } from "#document";

/**
 * What a link of version 1 is the difference from: ten E and ten I neurons tangent to the boundaries of Podlaski &
 * Machens 2024, figure 4f, in the view that the lab opens with. Frozen: an edit here changes what old links mean.
 * A new field of the document needs no edit, as its reader fills it in; another base is another version.
 */
export const BASE_V1: Workspace = {
  experiment: {
    format: "latent-boundaries/experiment",
    version: 1,
    name: "",
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
          tangents: [{ variable: "E", from: 0, to: 5, count: 10 }],
          copies: 1,
          decoder: 1.225,
          selfReset: 0,
        },
        {
          id: "I",
          type: "inhibitory",
          boundary: {
            of: "I",
            terms: [{ variable: "E", shape: { kind: "quadratic", a: 0.24, b: 0, c: 1.75 } }],
          },
          tangents: [{ variable: "E", from: 0, to: 5, count: 10 }],
          copies: 1,
          decoder: -1.8,
          selfReset: 0,
        },
      ],
      overrides: {},
    },
    input: { kind: "piecewise-linear", points: [[0, [0]]] },
    dynamics: {
      engine: "clock",
      dt: 0.005,
      minGap: 0,
      synapse: { kind: "delta" },
      overshoot: "keep",
      refractory: { E: 0, I: 0 },
      delay: { E: 0, I: 0 },
      noise: { sigma: { E: 0, I: 0 }, generator: "fast", skip: 0, start: "zero" },
      rateRule: "reference",
      beta: null,
      tauS: null,
    },
    currents: [],
    initial: { kind: "rest" },
    duration: 10,
    seed: 0,
    record: { latentsEvery: 0.1, voltages: {} },
    window: { from: 0, to: 10 },
    annotations: [],
  },
  view: {
    lab: "ei",
    preset: null,
    mode: "protocol",
    time: 10,
    timeRange: null,
    timeUnit: "tau",
    speed: 2,
    liveInput: [0],
    liveCurrent: { E: 0, I: 0 },
    selection: [],
    camera: { preset: "free", azimuth: 35, elevation: 20, zoom: 1 },
    ranges: { x: [-1, 1], E: [0, 5], I: [0, 6] },
    show: {
      regions: true,
      flow: true,
      trajectory: true,
      lines: true,
      cutSurfaces: true,
      traces: "none",
    },
  },
};
