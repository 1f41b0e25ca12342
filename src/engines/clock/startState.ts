import { invariant } from "#math";
import { dotRow } from "../shared/dotRow.ts";
import type { EngineState, SimulationSpec } from "../types.ts";
import type { Block } from "./membrane.ts";
import type { NormalSource } from "./NormalTape.ts";

/** Write the voltages and latents of step 0; `state.input` holds x at step 0. */
export function startState(spec: SimulationSpec, state: EngineState): void {
  const { network, initial } = spec;
  const { voltages, latents, input } = state;
  invariant(initial.kind !== "rates", "Initial rates belong to the rate engine; use voltages.");
  if (initial.kind === "rest") return;
  latents.set(initial.latents);
  if (initial.kind === "voltages") {
    voltages.set(initial.voltages);
    return;
  }
  for (let neuron = 0; neuron < network.neurons; neuron += 1)
    voltages[neuron] =
      dotRow(network.feedforward, neuron, input) +
      dotRow(network.encoders, neuron, latents) +
      1 -
      network.thresholds[neuron]!;
}

/**
 * Add noise that has been running forever: its discrete process has the variance
 * 2 dt sigma^2 / (1 - (1 - dt)^2).
 */
export function addStationaryNoise(
  voltages: Float64Array,
  blocks: readonly Block[],
  source: { readonly normals: NormalSource; readonly dt: number },
): void {
  const kept = 1 - source.dt;
  const growth = 1 / Math.sqrt(1 - kept * kept);
  for (const { start, end, noiseScale } of blocks)
    for (let neuron = start; neuron < end; neuron += 1)
      voltages[neuron] = voltages[neuron]! + noiseScale * growth * source.normals.normal();
}
