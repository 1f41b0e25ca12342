import type { LowRankNetwork, Population } from "#model";
import { OwnerChain } from "./OwnerChain.ts";
import { type PlaneAxes, type PlaneLines, planeLines } from "./planeLines.ts";
import { TOLERANCE } from "./SpikeSearch.ts";

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
  /** e^-(time to the first crossing), in (0, 1); 0 when there is none. */
  crossing: number = 0.5;
  readonly #lines: PlaneLines;
  readonly #latentE: number;
  readonly #latentI: number;
  /** Piece at yE = 0. */
  #rootPiece = 0;

  /** @param population every neuron of it must read yI. */
  constructor(network: LowRankNetwork, population: Population, { latentE, latentI }: PlaneAxes) {
    const lines = planeLines(network, population, { latentE, latentI });
    this.start = population.start;
    this.count = population.count;
    this.#latentE = latentE;
    this.#latentI = latentI;
    this.#lines = lines;
    this.margin = TOLERANCE / lines.least;
    this.isUniform = lines.least === lines.most;
    this.chain = new OwnerChain(population.count, this.margin);
  }

  /** Compute the envelope at an input (M), O(N). */
  build(input: Float64Array): void {
    const { chain, count } = this;
    const { slopes, thresholds, feedforward, owners } = this.#lines;
    const inputs = input.length;
    chain.clear();
    for (let place = 0; place < count; place += 1) {
      let height = -thresholds[place]!;
      for (let index = 0; index < inputs; index += 1)
        height += feedforward[place * inputs + index]! * input[index]!;
      chain.push(slopes[place]!, height, owners[place]!);
    }
    chain.close();
    this.#rootPiece = chain.seek(0);
  }

  /** True when somebody is at threshold; moves the piece to the highest neuron. */
  isAbove(latents: Float64Array): boolean {
    const { chain } = this;
    const yE = latents[this.#latentE]!;
    const piece = chain.seek(yE);
    return (
      chain.slopes[piece]! * yE + chain.heights[piece]! + latents[this.#latentI]! >= -this.margin
    );
  }

  /** As {@link isAbove} when the state has leaked to the crossing of another population. */
  isAboveAt(latents: Float64Array, other: PlaneSide): boolean {
    const { chain } = this;
    const u = other.crossing;
    const yE = u * latents[this.#latentE]!;
    const piece = chain.seek(yE);
    const height = chain.slopes[piece]! * yE + chain.heights[piece]!;
    return height + u * latents[this.#latentI]! >= -this.margin;
  }

  /** True when another neuron may be as high as the owner of the piece, at the present state or at the crossing. */
  isTied(latents: Float64Array, isCrossing: boolean): boolean {
    const yE = latents[this.#latentE]!;
    return this.chain.isTiedAt(isCrossing ? this.crossing * yE : yE);
  }

  /**
   * Find the first crossing on the way of a state that leaks to 0, given that nobody is at threshold yet and that the
   * piece is that of the state. On the ray u (yE, |yI|) every excess is linear in u and the highest is convex, so
   * Newton's method on the envelope rises to the largest root in a few rounds and ends (Dinkelbach). Writes
   * `crossing` and moves the piece there.
   */
  findCrossing(latents: Float64Array): void {
    const { chain } = this;
    // Begin left of the root: with a line that is above 0 at yE = 0.
    if (!(chain.heights[chain.piece]! > 0)) chain.piece = this.#rootPiece;
    if (chain.heights[chain.piece]! > 0) this.refineCrossing(latents);
    else this.crossing = 0;
  }

  /** As {@link findCrossing}, begun with the present piece, whose line is above 0 at yE = 0. */
  refineCrossing(latents: Float64Array): void {
    const { chain } = this;
    const { heights, slopes } = chain;
    const yE = latents[this.#latentE]!;
    const yI = -latents[this.#latentI]!;
    let piece = chain.piece;
    let best = 0;
    for (;;) {
      const u = heights[piece]! / (yI - slopes[piece]! * yE);
      if (!(u > best)) break;
      best = u;
      const next = chain.seek(u * yE);
      if (next === piece) break;
      piece = next;
    }
    this.crossing = best;
  }
}
