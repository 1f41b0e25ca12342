import type { LowRankNetwork, Population } from "#model";
import { chooseHighest, chooseNear } from "./chooseHighest.ts";
import type { Flow } from "./Flow.ts";
import { PlaneBurst } from "./PlaneBurst.ts";
import { PlaneSide } from "./PlaneSide.ts";
import type { PlaneAxes } from "./planeLines.ts";
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
  readonly #flow: Flow;
  readonly #axes: PlaneAxes;
  readonly #E: PlaneSide;
  readonly #I: PlaneSide;
  readonly #input: Float64Array;
  #isStale = true;
  readonly #burst: PlaneBurst;

  constructor(flow: Flow, plane: PlaneNetwork) {
    const { network } = flow;
    this.#flow = flow;
    this.#axes = plane;
    this.#E = new PlaneSide(network, plane.excitatory, plane);
    this.#I = new PlaneSide(network, plane.inhibitory, plane);
    this.#input = new Float64Array(network.inputs);
    this.#burst = new PlaneBurst(flow, plane, { E: this.#E, I: this.#I });
  }

  /** What takes many spikes at once; null where most would take a closer look. */
  get burst(): PlaneBurst | null {
    if (this.#isStale) this.#build();
    return this.#E.chain.hasNear || this.#I.chain.hasNear ? null : this.#burst;
  }

  refresh(): void {
    this.#isStale = true;
  }

  find(): void {
    if (this.#isStale) this.#build();
    const { latents } = this.#flow;
    const yE = latents[this.#axes.latentE]!;
    const yI = latents[this.#axes.latentI]!;
    const E = this.#E;
    const I = this.#I;
    if (I.isAbove(yE, yI) && this.#fireNow(I, yE)) return;
    if (E.isAbove(yE, yI) && this.#fireNow(E, yE)) return;
    E.lookHere();
    I.lookHere();
    const first = E.findCrossing(yE, yI);
    // Inhibition is first, or as good as: of both at once the inhibitory neuron fires.
    if (first === 0 || I.isAboveAhead(first * yE, first * yI))
      this.#fireAt(Math.max(first, I.findCrossing(yE, yI)), I);
    else this.#fireAt(first, E);
  }

  /** Let a population of which somebody is at threshold fire in this instant. */
  #fireNow(side: PlaneSide, yE: number): boolean {
    const { next, time } = this.#flow;
    next.set(side.chain.owners[side.chain.piece]!, time, 1);
    if (!side.isUniform) next.neuron = this.#chooseHighest(side);
    else if (side.needsCare(yE, true)) this.#breakTie(side);
    return next.neuron !== NOBODY;
  }

  /** Let a population fire when the state has leaked by a factor; 0 stands for never. */
  #fireAt(decay: number, side: PlaneSide): void {
    const { next, latents, time } = this.#flow;
    const { chain } = side;
    if (decay === 0) {
      next.clear();
      return;
    }
    next.set(chain.owners[chain.piece]!, time - Math.log(decay), decay);
    if (side.needsCare(decay * latents[this.#axes.latentE]!, false)) this.#breakTie(side);
  }

  #breakTie({ chain }: PlaneSide): void {
    const { next, latents } = this.#flow;
    const at = next.decay * latents[this.#axes.latentE]!;
    next.neuron = chooseNear(this.#flow, { chain, at }, { input: this.#input, decay: next.decay });
  }

  #chooseHighest({ start, count }: PlaneSide): number {
    const { decay } = this.#flow.next;
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
