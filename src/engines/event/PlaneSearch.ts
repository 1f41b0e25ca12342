import type { LowRankNetwork, Population } from "#model";
import { chooseHighest, chooseNear } from "./chooseHighest.ts";
import type { Flow } from "./Flow.ts";
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
  readonly #latentE: number;
  readonly #E: PlaneSide;
  readonly #I: PlaneSide;
  readonly #input: Float64Array;
  #isStale = true;

  constructor(flow: Flow, plane: PlaneNetwork) {
    const { network } = flow;
    this.#flow = flow;
    this.#latentE = plane.latentE;
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
    const E = this.#E;
    const I = this.#I;
    if (I.isAbove(latents) && this.#fireNow(I)) return;
    if (E.isAbove(latents) && this.#fireNow(E)) return;
    E.findCrossing(latents);
    if (E.crossing === 0) {
      I.findCrossing(latents);
      this.#fireAtCrossing(I);
    } else if (I.isAboveAt(latents, E)) {
      // Inhibition is first, or as good as: of both at once the inhibitory neuron fires.
      I.findCrossing(latents);
      if (I.crossing < E.crossing) I.crossing = E.crossing;
      this.#fireAtCrossing(I);
    } else this.#fireAtCrossing(E);
  }

  /** Let a population of which somebody is at threshold fire in this instant. */
  #fireNow(side: PlaneSide): boolean {
    const { next, latents, time } = this.#flow;
    next.decay = 1;
    if (side.isUniform) {
      next.neuron = side.chain.owners[side.chain.piece]!;
      if (side.isTied(latents, false)) this.#breakTie(side);
    } else next.neuron = this.#chooseHighest(side);
    next.time = time;
    return next.neuron !== NOBODY;
  }

  #fireAtCrossing(side: PlaneSide): void {
    const { next, latents, time } = this.#flow;
    const { chain, crossing } = side;
    if (crossing === 0) {
      next.clear();
      return;
    }
    next.decay = crossing;
    next.time = time - Math.log(crossing);
    next.neuron = chain.owners[chain.piece]!;
    if (side.isTied(latents, true)) this.#breakTie(side);
  }

  #breakTie({ chain }: PlaneSide): void {
    const { next, latents } = this.#flow;
    const at = next.decay * latents[this.#latentE]!;
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
