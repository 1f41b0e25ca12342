import type { LowRankNetwork, Population } from "#model";
import { chooseHighest } from "./chooseHighest.ts";
import type { Flow } from "./Flow.ts";
import { type PlaneAxes, PlaneSide } from "./PlaneSide.ts";
import { NOBODY, type SpikeSearch } from "./SpikeSearch.ts";

/** The two populations of a network that {@link PlaneSearch} can take. */
export interface PlaneNetwork extends PlaneAxes {
  readonly excitatory: Population;
  readonly inhibitory: Population;
}

/**
 * See a network as an excitatory and an inhibitory population that write one latent each, all of whose neurons read yI.
 *
 * @returns null when it is anything else.
 */
export function asPlane(network: LowRankNetwork): PlaneNetwork | null {
  const { populations, latents } = network;
  const excitatory = populations.find(({ type }) => type === "excitatory");
  const inhibitory = populations.find(({ type }) => type === "inhibitory");
  if (populations.length !== 2 || latents.length !== 2) return null;
  const latentE = excitatory?.latents[0];
  const latentI = inhibitory?.latents[0];
  if (excitatory === undefined || inhibitory === undefined) return null;
  if (latentE === undefined || latentI === undefined) return null;
  for (let neuron = 0; neuron < network.neurons; neuron += 1)
    if (!(network.encoders[2 * neuron + latentI]! > 0)) return null;
  return { excitatory, inhibitory, latentE, latentI };
}

/** The next spike of an E-I network at constant input from the two envelopes over (yE, |yI|), O(log N) a spike. */
export class PlaneSearch implements SpikeSearch {
  time: number = Number.POSITIVE_INFINITY;
  decay = 1;
  neuron: number = NOBODY;
  readonly #flow: Flow;
  readonly #latentE: number;
  readonly #latentI: number;
  readonly #E: PlaneSide;
  readonly #I: PlaneSide;
  readonly #input: Float64Array;
  #isStale = true;

  constructor(flow: Flow, plane: PlaneNetwork) {
    const { network } = flow;
    this.#flow = flow;
    this.#latentE = plane.latentE;
    this.#latentI = plane.latentI;
    this.#E = new PlaneSide(network, plane.excitatory, plane);
    this.#I = new PlaneSide(network, plane.inhibitory, plane);
    this.#input = new Float64Array(network.inputs);
  }

  refresh(): void {
    this.#isStale = true;
  }

  find(): void {
    if (this.#isStale) this.#build();
    const { latents } = this.#flow;
    const yE = latents[this.#latentE]!;
    const yI = -latents[this.#latentI]!;
    if (this.#firesNow(this.#I, yE, yI) || this.#firesNow(this.#E, yE, yI)) return;
    this.#findCrossing(yE, yI);
  }

  /** Let a population fire in this instant if somebody of it is at threshold. */
  #firesNow(side: PlaneSide, yE: number, yI: number): boolean {
    const excess = side.excessAt(yE, yI);
    if (excess < -side.margin) return false;
    const { chain } = side;
    const isClear = side.isUniform && !chain.isTiedAt(yE, side.margin);
    const neuron = isClear ? chain.owners[chain.piece]! : this.#choose(side, 1);
    if (neuron === NOBODY) return false;
    this.neuron = neuron;
    this.time = this.#flow.time;
    this.decay = 1;
    return true;
  }

  #findCrossing(yE: number, yI: number): void {
    const E = this.#E;
    const I = this.#I;
    let u = E.firstCrossing(yE, yI);
    let side = E;
    if (u === 0) {
      u = I.firstCrossing(yE, yI);
      side = I;
    } else if (I.excessAt(u * yE, u * yI) >= -I.margin) {
      // Inhibition is first, or as good as: of both at once the inhibitory neuron fires.
      u = Math.max(u, I.refineCrossing(yE, yI, I.chain.piece));
      side = I;
    }
    if (u === 0) {
      this.neuron = NOBODY;
      this.time = Number.POSITIVE_INFINITY;
      return;
    }
    this.decay = u;
    this.time = this.#flow.time - Math.log(u);
    const { chain } = side;
    this.neuron = chain.owners[chain.piece]!;
    if (chain.isTiedAt(u * yE, side.margin)) this.#breakTie(side);
  }

  #breakTie(side: PlaneSide): void {
    const neuron = this.#choose(side, this.decay);
    if (neuron !== NOBODY) this.neuron = neuron;
  }

  #choose({ start, count }: PlaneSide, decay: number): number {
    return chooseHighest(this.#flow, { start, count, input: this.#input, decay });
  }

  #build(): void {
    const { path, time } = this.#flow;
    path.read(time, this.#input);
    this.#E.build(this.#input);
    this.#I.build(this.#input);
    this.#isStale = false;
  }
}
