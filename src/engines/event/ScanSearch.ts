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
  time: number = Number.POSITIVE_INFINITY;
  decay = 1;
  neuron: number = NOBODY;
  readonly #flow: Flow;
  /** F . x - T + I on the input's line, extrapolated to its start, N. */
  #level: Float64Array = new Float64Array(0);
  /** F . slope of the line, N. */
  #rise: Float64Array = new Float64Array(0);
  #ranks: Uint8Array = new Uint8Array(0);
  #isStale = true;
  /** The earliest spike so far: time from now, its e^-t, and the course of the neuron's excess. */
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

  find(horizon: number): void {
    if (this.#isStale) this.#compute();
    const flow = this.#flow;
    const ready = this.#chooseAbove();
    if (ready !== NOBODY) {
      this.time = flow.time;
      this.decay = 1;
      this.neuron = ready;
      return;
    }
    const wait = this.#searchAhead(horizon - flow.time);
    this.time = flow.time + wait;
    this.decay = Math.exp(-wait);
    if (this.#isTied && this.neuron !== NOBODY) this.#resolve(wait);
  }

  /** The neuron that fires now: the lowest rank, of these the highest, of these the lowest index. */
  #chooseAbove(): number {
    const { network, time, path } = this.#flow;
    return this.#chooseAt(0, network.neurons, time - path.start, 1, time);
  }

  #chooseAt(from: number, to: number, along: number, decay: number, time: number): number {
    const { release } = this.#flow;
    let chosen = NOBODY;
    let highest = 0;
    for (let neuron = from; neuron < to; neuron += 1) {
      const excess =
        this.#level[neuron]! + this.#rise[neuron]! * along + decay * this.#leaking(neuron);
      if (excess < -TOLERANCE) continue;
      if (release.length > 0 && release[neuron]! > time) continue;
      const ahead = chosen === NOBODY ? 1 : this.#ranks[chosen]! - this.#ranks[neuron]!;
      if (ahead > 0 || (ahead === 0 && excess > highest + TOLERANCE)) {
        chosen = neuron;
        highest = excess;
      }
    }
    return chosen;
  }

  /** E . felt + own part: what decays of a voltage. */
  #leaking(neuron: number): number {
    const { network, felt, own, ownScale, isPersonal } = this.#flow;
    const recurrent = dotRow(network.encoders, neuron, felt);
    return isPersonal ? recurrent + own[neuron]! * ownScale : recurrent;
  }

  /** @returns the time until the first neuron reaches its threshold. */
  #searchAhead(longest: number): number {
    const { network, time, path, release } = this.#flow;
    const along = time - path.start;
    const isRefractory = release.length > 0;
    this.neuron = NOBODY;
    this.#isTied = false;
    this.#setBest(longest);
    for (let neuron = 0; neuron < network.neurons; neuron += 1) {
      const b = this.#rise[neuron]!;
      const a = this.#level[neuron]! + b * along;
      const c = this.#leaking(neuron);
      const held = isRefractory ? Math.max(0, release[neuron]! - time) : 0;
      if (held === 0 && this.#staysBelow(a, b, c)) continue;
      if (held <= this.#best) this.#improve(neuron, held, { a, b, c });
    }
    return this.neuron === NOBODY ? Number.POSITIVE_INFINITY : this.#best;
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
    const root =
      held === 0 ? firstRoot(excess, this.#best) : firstRootAfter(excess, held, this.#best);
    if (root <= this.#best && root < Number.POSITIVE_INFINITY) {
      this.#setBest(root);
      if (this.neuron !== NOBODY && this.#isNear(this.#leader)) this.#isTied = true;
      this.neuron = neuron;
      this.#leader = excess;
    } else if (this.neuron !== NOBODY && this.#isNear(excess)) this.#isTied = true;
  }

  #isNear({ a, b, c }: Excess): boolean {
    return a + b * this.#best + c * this.#decay >= -TOLERANCE;
  }

  #resolve(wait: number): void {
    const { network, time, path } = this.#flow;
    const along = time + wait - path.start;
    const chosen = this.#chooseAt(0, network.neurons, along, this.decay, time + wait);
    if (chosen !== NOBODY) this.neuron = chosen;
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
