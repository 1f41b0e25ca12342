import { createNetwork, type LowRankNetwork } from "#model";

/**
 * The inhibitory population of Podlaski & Machens 2024, figures 6 and 15: N neurons tangent to y = -x^2 - 1/2 on
 * [-1, 1], E = 1; D = -0.1 in figure 6 and -0.25 in figure 15.
 */
export function createQuadraticNetwork(
  neurons: number,
  selfReset: number,
  decoder = -0.1,
): LowRankNetwork {
  const tangents = Float64Array.from({ length: neurons }, (_, index) => {
    return neurons === 1 ? 0 : -1 + (2 * index) / (neurons - 1);
  });
  return createNetwork({
    inputs: 1,
    latents: [{ name: "I", writer: 0, kind: "readout" }],
    populations: [{ id: "I", type: "inhibitory", start: 0, count: neurons, latents: [0] }],
    feedforward: tangents.map((x) => 2 * x),
    encoders: new Float64Array(neurons).fill(1),
    decoders: new Float64Array(neurons).fill(decoder),
    thresholds: tangents.map((x) => x * x - 0.5),
    selfResets: new Float64Array(neurons).fill(selfReset),
  });
}
