import {
  type NeuronGroup,
  type PopulationType,
  type TangentPopulation,
  tangentNeurons,
} from "#model";

/** Types of the two populations of an E-I network. */
export const writers = { E: "excitatory", I: "inhibitory" } as const;
/** The term a u^2 + b u + c of a boundary function. */
export const quadratic = (variable: string, a: number, b: number, c: number) =>
  ({ variable, shape: { kind: "quadratic", a, b, c } }) as const;
/** No copies, no extra reset. */
export const base = { copies: 1, selfReset: 0 };

/** The neurons; a breach of Dale's law throws. */
export function build(
  population: TangentPopulation,
  context: {
    readonly inputs: number;
    readonly writers: Readonly<Record<string, PopulationType>>;
  } = {
    inputs: 1,
    writers,
  },
): NeuronGroup {
  const result = tangentNeurons(population, context);
  if (!result.ok) throw new Error(result.error);
  return result.group;
}
