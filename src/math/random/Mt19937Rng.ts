import type { Rng } from "./rng.ts";

const SIZE = 624;
const SHIFT = 397;
const TWIST = 0x9908b0df;
const UNIT_53 = 2 ** -53;

/**
 * Mersenne Twister with the seeding, 53-bit uniforms and polar normals of numpy's legacy generator, which
 * drew the seeded panels of Podlaski & Machens 2024. The polar method makes normals in pairs: the second of
 * a pair is kept for the next call.
 */
export class Mt19937Rng implements Rng {
  readonly #words = new Int32Array(SIZE);
  #position = SIZE;
  #spare = 0;
  #hasSpare = false;

  constructor(seed: number) {
    const words = this.#words;
    words[0] = seed | 0;
    for (let index = 1; index < SIZE; index += 1) {
      const previous = words[index - 1]!;
      words[index] = (Math.imul(previous ^ (previous >>> 30), 1_812_433_253) + index) | 0;
    }
  }

  uniform(): number {
    const high = this.#next() >>> 5;
    const low = this.#next() >>> 6;
    return (high * 67_108_864 + low) * UNIT_53;
  }

  integer(n: number): number {
    return Math.floor(this.uniform() * n);
  }

  normal(): number {
    if (this.#hasSpare) {
      this.#hasSpare = false;
      return this.#spare;
    }
    let first = 0;
    let second = 0;
    let square = 0;
    do {
      first = 2 * this.uniform() - 1;
      second = 2 * this.uniform() - 1;
      square = first * first + second * second;
    } while (square >= 1 || square === 0);
    const factor = Math.sqrt((-2 * Math.log(square)) / square);
    this.#spare = factor * first;
    this.#hasSpare = true;
    return factor * second;
  }

  // No trade here: the very numbers of `normal`.
  fillNoise(out: Float64Array, from: number, to: number): void {
    for (let index = from; index < to; index += 1) out[index] = this.normal();
  }

  #next(): number {
    if (this.#position === SIZE) this.#twist();
    let word = this.#words[this.#position]!;
    this.#position += 1;
    word ^= word >>> 11;
    word ^= (word << 7) & 0x9d2c5680;
    word ^= (word << 15) & 0xefc60000;
    return word ^ (word >>> 18);
  }

  #twist(): void {
    const words = this.#words;
    for (let index = 0; index < SIZE; index += 1) {
      const next = index + 1 < SIZE ? index + 1 : 0;
      const far = index + SHIFT < SIZE ? index + SHIFT : index + SHIFT - SIZE;
      const mixed = (words[index]! & 0x80000000) | (words[next]! & 0x7fffffff);
      words[index] = words[far]! ^ (mixed >>> 1) ^ ((mixed & 1) === 0 ? 0 : TWIST);
    }
    this.#position = 0;
  }
}
