/** A word or symbol and what it means. */
export interface GlossaryEntry {
  /** As it is shown, e.g. "threshold T". */
  readonly term: string;
  /** One sentence in simple words. */
  readonly sentence: string;
}

/** What the glossary explains. */
export type GlossaryId =
  | "x"
  | "yE"
  | "yI"
  | "time"
  | "threshold"
  | "feedforward"
  | "encoder"
  | "decoder"
  | "selfReset"
  | "sigma"
  | "voltage"
  | "currents"
  | "line"
  | "boundary"
  | "surface"
  | "facet"
  | "crossing"
  | "crossingCurve"
  | "stable"
  | "unstable"
  | "region.quiet"
  | "region.E"
  | "region.I"
  | "region.both"
  | "leak"
  | "trajectory"
  | "slice"
  | "inputPlane"
  | "raster"
  | "playhead"
  | "window"
  | "annotation"
  | "ghost"
  | "load"
  | "isiCv"
  | "daleLaw";

/** Every symbol, axis and idea of the pictures, explained in one sentence each. */
export const glossary: Readonly<Record<GlossaryId, GlossaryEntry>> = {
  x: {
    term: "input x",
    sentence:
      "What the network is told from outside; each value of x has its own slice with its own crossing.",
  },
  yE: {
    term: "excitatory activity yE",
    sentence: "The sum of all excitatory spikes, each worth its decoder and fading with time.",
  },
  yI: {
    term: "inhibitory activity |yI|",
    sentence:
      "The sum of all inhibitory spikes, each worth its decoder and fading with time, shown as a magnitude.",
  },
  time: {
    term: "time in tau",
    sentence:
      "One tau is the membrane time constant, about 10 ms: the time in which activity fades to a third without spikes.",
  },
  threshold: {
    term: "threshold T",
    sentence:
      "The voltage at which a neuron fires; in the pictures it is the line or plane that the neuron defends.",
  },
  feedforward: {
    term: "feedforward weight F",
    sentence:
      "How strongly the input drives a neuron; it tilts the neuron's plane along the input axis.",
  },
  encoder: {
    term: "encoder E",
    sentence:
      "How strongly a neuron listens to an activity; the ratio of its two encoders is the slope of its line.",
  },
  decoder: {
    term: "decoder D",
    sentence: "How far one spike of a neuron moves the activity of its population.",
  },
  selfReset: {
    term: "extra self-reset mu",
    sentence:
      "An additional drop of a neuron's voltage after its own spike, so that neurons take turns.",
  },
  sigma: {
    term: "voltage noise sigma",
    sentence:
      "Random fluctuation of every neuron's voltage; it blurs the boundary and makes spikes irregular.",
  },
  voltage: {
    term: "normalised voltage",
    sentence: "The voltage shifted so that every neuron fires at 1 and rests at 0.",
  },
  currents: {
    term: "currents",
    sentence:
      "What drives a neuron: the input, the excitation and the inhibition that it receives, each with its weight.",
  },
  line: {
    term: "threshold line",
    sentence: "All activities at which one neuron is just at its threshold, for the present input.",
  },
  boundary: {
    term: "boundary",
    sentence:
      "The outline of all threshold lines of a population: whoever is beyond it fires and pushes the activity back.",
  },
  surface: {
    term: "boundary surface",
    sentence: "The boundary for every input at once; each facet belongs to one neuron.",
  },
  facet: {
    term: "facet",
    sentence: "The part of a boundary surface where this neuron is the first to fire.",
  },
  crossing: {
    term: "crossing",
    sentence:
      "Where both boundaries meet: the activity settles there, and that is the answer of the network.",
  },
  crossingCurve: {
    term: "crossing curve",
    sentence: "The crossings of all inputs in a row: the function of x that the network computes.",
  },
  stable: {
    term: "stable crossing",
    sentence:
      "The activity returns to it, because the inhibitory line is the steeper one and leaking leads back to the excitatory line.",
  },
  unstable: {
    term: "unstable crossing",
    sentence: "The smallest push drives the activity away from it.",
  },
  "region.quiet": {
    term: "nobody fires",
    sentence: "Both populations are below threshold here, so activity only leaks towards zero.",
  },
  "region.E": {
    term: "only E fires",
    sentence: "Excitatory neurons are above threshold here and push the activity to the right.",
  },
  "region.I": {
    term: "only I fires",
    sentence: "Inhibitory neurons are above threshold here and push the activity up.",
  },
  "region.both": {
    term: "E and I fire",
    sentence:
      "Both populations are above threshold here, so the activity grows in both directions at once.",
  },
  leak: {
    term: "leak",
    sentence: "Between spikes all activity fades towards zero, the faster the larger it is.",
  },
  trajectory: {
    term: "trajectory",
    sentence:
      "The path of the activity over time; straight jumps are spikes, curved pieces are leak.",
  },
  slice: {
    term: "slice",
    sentence: "A cut through both surfaces at the present input, seen along the input axis.",
  },
  inputPlane: {
    term: "x-plane",
    sentence:
      "The plane of the present input; drag it to another input or to the moment when the input was there.",
  },
  raster: {
    term: "raster",
    sentence: "One row for each neuron and one mark for each of its spikes.",
  },
  playhead: {
    term: "playhead",
    sentence: "The moment that all other views show; drag it back to see what led to a spike.",
  },
  window: {
    term: "analysis window",
    sentence: "The part of the run from which rates and errors are computed.",
  },
  annotation: {
    term: "dotted curve",
    sentence:
      "A published curve or point for comparison; no neuron of this network stands behind it.",
  },
  ghost: {
    term: "pinned run",
    sentence: "An earlier run that stays in the pictures, so that you see what your changes did.",
  },
  load: {
    term: "trust in the numbers",
    sentence:
      "The share of time steps that must carry a spike; close to 1 spikes are lost and a smaller step is needed.",
  },
  isiCv: {
    term: "irregularity (ISI CV)",
    sentence:
      "The spread of the intervals between a neuron's spikes over their mean: 0 for a clock, about 1 for chance.",
  },
  daleLaw: {
    term: "Dale's law",
    sentence:
      "A neuron either excites all others or inhibits all others, so its decoders have one sign.",
  },
};
