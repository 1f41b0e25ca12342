import { rankNeurons } from "../clock/populationOrder.ts";
import { dotRow } from "../shared/dotRow.ts";
import type { Flow } from "./Flow.ts";
import { type Excess, firstRoot, firstRootAfter } from "./firstRoot.ts";
import { Shortlist } from "./Shortlist.ts";
import { NOBODY, type SpikeSearch, TOLERANCE } from "./SpikeSearch.ts";

/** Neurons from which on a shortlist pays. */
const MANY = 128;

/**
 * The next spike of any network by one pass over its neurons. Each excess V - T is a + b t + c e^-t; a neuron
 * whose excess stays below 0 up to the earliest spike found so far is passed over after one comparison (a tangent
 * bounds a concave excess, its ends bound a convex one), so that few roots are computed.
 */
export class ScanSearch implements SpikeSearch {
  readonly burst: null = null;
  readonly #flow: Flow;
  /** F . x - T + I on the input's line, extrapolated to its start, N. */
  readonly #level: Float64Array;
  /** F . slope of the line, N. */
  readonly #rise: Float64Array;
  readonly #ranks: Uint8Array;
  /** Who is looked at: everybody, or a shortlist. */
  readonly #everybody: Int32Array;
  #seen: Int32Array;
  #seenCount = 0;
  /** Those who can be next near the present state of a large network; null in others. */
  readonly #shortlist: Shortlist | null;
  /** True when levels and rises are not those of the present line, for everybody and for the listed. */
  #isStale = true;
  #isListStale = true;
  /** Who fires now, and how far above its threshold. */
  #ready: number = NOBODY;
  #height = 0;
  /** Neurons of the last two spikes that were not the same. */
  readonly #hints: [number, number] = [NOBODY, NOBODY];
  /** Time since the input's line began, and the first two latents. */
  #along = 0;
  #y0 = 0;
  #y1 = 0;
  /** The earliest spike so far: time from now, its e^-t, and the course of the neuron's excess. */
  #first: number = NOBODY;
  #best = 0;
  #decay = 1;
  #leader: Excess = { a: 0, b: 0, c: 0 };
  /** True when another neuron may be at threshold at the same time. */
  #isTied = false;

  constructor(flow: Flow) {
    const { network, release } = flow;
    const { neurons } = network;
    this.#flow = flow;
    this.#level = new Float64Array(neurons);
    this.#rise = new Float64Array(neurons);
    this.#ranks = rankNeurons(network);
    this.#everybody = Int32Array.from({ length: neurons }, (_, neuron) => neuron);
    this.#seen = this.#everybody;
    this.#shortlist = neurons >= MANY && release.length === 0 ? new Shortlist(network) : null;
  }

  refresh(): void {
    this.#isStale = true;
    this.#isListStale = true;
  }

  find(): void {
    this.#look();
    const flow = this.#flow;
    const { next } = flow;
    if (this.#ready !== NOBODY) {
      next.time = flow.time;
      next.decay = 1;
      next.neuron = this.#ready;
    } else if (this.#first === NOBODY) next.clear();
    else {
      next.time = flow.time + this.#best;
      next.decay = this.#decay;
      next.neuron = this.#isTied ? this.#resolve() : this.#first;
      if (this.#first !== this.#hints[0]) this.#hints.reverse()[0] = this.#first;
    }
  }

  /** Look at the few who can be next if they are known to be, else at everybody. */
  #look(): void {
    const flow = this.#flow;
    const list = this.#shortlist;
    if (list === null || flow.isPersonal || !this.#lookAtListed(list)) {
      if (this.#isStale) this.#compute(this.#everybody, this.#everybody.length);
      this.#isStale = false;
      this.#lookAt(this.#everybody, this.#everybody.length);
    }
  }

  /** @returns false when the next spike is too far off to be sure that nobody else comes first. */
  #lookAtListed(list: Shortlist): boolean {
    const flow = this.#flow;
    for (let isNew = false; ; isNew = true) {
      if (isNew || !list.contains(flow, 0)) {
        list.build(flow);
        this.#isListStale = true;
        isNew = true;
      }
      list.countLook();
      if (this.#isListStale) this.#compute(list.neurons, list.count);
      this.#isListStale = false;
      this.#lookAt(list.neurons, list.count);
      if (list.contains(flow, this.#ready === NOBODY ? this.#best : 0)) return true;
      if (isNew) return false;
    }
  }

  #lookAt(neurons: Int32Array, count: number): void {
    const flow = this.#flow;
    this.#seen = neurons;
    this.#seenCount = count;
    this.#begin(flow.nextChange - flow.time);
    this.#pass();
  }

  /** Nobody found yet. The neurons of the last spikes go first: one of them is often the next, and bounds the others. */
  #begin(longest: number): void {
    const { time, path, felt } = this.#flow;
    this.#along = time - path.start;
    this.#y0 = felt[0]!;
    this.#y1 = felt.length > 1 ? felt[1]! : 0;
    this.#ready = NOBODY;
    this.#first = NOBODY;
    this.#isTied = false;
    this.#setBest(longest);
    for (const neuron of this.#hints) {
      if (neuron === NOBODY) continue;
      const b = this.#rise[neuron]!;
      const a = this.#level[neuron]! + b * this.#along;
      const c = this.#leaking(neuron);
      if (a + c < -TOLERANCE) this.#compete(neuron, { a, b, c });
    }
  }

  /** Look at every neuron once: is it at threshold now, or before the earliest so far? */
  #pass(): void {
    const seen = this.#seen;
    const count = this.#seenCount;
    const level = this.#level;
    const rise = this.#rise;
    const along = this.#along;
    for (let place = 0; place < count; place += 1) {
      const neuron = seen[place]!;
      const b = rise[neuron]!;
      const a = level[neuron]! + b * along;
      const c = this.#leaking(neuron);
      if (a + c >= -TOLERANCE) this.#standReady(neuron, { a, b, c });
      else if (this.#ready === NOBODY && !this.#staysBelow(a, b, c))
        this.#compete(neuron, { a, b, c });
    }
  }

  /** E . felt + own part: what decays of a voltage. */
  #leaking(neuron: number): number {
    const { network, felt, isPersonal } = this.#flow;
    const { encoders } = network;
    let leaking = 0;
    if (felt.length === 2)
      leaking = encoders[2 * neuron]! * this.#y0 + encoders[2 * neuron + 1]! * this.#y1;
    else if (felt.length === 1) leaking = encoders[neuron]! * this.#y0;
    else leaking = dotRow(encoders, neuron, felt);
    return isPersonal ? leaking + this.#flow.own[neuron]! * this.#flow.ownScale : leaking;
  }

  /** A neuron above threshold: the lowest rank fires, of these the highest, of these the lowest index. */
  #standReady(neuron: number, excess: Excess): void {
    const { release, time } = this.#flow;
    if (release.length > 0 && release[neuron]! > time) {
      this.#compete(neuron, excess);
      return;
    }
    this.#rankReady(neuron, excess.a + excess.c);
  }

