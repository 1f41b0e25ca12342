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
  readonly #lines: PlaneLines;
  /** Piece at yE = 0. */
  #rootPiece = 0;
  /** Piece of the last state, and of the last crossing. */
  #here = 0;
  #ahead = 0;

  /** @param population every neuron of it must read yI. */
  constructor(network: LowRankNetwork, population: Population, { latentE, latentI }: PlaneAxes) {
    const lines = planeLines(network, population, { latentE, latentI });
    this.start = population.start;
    this.count = population.count;
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
    this.#here = this.#rootPiece;
    this.#ahead = this.#rootPiece;
  }

  /** True when somebody is at threshold in the present state; moves the piece to the highest neuron. */
  isAbove(yE: number, yI: number): boolean {
    this.chain.piece = this.#here;
    this.#here = this.chain.seek(yE);
    return this.#isAboveOn(this.#here, yE, yI);
  }

  /** As {@link isAbove} in a state to come. */
  isAboveAhead(yE: number, yI: number): boolean {
    this.chain.piece = this.#ahead;
    this.#ahead = this.chain.seek(yE);
    return this.#isAboveOn(this.#ahead, yE, yI);
  }

  #isAboveOn(piece: number, yE: number, yI: number): boolean {
    const { slopes, heights } = this.chain;
    return slopes[piece]! * yE + heights[piece]! + yI >= -this.margin;
  }

  /** Look for the next crossing from the present state, not from the last crossing: where lines tie, either may come out. */
  lookHere(): void {
    this.#ahead = this.#here;
  }

  /** True when it takes a closer look to say who fires: another neuron may be as high as the owner of the piece. */
  needsCare(yE: number, isNow: boolean): boolean {
    return (isNow && !this.isUniform) || this.chain.isTiedAt(yE);
  }

  /**
   * Find the first crossing on the way of a state that leaks to 0, given that nobody is at threshold yet. On the ray
   * u (yE, yI) every excess is linear in u and the highest is convex, so Newton's method on the envelope rises from
   * any line that crosses to the largest root in a few rounds and ends (Dinkelbach). It begins with the line of the last crossing
   * and moves the piece to that of this one.
   *
   * @returns e^-(time to the crossing), in (0, 1); 0 when there is none.
   */
  findCrossing(yE: number, yI: number): number {
    const { chain } = this;
    const { heights, slopes } = chain;
    // Begin left of the root: with a line that is above 0 at yE = 0.
    let piece = heights[this.#ahead]! > 0 ? this.#ahead : this.#rootPiece;
    if (!(heights[piece]! > 0)) return 0;
    let best = 0;
    chain.piece = piece;
    for (;;) {
      const u = heights[piece]! / (-yI - slopes[piece]! * yE);
      if (!(u > best)) break;
      best = u;
      const next = chain.seek(u * yE);
      if (next === piece) break;
      piece = next;
    }
    this.#ahead = chain.piece;
    return best;
  }
}
