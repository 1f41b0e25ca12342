import type { SimulationSpec } from "#engines";
import type { LowRankNetwork } from "#model";
import type { PlainSpike } from "./plainEvents.ts";
import { recordRun } from "./recordRun.ts";
import { createTestNetwork, createTestSpec } from "./simulationSpecs.ts";

/** One neuron that V = x + y drives and that lowers y by 0.1. */
export const single = createTestNetwork({
  type: "inhibitory",
  feedforward: [1],
  encoders: [[1]],
  thresholds: [0],
  decoders: [-0.1],
});

/** An exact run sampled every 0.1 tau. */
export function eventSpec(
  network: LowRankNetwork,
  duration: number,
  changes: Partial<SimulationSpec> = {},
): SimulationSpec {
  const dt = changes.dt ?? 0.1;
  return createTestSpec(network, {
    engine: "event",
    dt,
    steps: Math.round(duration / dt) + 1,
    duration,
    ...changes,
  });
}

/** Spikes of a whole run. */
export function spikesOf(spec: SimulationSpec): readonly PlainSpike[] {
  const { spikeNeuron, spikeTime } = recordRun(spec);
  return Array.from(spikeNeuron, (neuron, at): PlainSpike => [neuron, spikeTime[at] ?? -1]);
}

/** An input that goes from point to point in time along straight lines. */
export function ramp(...points: readonly (readonly [number, number])[]): SimulationSpec["input"] {
  return {
    kind: "piecewise-linear",
    times: Float64Array.from(points, ([time]) => time),
    values: Float64Array.from(points, ([, x]) => x),
  };
}
