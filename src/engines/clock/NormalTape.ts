import { createRng, type Rng } from "#math";
import type { SimulationSpec } from "../types.ts";
import type { Block, Membrane } from "./membrane.ts";

/** What a noisy run draws. */
export interface NormalSource {
  normal(): number;
  /** Make the noise of a block's step ready in the membrane. */
  supply(membrane: Membrane, block: Block): void;
}

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
    return new FreshNormals(createRng(noise.generator, seed, noise.skip));
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

/** Draws as it goes. */
class FreshNormals implements NormalSource {
  readonly #rng: Rng;

  constructor(rng: Rng) {
    this.#rng = rng;
  }

  normal(): number {
    return this.#rng.normal();
  }

  supply(membrane: Membrane, block: Block): void {
    this.#rng.fillNoise(membrane.noise, block.start, block.end);
  }
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

  // The kernels read from the tape itself: copying would cost as much as the step.
  supply(membrane: Membrane, { start, end }: Block): void {
    const next = this.#at + end - start;
    this.#record(next);
    membrane.noise = this.#tape.values;
    membrane.noiseFrom = this.#at - start;
    this.#at = next;
  }

  #record(end: number): void {
    const tape = this.#tape;
    if (tape.count >= end) return;
    tape.rng.fillNoise(tape.values, tape.count, end);
    tape.count = end;
  }
}
