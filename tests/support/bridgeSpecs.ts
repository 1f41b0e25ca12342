import type { SimulationSpec } from "#engines";
import type { LowRankNetwork } from "#model";
import { createTestNetwork, createTestSpec, type TestPopulation } from "./simulationSpecs.ts";

/** Two inhibitory neurons that differ. */
export const inhibitory: TestPopulation = {
  type: "inhibitory",
  feedforward: [0.5, 0.7],
  encoders: [[1], [1.2]],
  thresholds: [-0.5, -0.4],
  decoders: [-0.3, -0.4],
  selfReset: 0.05,
};
/** The two of them. */
export const network: LowRankNetwork = createTestNetwork(inhibitory);

/** Neurons that never fire, beside each other. */
export const silent = (count: number): TestPopulation => ({
  type: "inhibitory",
  feedforward: Array.from({ length: count }, () => 0),
  encoders: Array.from({ length: count }, () => [0]),
  thresholds: Array.from({ length: count }, () => 100),
  decoders: Array.from({ length: count }, () => 0),
});

/** Noise of one population that starts at zero. */
export const noiseOf = (sigma: number, changes: Partial<SimulationSpec["noise"]> = {}) =>
  ({ sigma: [sigma], generator: "fast", skip: 0, start: "zero", ...changes }) as const;

/** A noisy run of the two neurons by the bridge engine. */
export const specOf = (changes: Partial<SimulationSpec> = {}): SimulationSpec =>
  createTestSpec(network, {
    engine: "bridge",
    dt: 0.05,
    steps: 401,
    noise: noiseOf(0.1),
    ...changes,
  });

/** V = F x + E y with one latent. */
export function start(latent: number): SimulationSpec["initial"] {
  return { kind: "latents", latents: Float64Array.of(latent) };
}