  #rankReady(neuron: number, height: number): void {
    const ready = this.#ready;
    const ahead = ready === NOBODY ? 1 : this.#ranks[ready]! - this.#ranks[neuron]!;
    if (ahead > 0 || (ahead === 0 && height > this.#height + TOLERANCE)) {
      this.#ready = neuron;
      this.#height = height;
    }
  }

  /** Let a neuron's next spike compete with the earliest so far. */
  #compete(neuron: number, excess: Excess): void {
    const { release, time } = this.#flow;
    const held = release.length > 0 ? Math.max(0, release[neuron]! - time) : 0;
    if (held <= this.#best) this.#improve(neuron, held, excess);
  }

  // True when the excess cannot come near 0 before the best time found so far.
  #staysBelow(a: number, b: number, c: number): boolean {
    if (b === 0) return a + c * this.#decay < -TOLERANCE;
    if (c > 0) return a + b * this.#best + c * this.#decay < -TOLERANCE;
    return a + c + (b - c) * this.#best < -TOLERANCE;
  }

  #setBest(wait: number): void {
    this.#best = wait;
    this.#decay = Math.exp(-wait);
  }

  /** Let a neuron that may fire after `held` compete with the earliest so far. */
  #improve(neuron: number, held: number, excess: Excess): void {
    if (neuron === this.#first) return;
    const root =
      held === 0 ? firstRoot(excess, this.#best) : firstRootAfter(excess, held, this.#best);
    if (root <= this.#best && root < Number.POSITIVE_INFINITY) {
      this.#setBest(root);
      if (this.#first !== NOBODY && this.#isNear(this.#leader)) this.#isTied = true;
      this.#first = neuron;
      this.#leader = excess;
    } else if (this.#first !== NOBODY && this.#isNear(excess)) this.#isTied = true;
  }

  #isNear({ a, b, c }: Excess): boolean {
    return a + b * this.#best + c * this.#decay >= -TOLERANCE;
  }

  /** Who fires of those that reach their thresholds together. */
  #resolve(): number {
    const { time, path, release } = this.#flow;
    const seen = this.#seen;
    const then = time + this.#best;
    const along = then - path.start;
    this.#ready = NOBODY;
    for (let place = 0; place < this.#seenCount; place += 1) {
      const neuron = seen[place]!;
      if (release.length > 0 && release[neuron]! > then) continue;
      const a = this.#level[neuron]! + this.#rise[neuron]! * along;
      const c = this.#decay * this.#leaking(neuron);
      if (a + c >= -TOLERANCE) this.#rankReady(neuron, a + c);
    }
    return this.#ready === NOBODY ? this.#first : this.#ready;
  }

  /** Bring the levels and rises of some neurons, and of the last two that fired, up to date. */
  #compute(neurons: Int32Array, count: number): void {
    for (const neuron of this.#hints) if (neuron !== NOBODY) this.#computeOne(neuron);
    if (this.#flow.network.inputs !== 1 || this.#flow.injected.length > 0) {
      for (let place = 0; place < count; place += 1) this.#computeOne(neurons[place]!);
      return;
    }
    const { feedforward, thresholds } = this.#flow.network;
    const level = this.#level;
    const rise = this.#rise;
    const x = this.#flow.path.value[0]!;
    const slope = this.#flow.path.slope[0]!;
    for (let place = 0; place < count; place += 1) {
      const neuron = neurons[place]!;
      level[neuron] = feedforward[neuron]! * x - thresholds[neuron]!;
      rise[neuron] = feedforward[neuron]! * slope;
    }
  }

  #computeOne(neuron: number): void {
    const { network, path, injected } = this.#flow;
    const { feedforward, thresholds } = network;
    this.#level[neuron] =
      dotRow(feedforward, neuron, path.value) - thresholds[neuron]! + (injected[neuron] ?? 0);
    this.#rise[neuron] = dotRow(feedforward, neuron, path.slope);
  }
}
