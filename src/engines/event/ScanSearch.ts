import { rankNeurons } from "../clock/populationOrder.ts";
import { dotRow } from "../shared/dotRow.ts";
import type { Flow } from "./Flow.ts";
import { type Excess, firstRoot, firstRootAfter } from "./firstRoot.ts";
import { NOBODY, type SpikeSearch, TOLERANCE } from "./SpikeSearch.ts";

/**
 * The next spike of any network by one pass over its neurons. Each excess V - T is a + b t + c e^-t; a neuron
 * whose excess stays below 0 up to the earliest spike found so far is passed over after one comparison (a tangent
 * bounds a concave excess, its ends bound a convex one), so that few roots are computed.
 */
export class ScanSearch implements SpikeSearch {
  readonly burst: null = null;
  readonly #flow: Flow;
  /** F . x - T + I on the input's line, extrapolated to its start, N. */
  #level: Float64Array = new Float64Array(0);
  /** F . slope of the line, N. */
  #rise: Float64Array = new Float64Array(0);
  #ranks: Uint8Array = new Uint8Array(0);
  #isStale = true;
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
    this.#flow = flow;
  }

  refresh(): void {
    this.#isStale = true;
  }

  find(): void {
    if (this.#isStale) this.#compute();
    const flow = this.#flow;
    const { next } = flow;
    this.#begin(flow.nextChange - flow.time);
    this.#pass();
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
    const { neurons } = this.#flow.network;
    const level = this.#level;
    const rise = this.#rise;
    const along = this.#along;
    for (let neuron = 0; neuron < neurons; neuron += 1) {
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
    const { network, time, path, release } = this.#flow;
    const then = time + this.#best;
    const along = then - path.start;
    this.#ready = NOBODY;
    for (let neuron = 0; neuron < network.neurons; neuron += 1) {
      if (release.length > 0 && release[neuron]! > then) continue;
      const a = this.#level[neuron]! + this.#rise[neuron]! * along;
      const c = this.#decay * this.#leaking(neuron);
      if (a + c >= -TOLERANCE) this.#rankReady(neuron, a + c);
    }
    return this.#ready === NOBODY ? this.#first : this.#ready;
  }

  #compute(): void {
    const { network, path, injected } = this.#flow;
    const { neurons, feedforward, thresholds } = network;
    if (this.#level.length === 0) {
      this.#level = new Float64Array(neurons);
      this.#rise = new Float64Array(neurons);
      this.#ranks = rankNeurons(network);
    }
    for (let neuron = 0; neuron < neurons; neuron += 1) {
      this.#level[neuron] =
        dotRow(feedforward, neuron, path.value) - thresholds[neuron]! + (injected[neuron] ?? 0);
      this.#rise[neuron] = dotRow(feedforward, neuron, path.slope);
    }
    this.#isStale = false;
  }
}
