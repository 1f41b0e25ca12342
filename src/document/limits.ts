/** What a document may ask for. A file that asks for more is refused with the limit named. */
export interface Limits {
  /** Largest time step, tau; the smallest is any number above 0. */
  readonly dt: number;
  readonly steps: number;
  /** tau. */
  readonly duration: number;
  readonly neurons: number;
  readonly inputs: number;
  readonly populations: number;
  /** Readout latents together. */
  readonly latents: number;
  /** neurons x (inputs + latents), the numbers of the compiled network. */
  readonly weights: number;
  /** Length of a pulse or delay, in steps. */
  readonly memorySteps: number;
  readonly currents: number;
  /** Points of an input course. */
  readonly points: number;
  readonly annotations: number;
  /** Characters of a name, label or id. */
  readonly text: number;
  readonly seed: number;
  /** Characters of a file. */
  readonly fileCharacters: number;
  /** Brackets inside brackets of a file. */
  readonly depth: number;
}

export const LIMITS: Limits = {
  dt: 1,
  steps: 1e8,
  duration: 1e9,
  neurons: 1e6,
  inputs: 16,
  populations: 64,
  latents: 64,
  weights: 2e7,
  memorySteps: 1e6,
  currents: 1e4,
  points: 1e7,
  annotations: 100,
  text: 200,
  seed: 4_294_967_295,
  fileCharacters: 256e6,
  depth: 32,
};
