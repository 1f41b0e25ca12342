/**
 * The vocabulary of version 1: field names and choices that a link spells with one byte, by their place in this list.
 * Frozen like the base; any other word is spelled out, so a new field needs no place here.
 */
export const WORDS_V1: readonly string[] = [
  // Workspace and experiment.
  ...["experiment", "view", "format", "version", "name", "network", "input", "dynamics"],
  ...["currents", "initial", "duration", "seed", "record", "window", "annotations"],
  // Names that networks, lists and neurons go by.
  ...["E", "I", "x", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9"],
  // Network.
  ...["kind", "explicit", "tangent", "inputs", "populations", "overrides", "id", "type"],
  ...["excitatory", "inhibitory", "unconstrained", "latents", "feedforward", "encoders"],
  ...["thresholds", "threshold", "decoders", "decoder", "crossDecoders", "selfReset"],
  ...["boundary", "of", "terms", "variable", "shape", "quadratic", "a", "b", "c"],
  ...["piecewise-linear", "knots", "tangents", "from", "to", "count", "copies"],
  // Input, dynamics, currents, initial state, recording.
  ...["points", "samples", "values", "sine", "offset", "amplitude", "period", "phase"],
  ...["engine", "clock", "event", "bridge", "rate", "dt", "minGap", "synapse", "delta"],
  ...["pulse", "width", "exponential", "tau", "overshoot", "clamp", "keep", "refractory"],
  ...["delay", "noise", "sigma", "generator", "fast", "mt19937", "skip", "start", "zero"],
  ...["stationary", "rateRule", "reference", "latent", "beta", "tauS", "population"],
  ...["neurons", "all", "rest", "voltages", "rates", "latentsEvery"],
  // Annotations.
  ...["label", "style", "dotted", "point", "tone", "neutral"],
  // View.
  ...["preset", "mode", "protocol", "live", "time", "timeRange", "timeUnit", "ms", "speed"],
  ...["liveInput", "liveCurrent", "selection", "index", "camera", "free", "azimuth"],
  ...["elevation", "zoom", "ranges", "show", "regions", "flow", "trajectory", "lines"],
  ...["cutSurfaces", "traces", "none"],
];
