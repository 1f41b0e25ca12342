import type { InputCourse, SimulationSpec } from "#engines";
import type { LowRankNetwork } from "#model";

/** An input that stays. */
export function holdAt(x: number): InputCourse {
  return { kind: "piecewise-linear", times: new Float64Array(1), values: Float64Array.of(x) };
}

/** x goes up from -1 to 1 in so many tau, down again and so on, so that no part of a long run is spared. */
export function rampFor(duration: number, rise: number): InputCourse {
  const turns = Math.ceil(duration / rise) + 1;
  return {
    kind: "piecewise-linear",
    times: Float64Array.from({ length: turns }, (_, turn) => turn * rise),
    values: Float64Array.from({ length: turns }, (_, turn) => (turn % 2 === 0 ? -1 : 1)),
  };
}

/** What a run of the bench names; the rest is quiet and usual. */
export type RunSetup = Pick<SimulationSpec, "engine" | "network" | "dt" | "duration" | "input"> &
  Partial<SimulationSpec>;

/** A run of the bench: delta synapses, no noise, no currents, from rest. */
export function createSpec(setup: RunSetup): SimulationSpec {
  const zeros = everywhere(setup.network, 0);
  return {
    steps: Math.round(setup.duration / setup.dt),
    minGap: 0,
    synapse: { kind: "delta" },
    overshoot: setup.network.populations.length === 1 ? "clamp" : "keep",
    refractory: zeros,
    delay: zeros,
    noise: { sigma: zeros, generator: "fast", skip: 0, start: "zero" },
    currents: [],
    initial: { kind: "rest" },
    rate: null,
    seed: 1,
    ...setup,
  };
}

/** One number for every population. */
export function everywhere(network: LowRankNetwork, value: number): readonly number[] {
  return network.populations.map(() => value);
}
