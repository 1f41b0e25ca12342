import type { Workspace } from "#document";

/**
 * What a link of version 1 is the difference from: neurons tangent to the boundaries of Podlaski & Machens 2024,
 * figure 4a-c, six by six a population, in the view that the lab opens with. Frozen: an edit here changes what old
 * links mean. A new field of the document needs none, as its reader fills it in; another base is another version.
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
            of: "E",
            terms: [
              { variable: "I", shape: { kind: "quadratic", a: -0.45, b: 3.6, c: -3.2 } },
              { variable: "x", shape: { kind: "quadratic", a: -0.5, b: 0, c: 0 } },
            ],
          },
          tangents: [
            { variable: "x", from: -4 / 3, to: 4 / 3, count: 6 },
            { variable: "I", from: 1, to: 4, count: 6 },
          ],
          copies: 1,
          decoder: 0.15,
          selfReset: 0,
        },
        {
          id: "I",
          type: "inhibitory",
          boundary: {
            of: "I",
            terms: [
              { variable: "E", shape: { kind: "quadratic", a: 0.5, b: -0.6, c: 0.38 } },
              { variable: "x", shape: { kind: "quadratic", a: 0.75, b: 0, c: 0 } },
            ],
          },
          tangents: [
            { variable: "x", from: -4 / 3, to: 4 / 3, count: 6 },
            { variable: "E", from: 0.6, to: 3.4, count: 6 },
          ],
          copies: 1,
          decoder: -0.15,
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
    duration: 20,
    seed: 0,
    record: { latentsEvery: 0.1, voltages: {} },
    window: { from: 0, to: 20 },
    annotations: [],
  },
  view: {
    lab: "ei",
    preset: null,
    mode: "protocol",
    time: 20,
    timeRange: null,
    timeUnit: "tau",
    speed: 2,
    liveInput: [0],
    liveCurrent: { E: 0, I: 0 },
    selection: [],
    camera: { preset: "free", azimuth: 35, elevation: 20, zoom: 1 },
    ranges: { x: [-2, 2], E: [0, 4], I: [0, 6] },
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
