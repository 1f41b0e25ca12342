import { invariant } from "#math";
import type { LowRankNetwork } from "#model";
import { dotRow } from "../shared/dotRow.ts";
import type { SimulationSpec } from "../types.ts";
import { Arrivals } from "./Arrivals.ts";
import { CurrentSchedule } from "./CurrentSchedule.ts";
import { InputPath } from "./InputPath.ts";
import { NextSpike } from "./SpikeSearch.ts";

/** Own parts of a voltage count as gone after this many tau (e^-40 = 4e-18) unless spikes renew them. */
const FORGOTTEN = 40;
/** The common factor of all own parts is multiplied in before it gets this small. */
const SMALLEST_SCALE = 1e-6;
/** Spreads the weights of neurons evenly over [1, 2). */
const GOLDEN = 0.618_033_988_749_895;

/**
 * State of a network between two events, from which every voltage follows at any later time:
 *
 *     V_i = F_i . x + E_i . felt + I_i + own_i,
 *
 * where x is a straight line in time, `felt` (the latents as the voltages know them) and own_i decay as e^-t and
 * I_i is constant. own_i holds what only this neuron has: its self-reset -mu_i r_i, how far it began from
 * F x + E y, the rise towards an injected current, and with an axonal delay its reset before its own spike returns.
 */
export class Flow {
  network: LowRankNetwork;
  /** Time of the state, tau. */
  time: number = 0;
  /** What the search has found from this state on. */
  readonly next: NextSpike = new NextSpike();
  readonly path: InputPath;
  /** What the populations report, K. */
  readonly latents: Float64Array;
  /** What the voltages know of it, K: the same array unless axons delay spikes. */
  readonly felt: Float64Array;
  /** True while some neuron has a part of its own, or an injected current. */
  isPersonal = false;
  /** own_i = own[i] ownScale, N; empty until needed. */
  own: Float64Array = new Float64Array(0);
  ownScale = 1;
  /** Injected currents, N; empty until needed. */
  injected: Float64Array = new Float64Array(0);
  /** When each neuron may fire again, N; empty without refractory times. */
  readonly release: Float64Array;
  /** When own parts have faded away, tau; Infinity while they stay. */
  fadesAt: number = Number.POSITIVE_INFINITY;
  /** What tells states apart: the latents, what is felt of them, and one number for all own parts. */
  get fingerprint(): Float64Array {
    const print = this.#fingerprint;
    if (print === this.latents) return print;
    print.set(this.latents);
    print.set(this.felt, this.latents.length);
    print[print.length - 1] = this.#ownPrint;
    return print;
  }
  readonly #fingerprint: Float64Array;
  /** Sum of all own parts with a different weight for each neuron. */
  #ownPrint = 0;
  readonly #schedule: CurrentSchedule;
  readonly #arrivals: readonly Arrivals[];
  readonly #delay: readonly number[];
  readonly #refractory: readonly number[];
  #hasSelfResets: boolean;
  /** True when a spike does nothing but move the latents. */
  #isPlain: boolean;
  /** Neurons with an injected current. */
  #receivers = 0;

  constructor(spec: SimulationSpec) {
    const { network } = spec;
    this.network = network;
    this.path = new InputPath(spec.input, network.inputs, spec.dt);
    this.latents = new Float64Array(network.latents.length);
    this.#delay = spec.delay;
    this.#refractory = spec.refractory;
    const isDelayed = spec.delay.some((delay) => delay > 0);
    this.felt = isDelayed ? new Float64Array(network.latents.length) : this.latents;
    this.#arrivals = isDelayed ? network.populations.map(() => new Arrivals()) : [];
    const isRefractory = spec.refractory.some((time) => time > 0);
    this.release = new Float64Array(isRefractory ? network.neurons : 0);
    this.#hasSelfResets = network.selfResets.some((reset) => reset !== 0);
    this.#schedule = new CurrentSchedule(spec.currents);
    this.#isPlain = !isDelayed && !isRefractory && !this.#hasSelfResets;
    this.#fingerprint =
      !isDelayed && !this.#hasSelfResets
        ? this.latents
        : new Float64Array(2 * this.latents.length + 1);
    this.#start(spec);
    this.#applyCurrents();
  }

