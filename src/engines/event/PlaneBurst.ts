import type { Flow } from "./Flow.ts";
import type { PlaneSide } from "./PlaneSide.ts";
import type { PlaneAxes } from "./planeLines.ts";
import { BURST, type SpikeBurst } from "./SpikeSearch.ts";

/**
 * Many spikes of an E-I network at constant input at once, by the rules of PlaneSearch in the same arithmetic. It ends
 * before any spike that takes a closer look (a tie, unequal weights), so that the loop has nothing but two envelopes and two numbers.
 */
export class PlaneBurst implements SpikeBurst {
  readonly neurons: Int32Array = new Int32Array(BURST);
  readonly times: Float64Array = new Float64Array(BURST);
  /** The latents after each spike, 2 a spike. */
  readonly #states: Float64Array = new Float64Array(2 * BURST);
  readonly #state: Float64Array = new Float64Array(2);
  isNextFound = false;
  readonly #flow: Flow;
  readonly #axes: PlaneAxes;
  readonly #E: PlaneSide;
  readonly #I: PlaneSide;
  /** Whose neuron fires next. */
  #side: PlaneSide;
  /** Where the burst began. */
  #time = 0.5;
  readonly #latents: Float64Array = new Float64Array(2);

  constructor(
    flow: Flow,
    axes: PlaneAxes,
    sides: { readonly E: PlaneSide; readonly I: PlaneSide },
  ) {
    this.#flow = flow;
    this.#axes = axes;
    this.#E = sides.E;
    this.#I = sides.I;
    this.#side = sides.I;
  }

  run(most: number, limit: number, stop: number): number {
    const flow = this.#flow;
    const { latents } = flow;
    const { decoders } = flow.network;
    const { latentE, latentI } = this.#axes;
    const { neurons, times } = this;
    const states = this.#states;
    let time = flow.time;
    let yE = latents[latentE]!;
    let yI = latents[latentI]!;
    let count = 0;
    this.#time = time;
    this.#latents.set(latents);
    this.isNextFound = false;
    while (count < most) {
      const decay = this.#findNext(yE, yI);
      const side = this.#side;
      const isNow = decay === 1;
      if (decay === 0 || side.needsCare(decay * yE, isNow)) break;
      const neuron = side.chain.owners[side.chain.piece]!;
      const then = isNow ? time : time - Math.log(decay);
      if (then > limit || then >= stop) {
        flow.next.set(neuron, then, decay);
        this.isNextFound = true;
        break;
      }
      time = then;
      yE = yE * decay + decoders[2 * neuron + latentE]!;
      yI = yI * decay + decoders[2 * neuron + latentI]!;
      neurons[count] = neuron;
      times[count] = time;
      states[2 * count + latentE] = yE;
      states[2 * count + latentI] = yI;
      count += 1;
    }
    latents[latentE] = yE;
    latents[latentI] = yI;
    flow.time = time;
    return count;
  }

  readState(spike: number): Float64Array {
    this.#state[0] = this.#states[2 * spike]!;
    this.#state[1] = this.#states[2 * spike + 1]!;
    return this.#state;
  }

  /** Find the population that fires next. @returns e^-(time until then); 1 for now, 0 for never. */
  #findNext(yE: number, yI: number): number {
    const E = this.#E;
    const I = this.#I;
    this.#side = I;
    if (I.isAbove(yE, yI)) return 1;
    this.#side = E;
    if (E.isAbove(yE, yI)) return 1;
    const first = E.findCrossing(yE, yI);
    if (first > 0 && !I.isAboveAhead(first * yE, first * yI)) return first;
    this.#side = I;
    return Math.max(first, I.findCrossing(yE, yI));
  }

  rewind(): void {
    this.#flow.latents.set(this.#latents);
    this.#flow.time = this.#time;
  }
}
