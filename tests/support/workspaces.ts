import type { ExperimentDoc, ViewState, Workspace } from "#document";
import type { Preferences } from "#store";

export const preferences: Preferences = {
  theme: "auto",
  projector: false,
  inspectorOpen: true,
  stageTab: "space",
  stripTab: "time",
};

/** Two hand-made neurons in E and three in I; a plain, valid document. */
export const experiment: ExperimentDoc = {
  format: "latent-boundaries/experiment",
  version: 1,
  name: "five neurons",
  network: {
    kind: "explicit",
    inputs: 1,
    populations: [
      {
        id: "E",
        type: "excitatory",
        latents: ["E"],
        feedforward: [[0.4], [0.5]],
        encoders: { E: [1, 1.2], I: [1, 1] },
        thresholds: [1, 1.2],
        decoders: [[0.5], [0.5]],
        crossDecoders: {},
        selfReset: [0, 0],
      },
      {
        id: "I",
        type: "inhibitory",
        latents: ["I"],
        feedforward: [[0.1], [0.2], [-0.3]],
        encoders: { E: [1, 1.5, 2], I: [1, 1, 1] },
        thresholds: [-1, -0.5, 0.25],
        decoders: [[-0.5], [-0.5], [-0.4]],
        crossDecoders: {},
        selfReset: [0, 0, 0],
      },
    ],
  },
  input: {
    kind: "piecewise-linear",
    points: [
      [0, [-1]],
      [5, [1]],
    ],
  },
  dynamics: {
    engine: "clock",
    dt: 0.01,
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
  seed: 7,
  record: { latentsEvery: 0.1, voltages: {} },
  window: { from: 0, to: 10 },
  annotations: [],
};

export const view: ViewState = {
  lab: "ei",
  preset: null,
  mode: "protocol",
  time: 2.5,
  timeRange: [1, 4],
  timeUnit: "ms",
  speed: 2,
  liveInput: [0.25],
  liveCurrent: { E: 0, I: 0.5 },
  selection: [{ population: "I", index: 2 }],
  camera: { preset: "E", azimuth: 12.5, elevation: -7, zoom: 1.25 },
  ranges: { x: [-1, 1], E: [0, 4], I: [0, 6] },
  show: {
    regions: true,
    flow: false,
    trajectory: true,
    lines: true,
    cutSurfaces: false,
    traces: "currents",
  },
};

export const workspace: Workspace = { experiment, view };

/** Another document: the seed is the plainest thing to change. */
export function withSeed(seed: number): (experiment: ExperimentDoc) => ExperimentDoc {
  return (document) => ({ ...document, seed });
}
