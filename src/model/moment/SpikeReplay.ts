import { dot } from "#math";
import type { LowRankNetwork } from "../network.ts";
import { outerExtras } from "./extras.ts";
import { type Passage, passageOf, pushOf } from "./passage.ts";
import type { MomentRun } from "./types.ts";

/**
 * Goes through a run spike by spike with the latents as the voltages feel them: y fades as the membranes do and each
 * spike adds D when it arrives. Beside it only what cannot be told from y is kept: a neuron's own resets. Exact up to
 * noise; one spike costs O(K).
 */
export class SpikeReplay {
  readonly #run: MomentRun;
  readonly #network: LowRankNetwork;
  readonly #passage: Passage;
  readonly #outer: (neuron: number, now: number) => number;
  /** y as it is felt at the present moment, K. */
  readonly latents: Float64Array;
  /** What a neuron's own spikes did to it alone, and when that was true; empty when there is no such thing. */
  readonly #own: Float64Array;
  readonly #ownMoment: Float64Array;
  readonly #isAlone: boolean;
  /** For each population the first spike that may not have arrived. */
  readonly #pending: number[];
  #fired: number;
  #now = 0;

  constructor(run: MomentRun) {
    const { network, delay } = run;
    this.#run = run;
    this.#network = network;
    this.#passage = passageOf(run);
    this.#outer = outerExtras(run, this.#passage);
    this.latents = Float64Array.from(run.latents);
    this.#isAlone =
      run.clamps || delay.some((time) => time > 0) || network.selfResets.some((mu) => mu !== 0);
    const size = this.#isAlone ? network.neurons : 0;
    this.#own = new Float64Array(size);
    this.#ownMoment = new Float64Array(size);
    this.#pending = network.populations.map(() => run.spikes.start);
    this.#fired = run.spikes.start;
  }

  /** Moment of a spike, in the unit of the method. */
  momentOf(spike: number): number {
    return this.#passage.momentOf(this.#run.spikes.time[spike] ?? 0);
  }

  /** Move on to just before the next spike. */
  approach(): void {
    const now = this.momentOf(this.#fired);
    const { latents } = this;
    const kept = this.#passage.keep(now - this.#now);
    for (let k = 0; k < latents.length; k += 1) latents[k] = (latents[k] ?? 0) * kept;
    this.#now = now;
    for (let population = 0; population < this.#pending.length; population += 1)
      this.#takeArrivals(population);
  }

  /** Let the spike that was approached fire. */
  fire(): void {
    const spike = this.#fired;
    this.#fired += 1;
    if (!this.#isAlone) return;
    const neuron = this.#run.spikes.neuron[spike] ?? 0;
    if (this.#isClamping) this.#addOwn(neuron, -this.#excess(neuron), this.#now);
    let reset = -(this.#network.selfResets[neuron] ?? 0);
    // An axon that delays the spike for others does not delay its own reset.
    if (this.#isDelayed(neuron)) reset += pushOf(this.#network, neuron, neuron);
    this.#addOwn(neuron, reset, this.#passage.ownArrival(this.#now));
  }

  /**
   * Whether the next spike belongs to the avalanche of the one approached, which has not fired yet.
   *
   * A run with noise hides how far the neuron was: then it is enough that the spike before pushed it nearer.
   */
  provokesNext(): boolean {
    const { spikes, isNoisy } = this.#run;
    const before = this.#fired;
    const after = before + 1;
    if (after >= spikes.end) return false;
    const later = this.momentOf(after);
    if (later === this.#now) return true;
    if (!this.#passage.isNext(this.#now, later)) return false;
    const neuron = spikes.neuron[after] ?? 0;
    const push = this.effectOn(spikes.neuron[before] ?? 0, neuron);
    return isNoisy ? push > 0 : this.#excess(neuron) + push >= -AT_THRESHOLD;
  }

  /** What a spike of one neuron, when approached, does at once to the voltage of another. */
  effectOn(from: number, to: number): number {
    if (from === to) return this.ownEffect(from);
    return this.#isDelayed(from) ? 0 : pushOf(this.#network, from, to);
  }

  /** What its spike does to the voltage of the neuron itself. */
  ownEffect(neuron: number): number {
    const reset = pushOf(this.#network, neuron, neuron) - (this.#network.selfResets[neuron] ?? 0);
    return this.#isClamping ? reset - this.#excess(neuron) : reset;
  }

  /** What every neuron's voltage has beyond F x + E y now, N. */
  extras(): Float64Array {
    const extras = new Float64Array(this.#network.neurons);
    for (let neuron = 0; neuron < extras.length; neuron += 1)
      extras[neuron] = this.#ownNow(neuron) + this.#outer(neuron, this.#now);
    return extras;
  }

  // What noise added to a voltage that was put on its threshold is not known.
  get #isClamping(): boolean {
    return this.#run.clamps && !this.#run.isNoisy;
  }

  #isDelayed(neuron: number): boolean {
    return (this.#run.delay[this.#network.populationOf[neuron] ?? 0] ?? 0) > 0;
  }

  #takeArrivals(population: number): void {
    const { neuron: neurons } = this.#run.spikes;
    const { populationOf } = this.#network;
    let spike = this.#pending[population] ?? 0;
    for (; spike < this.#fired; spike += 1) {
      const neuron = neurons[spike] ?? 0;
      if (populationOf[neuron] !== population) continue;
      const arrival = this.#passage.arrival(this.momentOf(spike), population);
      if (!this.#passage.hasArrived(arrival, this.#now)) break;
      this.#arrive(neuron, arrival);
    }
    this.#pending[population] = spike;
  }

  #arrive(neuron: number, arrival: number): void {
    const { decoders } = this.#network;
    const { latents } = this;
    const kept = this.#passage.keep(Math.max(0, this.#now - arrival));
    const row = neuron * latents.length;
    for (let k = 0; k < latents.length; k += 1)
      latents[k] = (latents[k] ?? 0) + (decoders[row + k] ?? 0) * kept;
    if (this.#isDelayed(neuron))
      this.#addOwn(neuron, -pushOf(this.#network, neuron, neuron), arrival);
  }

  #addOwn(neuron: number, change: number, moment: number): void {
    this.#own[neuron] = change + this.#ownAt(neuron, moment);
    this.#ownMoment[neuron] = moment;
  }

  #ownAt(neuron: number, moment: number): number {
    const own = this.#own[neuron] ?? 0;
    return own === 0 ? 0 : own * this.#passage.keep(moment - (this.#ownMoment[neuron] ?? 0));
  }

  #ownNow(neuron: number): number {
    return this.#isAlone ? this.#ownAt(neuron, this.#now) : 0;
  }

  /** V - T of a neuron now. */
  #excess(neuron: number): number {
    const { feedforward, encoders, thresholds, inputs } = this.#network;
    const width = this.latents.length;
    return (
      dot(
        feedforward.subarray(neuron * inputs, (neuron + 1) * inputs),
        this.#run.input(this.#passage.timeOf(this.#now)),
      ) +
      dot(encoders.subarray(neuron * width, (neuron + 1) * width), this.latents) +
      this.#ownNow(neuron) +
      this.#outer(neuron, this.#now) -
      (thresholds[neuron] ?? 0)
    );
  }
}

/** A neuron this near counts as at its threshold; threshold units. */
const AT_THRESHOLD = 1e-9;
