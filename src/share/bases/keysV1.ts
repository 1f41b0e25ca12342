/**
 * The keys that objects of version 1 have, as the deflater meets them: an object's keys stand before its values, so an
 * object that is the first value of another follows it here too. What comes last is cheapest. Frozen like the base.
 */
export const KEYS_V1: readonly string[] = [
  "generator sigma skip start",
  "delay dt engine minGap noise overshoot rateRule refractory synapse",
  "latentsEvery voltages",
  "kind latents voltages",
  "kind values",
  "amplitude kind offset period phase",
  "amplitude from neurons population to",
  "index population",
  "cutSurfaces flow lines regions traces trajectory",
  "camera liveInput preset ranges show time timeRange",
  "camera liveInput mode preset ranges selection time",
  "decoder encoders feedforward selfReset threshold",
  "E I",
  "kind knots",
  "inputs kind populations",
  "crossDecoders decoders encoders feedforward id latents selfReset thresholds type",
  "inputs kind overrides populations",
  "boundary copies decoder id selfReset tangents type",
  "of terms",
  "shape variable",
  "a b c kind",
  "count from to variable",
  "label points style tone x",
  "kind points",
];
