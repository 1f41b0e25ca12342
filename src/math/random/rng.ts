/** A seeded source of random numbers; every engine and builder takes one, so that a seed fixes a run. */
export interface Rng {
  /** A number in [0, 1) with 53 random bits. */
  uniform(): number;
  /** A normal with mean 0 and standard deviation 1. */
  normal(): number;
  /** A whole number in 0..n-1, n from 1 to 2^32. */
  integer(n: number): number;
  /**
   * Write noise into out[from..to): independent, mean 0, standard deviation 1. For increments that are summed
   * and needed by the million; a generator may trade the far tails of the normal for speed here.
   */
  fillNoise(out: Float64Array, from: number, to: number): void;
}

/** Names of the generators a document can ask for. */
export type RngKind = "fast" | "mt19937";
