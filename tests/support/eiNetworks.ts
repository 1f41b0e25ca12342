import { asEINetwork, buildNetwork, type EINetwork, type NeuronGroup } from "#model";

/** One neuron of a test network: weights, threshold and the magnitude of its decoder. */
export interface TestNeuron {
  readonly F: number | readonly number[];
  readonly readE: number;
  readonly readI: number;
  readonly T: number;
  readonly D?: number;
}

function group(id: "E" | "I", neurons: readonly TestNeuron[]): NeuronGroup {
  const sign = id === "E" ? 1 : -1;
  return {
    id,
    type: id === "E" ? "excitatory" : "inhibitory",
    latents: [id],
    feedforward: neurons.map(({ F }) => (typeof F === "number" ? [F] : F)),
    encoders: { E: neurons.map(({ readE }) => readE), I: neurons.map(({ readI }) => readI) },
    thresholds: neurons.map(({ T }) => T),
    decoders: neurons.map(({ D = 1 }) => [sign * D]),
    crossDecoders: {},
    selfReset: neurons.map(() => 0),
  };
}

/** An E-I network of these neurons, E first. */
export function eiNetwork(E: readonly TestNeuron[], I: readonly TestNeuron[]): EINetwork {
  const [first] = E;
  const inputs = first === undefined || typeof first.F === "number" ? 1 : first.F.length;
  const ei = asEINetwork(buildNetwork({ inputs, groups: [group("E", E), group("I", I)] }));
  if (ei === null) throw new Error("A test network must be an E-I network.");
  return ei;
}

/** Figure 4d-e of Podlaski & Machens 2024: one E and one I neuron. */
export function figure4de(): EINetwork {
  return eiNetwork(
    [{ F: 2, readE: 1, readI: 1, T: 1, D: 0.62 }],
    [{ F: 1, readE: 1.5, readI: 1, T: 1, D: 1 }],
  );
}

/** Figure 5c-d of Podlaski & Machens 2024: the saw function with 3 E and 3 I neurons. */
export function figure5cd(): EINetwork {
  const weightsE = [
    [0.4, -0.535, 0.7875],
    [1.2, 1.025, 0.80625],
    [2.8, 10.545, 0.76875],
  ] as const;
  const weightsI = [
    [0.4, 1.135, 0.675],
    [2, 7.455, 1.125],
    [3.6, 20.175, 1.875],
  ] as const;
  return eiNetwork(
    weightsE.map(([F, T, D]) => ({ F, T, D, readE: 0.3, readI: 1 })),
    weightsI.map(([F, T, D]) => ({ F, T, D, readE: 0.9, readI: 1 })),
  );
}