  /** When something outside changes next, tau: the line of the input, an injected current, a spike that arrives. */
  get nextChange(): number {
    const next = Math.min(this.path.end, this.#schedule.nextTime);
    return this.#arrivals.length === 0 ? next : Math.min(next, this.#nextArrival());
  }

  /** True when nothing outside changes any more. */
  get isSettled(): boolean {
    return (
      this.path.end === Number.POSITIVE_INFINITY &&
      this.#schedule.nextTime === Number.POSITIVE_INFINITY
    );
  }

  /** True when a spike is felt later than it is sent. */
  get isDelayed(): boolean {
    return this.#arrivals.length > 0;
  }

  /** Let time pass until the next spike. */
  leap(): void {
    const { next, latents } = this;
    if (this.isPersonal || this.felt !== latents) this.moveTo(next.time, next.decay);
    else {
      const { decay } = next;
      this.time = next.time;
      for (let latent = 0; latent < latents.length; latent += 1)
        latents[latent] = latents[latent]! * decay;
    }
  }

  /** Let time pass; `decay` = e^-(time - this.time). */
  moveTo(time: number, decay: number): void {
    const { latents, felt } = this;
    this.time = time;
    for (let latent = 0; latent < latents.length; latent += 1)
      latents[latent] = latents[latent]! * decay;
    if (felt !== latents)
      for (let latent = 0; latent < felt.length; latent += 1) felt[latent] = felt[latent]! * decay;
    if (this.isPersonal) {
      this.ownScale *= decay;
      this.#ownPrint *= decay;
      if (this.ownScale < SMALLEST_SCALE) this.#rescale();
    }
  }

  /** Take over everything that changes at the present time. */
  applyChanges(): void {
    const { time } = this;
    if (this.path.end <= time) this.path.enter(time);
    if (this.#schedule.nextTime <= time) this.#applyCurrents();
    for (const arrivals of this.#arrivals)
      while (arrivals.nextTime <= time) this.#arrive(arrivals.take());
    if (this.fadesAt <= time) this.#forget();
  }

  /** A neuron fires now. */
  spike(neuron: number): void {
    const { network, latents } = this;
    const { decoders } = network;
    const width = latents.length;
    const row = neuron * width;
    for (let latent = 0; latent < width; latent += 1)
      latents[latent] = latents[latent]! + decoders[row + latent]!;
    if (!this.#isPlain) this.#spikeOwn(neuron);
  }

  /** What a spike does besides moving the latents. */
  #spikeOwn(neuron: number): void {
    const { network, latents } = this;
    if (this.#hasSelfResets) this.#addOwn(neuron, -network.selfResets[neuron]!);
    const population = network.populationOf[neuron]!;
    if (this.release.length > 0) this.release[neuron] = this.time + this.#refractory[population]!;
    if (this.felt !== latents) this.#send(neuron, population);
  }

  /** Use another network of the same shape; voltages follow F x + E y at once. */
  retune(network: LowRankNetwork): void {
    this.network = network;
    this.#hasSelfResets = network.selfResets.some((reset) => reset !== 0);
    this.#isPlain = !this.#hasSelfResets && !this.isDelayed && this.release.length === 0;
  }

  /** Hold x from now on. */
  holdInput(values: Float64Array): void {
    this.path.hold(values);
  }

  /** Hold the injected current of every neuron from now on. */
  holdCurrent(values: Float64Array): void {
    const { neurons } = this.network;
    invariant(
      values.length === neurons,
      `The held current has ${values.length} numbers, needs ${neurons}.`,
    );
    this.#schedule.clear();
    for (let neuron = 0; neuron < neurons; neuron += 1)
      this.#inject(neuron, values[neuron]! - (this.injected[neuron] ?? 0));
  }

  /** Write normalised voltages (N) at a time before the next event. */
  readVoltages(time: number, input: Float64Array, out: Float64Array): void {
    const { network, felt, own, injected } = this;
    const decay = Math.exp(this.time - time);
    for (let neuron = 0; neuron < network.neurons; neuron += 1) {
      let leaking = dotRow(network.encoders, neuron, felt);
      if (this.isPersonal) leaking += own[neuron]! * this.ownScale;
      out[neuron] =
        dotRow(network.feedforward, neuron, input) +
        (injected[neuron] ?? 0) +
        leaking * decay +
        1 -
        network.thresholds[neuron]!;
    }
  }

  #start({ network, initial }: SimulationSpec): void {
    if (this.#hasSelfResets) this.#makePersonal();
    if (initial.kind !== "latents" && initial.kind !== "voltages") return;
    this.latents.set(initial.latents);
    this.felt.set(initial.latents);
    if (initial.kind === "latents") return;
    for (let neuron = 0; neuron < network.neurons; neuron += 1) {
      const resting =
        dotRow(network.feedforward, neuron, this.path.value) +
        dotRow(network.encoders, neuron, this.felt);
      const offset = initial.voltages[neuron]! - 1 + network.thresholds[neuron]! - resting;
      if (offset !== 0) this.#addOwn(neuron, offset);
    }
  }

  #applyCurrents(): void {
    this.#schedule.take(this.time, (neuron, current) => this.#inject(neuron, current));
  }

  // The voltage itself does not jump: what the current adds in the long run is missing from own_i at first.
  #inject(neuron: number, current: number): void {
    if (current === 0) return;
    if (this.injected.length === 0) this.injected = new Float64Array(this.network.neurons);
    const before = this.injected[neuron]!;
    this.injected[neuron] = before + current;
    this.#receivers += (before + current === 0 ? 0 : 1) - (before === 0 ? 0 : 1);
    this.#addOwn(neuron, -current);
  }

  #addOwn(neuron: number, part: number): void {
    if (part === 0) return;
    this.#makePersonal();
    this.own[neuron] = this.own[neuron]! + part / this.ownScale;
    this.#ownPrint += part * (1 + ((neuron * GOLDEN) % 1));
    this.fadesAt =
      this.#hasSelfResets || this.#receivers > 0 || this.isDelayed
        ? Number.POSITIVE_INFINITY
        : this.time + FORGOTTEN;
  }

  #makePersonal(): void {
    if (this.own.length === 0) this.own = new Float64Array(this.network.neurons);
    this.isPersonal = true;
  }

