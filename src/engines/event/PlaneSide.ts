import type { LowRankNetwork, Population } from "#model";
import { OwnerChain } from "./OwnerChain.ts";
import { TOLERANCE } from "./SpikeSearch.ts";
import { orderBySlope } from "./slopeOrder.ts";

/** Latents of the plane: what the excitatory and what the inhibitory population writes. */
export interface PlaneAxes {
  readonly latentE: number;
  readonly latentI: number;
}

/**
 * One population of an E-I network at one input, as the upper envelope over yE of the lines
 *
 *     g_i(yE) = (E_iE yE - (T_i - F_i . x)) / E_iI,      neuron i is at threshold where |yI| <= g_i(yE).
 */
export class PlaneSide {
  /** First neuron and number of neurons. */
  readonly start: number;
  readonly count: number;
  /** Envelope at the present input. */
  readonly chain: OwnerChain;
  /** Distance in |yI| within which neurons may tie: {@link TOLERANCE} in threshold units, or more. */
  readonly margin: number;
  /** True when all neurons read yI with the same weight, so that the owner of the envelope is the highest above threshold. */
  readonly isUniform: boolean;
  /** Lines sorted by slope: slope, T / E_iI, F / E_iI (M a line) and neuron. */
  readonly #slopes: Float64Array;
  readonly #thresholds: Float64Array;
  readonly #feedforward: Float64Array;
  readonly #owners: Int32Array;
  /** Piece at yE = 0. */
  #rootPiece = 0;

  /** @param population every neuron of it must read yI. */
  constructor(network: LowRankNetwork, population: Population, { latentE, latentI }: PlaneAxes) {
    const { start, count, type } = population;
    const { encoders, feedforward, thresholds, inputs } = network;
    const width = network.latents.length;
    this.start = start;
    this.count = count;
    this.chain = new OwnerChain(count);
    const slopes = new Float64Array(count);
    let least = Number.POSITIVE_INFINITY;
    let most = 0;
    for (let index = 0; index < count; index += 1) {
      const row = (start + index) * width;
      const scale = encoders[row + latentI]!;
      slopes[index] = encoders[row + latentE]! / scale;
      least = Math.min(least, scale);
      most = Math.max(most, scale);
    }
    this.margin = TOLERANCE / least;
    this.isUniform = least === most;
    const order = orderBySlope(type, slopes);
    this.#owners = new Int32Array(count);
    this.#slopes = new Float64Array(count);
    this.#thresholds = new Float64Array(count);
    this.#feedforward = new Float64Array(count * inputs);
    for (let place = 0; place < count; place += 1) {
      const index = order[place]!;
      const neuron = start + index;
      const scale = encoders[neuron * width + latentI]!;
      this.#owners[place] = neuron;
      this.#slopes[place] = slopes[index]!;
      this.#thresholds[place] = thresholds[neuron]! / scale;
      for (let input = 0; input < inputs; input += 1)
        this.#feedforward[place * inputs + input] = feedforward[neuron * inputs + input]! / scale;
    }
  }

  /** Compute the envelope at an input (M), O(N). */
  build(input: Float64Array): void {
    const { chain, count } = this;
    const inputs = input.length;
    chain.clear();
    for (let place = 0; place < count; place += 1) {
      let height = -this.#thresholds[place]!;
      for (let index = 0; index < inputs; index += 1)
        height += this.#feedforward[place * inputs + index]! * input[index]!;
      chain.push(this.#slopes[place]!, height, this.#owners[place]!);
    }
    chain.close();
    this.#rootPiece = chain.seek(0);
  }

  /** How far the highest neuron is above its threshold at a state, in units of |yI|; moves the piece there. */
  excessAt(yE: number, yI: number): number {
    const { chain } = this;
    const piece = chain.seek(yE);
    return chain.slopes[piece]! * yE + chain.heights[piece]! - yI;
  }

  /**
   * The first crossing on the way of a state that leaks to 0, given that nobody is at threshold yet. On the ray
   * u (yE, |yI|) every excess is linear in u and the highest is convex, so Newton's method on the envelope rises to
   * the largest root in a few rounds and ends (Dinkelbach). Leaves the piece at the crossing.
   *
   * @returns u in (0, 1), or 0 when there is none.
   */
  firstCrossing(yE: number, yI: number): number {
    const { chain } = this;
    const { heights } = chain;
    let piece = chain.seek(yE);
    if (!(heights[piece]! > 0)) {
      if (!(heights[this.#rootPiece]! > 0)) return 0;
      piece = this.#rootPiece;
    }
    return this.refineCrossing(yE, yI, piece);
  }

  /** As {@link firstCrossing}, begun with a piece whose line is above 0 at yE = 0. */
  refineCrossing(yE: number, yI: number, begin: number): number {
    const { chain } = this;
    const { heights, slopes } = chain;
    let piece = begin;
    let best = 0;
    for (;;) {
      const u = heights[piece]! / (yI - slopes[piece]! * yE);
      if (!(u > best)) return best;
      best = u;
      const next = chain.seek(u * yE);
      if (next === piece) return u;
      piece = next;
    }
  }
}
