/** Output `count` of splitmix32 from a seed: words without a visible relation between neighbouring seeds. */
export function splitmix32(seed: number, count: number): number {
  let word = (seed + Math.imul(count, 0x9e3779b9)) | 0;
  word = Math.imul(word ^ (word >>> 16), 0x21f0aaad);
  word = Math.imul(word ^ (word >>> 15), 0x735a2d97);
  return word ^ (word >>> 15);
}

/**
 * Seed of one trial of a run: no two trials of a run share one, and it depends on nothing but these two numbers.
 *
 * @param seed of the run, a whole number 0..4294967295.
 * @param trial whole number >= 0.
 * @returns a whole number 0..4294967295.
 */
export function trialSeed(seed: number, trial: number): number {
  // The run seed is mixed first: trials of neighbouring run seeds would otherwise be each other's neighbours.
  return splitmix32(splitmix32(seed, 0), trial + 1) >>> 0;
}
