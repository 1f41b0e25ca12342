import type { SimulationSpec } from "#engines";
import { createNetwork, type LowRankNetwork, type PopulationType } from "#model";

/** A population for tests; each list has a number for every neuron. */
export interface TestPopulation {
  readonly type: PopulationType;
  /** One input. */
  readonly feedforward: readonly number[];
  /** N rows of one weight a population. */
  readonly encoders: readonly (readonly number[])[];
  readonly thresholds: readonly number[];
  readonly decoders: readonly number[];
  readonly selfReset?: number;
}

/** A network with one input and one readout latent a population, named "0", "1", ... */
export function createTestNetwork(...populations: readonly TestPopulation[]): LowRankNetwork {
  let start = 0;
  const starts = populations.map(({ thresholds }) => {
    start += thresholds.length;
    return start - thresholds.length;
  });
  return createNetwork({
    inputs: 1,
    latents: populations.map((_, writer) => ({ name: `${writer}`, writer, kind: "readout" })),
    populations: populations.map(({ type, thresholds }, index) => ({
      id: `P${index}`,
      type,
      start: starts[index] ?? 0,
      count: thresholds.length,
      latents: [index],
    })),
    feedforward: Float64Array.from(populations.flatMap(({ feedforward }) => feedforward)),
    encoders: Float64Array.from(populations.flatMap(({ encoders }) => encoders.flat())),
    decoders: Float64Array.from(
      populations.flatMap(({ decoders }, writer) =>
        decoders.flatMap((decoder) =>
          populations.map((_, latent) => (latent === writer ? decoder : 0)),
        ),
      ),
    ),
    thresholds: Float64Array.from(populations.flatMap(({ thresholds }) => thresholds)),
    selfResets: Float64Array.from(
      populations.flatMap(({ thresholds, selfReset }) => thresholds.map(() => selfReset ?? 0)),
    ),
  });
}

/** An input that stays at one value. */
export function holdAt(...values: readonly number[]): SimulationSpec["input"] {
  return {
    kind: "piecewise-linear",
    times: new Float64Array([0]),
    values: Float64Array.from(values),
  };
}

/** A quiet clock run of a network, with what differs filled in. */
export function createTestSpec(
  network: LowRankNetwork,
  changes: Partial<SimulationSpec> = {},
): SimulationSpec {
  const zeros = network.populations.map(() => 0);
  return {
    engine: "clock",
    network,
    dt: 0.01,
    steps: 101,
    duration: 1,
    minGap: 0,
    input: holdAt(...Array.from({ length: network.inputs }, () => 0)),
    synapse: { kind: "delta" },
    overshoot: "keep",
    refractory: zeros,
    delay: zeros,
    noise: { sigma: zeros, generator: "fast", skip: 0, start: "zero" },
    currents: [],
    initial: { kind: "rest" },
    rate: null,
    seed: 1,
    ...changes,
  };
}