  #rescale(): void {
    for (let neuron = 0; neuron < this.own.length; neuron += 1)
      this.own[neuron] = this.own[neuron]! * this.ownScale;
    this.ownScale = 1;
  }

  #forget(): void {
    this.own.fill(0);
    this.ownScale = 1;
    this.isPersonal = false;
    this.fadesAt = Number.POSITIVE_INFINITY;
  }

  // The neuron's own reset does not wait for its axon; when the spike returns it has been felt already.
  #send(neuron: number, population: number): void {
    if (this.#delay[population]! > 0) {
      this.#addOwn(neuron, this.#ownWeight(neuron));
      this.#arrivals[population]!.send(neuron, this.time + this.#delay[population]!);
    } else this.#addTo(this.felt, neuron);
  }

  #arrive(neuron: number): void {
    this.#addTo(this.felt, neuron);
    this.#addOwn(neuron, -this.#ownWeight(neuron));
  }

  #addTo(target: Float64Array, neuron: number): void {
    const width = target.length;
    for (let latent = 0; latent < width; latent += 1)
      target[latent] = target[latent]! + this.network.decoders[neuron * width + latent]!;
  }

  #ownWeight(neuron: number): number {
    const { encoders, decoders } = this.network;
    const width = this.felt.length;
    let weight = 0;
    for (let cell = neuron * width; cell < (neuron + 1) * width; cell += 1)
      weight += encoders[cell]! * decoders[cell]!;
    return weight;
  }

  #nextArrival(): number {
    let next = Number.POSITIVE_INFINITY;
    for (const arrivals of this.#arrivals) next = Math.min(next, arrivals.nextTime);
    return next;
  }
}
