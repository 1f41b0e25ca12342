import type { PopulationType } from "../network.ts";

/** One population given neuron by neuron; the paper's signs. */
export interface NeuronGroup {
  readonly id: string;
  readonly type: PopulationType;
  /** Names of the latents that it writes, k of them. */
  readonly latents: readonly string[];
  /** N rows of M. */
  readonly feedforward: readonly (readonly number[])[];
  /** For each readout latent that it reads N numbers; a missing latent is not read. */
  readonly encoders: Readonly<Record<string, readonly number[]>>;
  /** N. */
  readonly thresholds: readonly number[];
  /** N rows of k. */
  readonly decoders: readonly (readonly number[])[];
  /** By reading population N rows of k; a missing reader uses `decoders`. */
  readonly crossDecoders: Readonly<Record<string, readonly (readonly number[])[]>>;
  /** mu, N. */
  readonly selfReset: readonly number[];
}
