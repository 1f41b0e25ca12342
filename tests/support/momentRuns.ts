import type { LowRankNetwork, MomentRun } from "#model";

/** A run whose spikes (pairs of time and neuron) are written by hand; exact times and nothing but spikes. */
export function momentRun(
  network: LowRankNetwork,
  spikes: readonly (readonly [number, number])[],
  change: Partial<MomentRun> = {},
): MomentRun {
  return {
    network,
    spikes: {
      time: spikes.map(([time]) => time),
      neuron: spikes.map(([, neuron]) => neuron),
      start: 0,
      end: spikes.length,
    },
    clock: { kind: "exact", minGap: 0 },
    delay: network.populations.map(() => 0),
    clamps: false,
    isNoisy: false,
    latents: network.latents.map(() => 0),
    offsets: null,
    currents: [],
    input: () => Array.from({ length: network.inputs }, () => 0),
    recorded: null,
    ...change,
  };
}
