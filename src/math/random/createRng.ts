import { FastRng } from "./FastRng.ts";
import { Mt19937Rng } from "./Mt19937Rng.ts";
import type { Rng, RngKind } from "./rng.ts";

/**
 * Make a seeded generator.
 *
 * @param kind `fast` (sfc32 and a ziggurat) or `mt19937` (the reference figures' seeded panels).
 * @param seed whole number 0..4294967295.
 * @param skip normals to throw away first.
 */
export function createRng(kind: RngKind, seed: number, skip = 0): Rng {
  const rng = kind === "fast" ? new FastRng(seed) : createMt19937(seed);
  for (let drawn = 0; drawn < skip; drawn += 1) rng.normal();
  return rng;
}

/**
 * Make the Mersenne Twister with polar normals, number for number the legacy numpy generator.
 *
 * @param seed whole number 0..4294967295.
 */
export function createMt19937(seed: number): Rng {
  return new Mt19937Rng(seed);
}
