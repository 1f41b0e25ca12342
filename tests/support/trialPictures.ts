import type { SweepPicture, TrialsPicture } from "#plots";

/** A sweep of nine values in which the last one has no result yet and one could not be measured. */
export const sweep: SweepPicture = {
  x: { words: "Voltage noise (threshold units)", short: "Noise" },
  y: { words: "Spike-count variation, CV", short: "CV" },
  spacing: "linear",
  values: Array.from({ length: 9 }, (_, index) => index / 40),
  series: (["excitatory", "inhibitory"] as const).map((type, which) => ({
    type,
    label: type === "excitatory" ? "E 3" : "I 5",
    marks: Array.from({ length: 8 }, (_, index) => {
      const value = index === 4 && which === 1 ? Number.NaN : (0.1 + 0.05 * which) * index;
      return { at: index / 40, value, low: value - 0.02 * index, high: value + 0.02 * index };
    }),
  })),
  level: { value: 1, label: "as random as a Poisson process" },
  present: 0.05,
  pointed: 0.1,
};

/** Four trials of two neurons, one of which is silent in the last. */
export const trials: TrialsPicture = {
  window: [5, 15],
  watched: [
    { neuron: 0, type: "excitatory", label: "E 1" },
    { neuron: 7, type: "inhibitory", label: "I 2" },
  ],
  spikes: {
    trial: [0, 0, 0, 1, 1, 2, 2, 3],
    neuron: [0, 7, 7, 0, 7, 0, 7, 0],
    time: [6, 7.5, 16, 6.5, 9, 5.2, 14, 15],
  },
  trials: 4,
  rates: [
    { type: "excitatory", label: "E", bins: [0.5, 1, 2, 1.5, 0.5] },
    { type: "inhibitory", label: "I", bins: [1, 1.5, 1, 0.5, 0] },
  ],
};
