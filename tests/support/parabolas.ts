import { createTestNetwork } from "./simulationSpecs.ts";

/**
 * The inhibitory population of Podlaski & Machens 2024, figure 6: N neurons tangent to y = -x^2 - 1/2 on [-1, 1],
 * E = 1, D = -0.1.
 */
export function inhibitoryParabola(neurons: number, selfReset = 0) {
  const tangents = Array.from({ length: neurons }, (_, index) => -1 + (2 * index) / (neurons - 1));
  return createTestNetwork({
    type: "inhibitory",
    feedforward: tangents.map((x) => 2 * x),
    encoders: tangents.map(() => [1]),
    thresholds: tangents.map((x) => x * x - 0.5),
    decoders: tangents.map(() => -0.1),
    selfReset,
  });
}

/** Figure 4f of Podlaski & Machens 2024 with N + N neurons and spikes of a tenth of its size; the input lifts both curves. */
export function curvedPair(neurons: number) {
  const tangents = Array.from({ length: neurons }, (_, index) => (5 * index) / (neurons - 1));
  const side = (type: "excitatory" | "inhibitory", bend: number, height: number) => ({
    type,
    feedforward: tangents.map(() => 0.5),
    encoders: tangents.map((y) => [2 * bend * y, 1]),
    thresholds: tangents.map((y) => bend * y * y - height),
    decoders: tangents.map(() => (type === "excitatory" ? 0.1225 : -0.18)),
  });
  return createTestNetwork(side("excitatory", 0.15, 2.5), side("inhibitory", 0.24, 1.75));
}
