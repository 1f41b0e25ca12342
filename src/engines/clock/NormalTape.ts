import { createRng, type Rng } from "#math";
import type { SimulationSpec } from "../types.ts";

/** What a noisy run draws. */
export type NormalSource = Pick<Rng, "normal" | "fillNoise">;

/** Longest tape: 32 MB. */
const MOST_NORMALS = 2 ** 22;

/** The normals of one seed, written down as they are first asked for. */
interface Tape {
  readonly seed: number;
  readonly skip: number;
  readonly rng: Rng;
  values: Float64Array;
  count: number;
}

let latest: Tape | null = null;

/**
 * Open the noise of a run at its beginning. The polar normals of the Mersenne Twister cost more than all else in
 * a step, and a drag keeps its seed, so that every run of it asks for the same ones: they are drawn once and
 * replayed while the seed stays. Endless and very long runs draw for themselves.
 */
export function openNormals({ noise, seed, steps, network }: SimulationSpec): NormalSource {
  const most = network.neurons * (steps + 1);
  if (noise.generator !== "mt19937" || most > MOST_NORMALS)
    return createRng(noise.generator, seed, noise.skip);
  if (latest === null || latest.seed !== seed || latest.skip !== noise.skip) {
    const rng = createRng(noise.generator, seed, noise.skip);
    latest = { seed, skip: noise.skip, rng, values: new Float64Array(0), count: 0 };
  }
  reserve(latest, most);
  return new NormalTape(latest);
}

function reserve(tape: Tape, most: number): void {
  if (tape.values.length >= most) return;
  const values = new Float64Array(most);
  values.set(tape.values);
  tape.values = values;
}

/** Reads a tape from its beginning; runs side by side each have a place of their own. */
class NormalTape implements NormalSource {
  readonly #tape: Tape;
  #at = 0;

  constructor(tape: Tape) {
    this.#tape = tape;
  }

  normal(): number {
    this.#record(this.#at + 1);
    const value = this.#tape.values[this.#at]!;
    this.#at += 1;
    return value;
  }

  fillNoise(out: Float64Array, from: number, to: number): void {
    this.#record(this.#at + to - from);
    const { values } = this.#tape;
    let at = this.#at;
    for (let index = from; index < to; index += 1) {
      out[index] = values[at]!;
      at += 1;
    }
    this.#at = at;
  }

  #record(end: number): void {
    const tape = this.#tape;
    if (tape.count >= end) return;
    tape.rng.fillNoise(tape.values, tape.count, end);
    tape.count = end;
  }
}
