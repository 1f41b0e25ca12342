import type { LowRankNetwork } from "#model";
import { dotRow } from "../shared/dotRow.ts";
import { chooseHighest, chooseNear } from "./chooseHighest.ts";
import type { Flow } from "./Flow.ts";
import { firstRoot } from "./firstRoot.ts";
import { OwnerChain } from "./OwnerChain.ts";
import { NOBODY, type SpikeSearch, TOLERANCE } from "./SpikeSearch.ts";
import { orderBySlope } from "./slopeOrder.ts";

const FIRST_WINDOW = 0.25;
/** The next window is this much longer than the last spike took to come. */
const AHEAD = 1.03;
const MOST_ROUNDS = 20;
const RESOLUTION = 1e-15;
const SHORTEST_WINDOW = 1e-6;
/** Below this length two tangents of an exponential meet in the middle of an interval, as far as rounding can tell. */
const STRAIGHT = 1e-5;

/** True when a network has one latent, which every neuron reads with a positive weight. */
export function isRankOne({ latents, encoders }: LowRankNetwork): boolean {
  return latents.length === 1 && encoders.every((encoder) => encoder > 0);
}

/**
 * The next spike of a network with one latent y. Neuron i is at threshold where y + s_i(x) >= 0 with
 * s_i = (F_i . x - T_i) / E_i, so that only the highest s matters: found once for an input that rests, kept as an
 * envelope over x for one input that moves, O(log N) a spike.
 */
export class RankOneSearch implements SpikeSearch {
  readonly burst: null = null;
  readonly #flow: Flow;
  /** Envelope over x of s_i; null when there are several inputs. */
  readonly #chain: OwnerChain | null;
  /** {@link TOLERANCE} in units of y, or more. */
  readonly #margin: number;
  readonly #isUniform: boolean;
  readonly #input: Float64Array;
  #isStale = true;
  /** Highest s at an input that rests, and the neuron that fires there. */
  #level = 0;
  #owner: number = NOBODY;
  /** How far to look ahead at first when the input moves, tau. */
  #window: number = FIRST_WINDOW;
  /** The course of y + highest s from the present state: time counts from the state. */
  #y = 0;
  #x = 0;
  #slope = 0;

  constructor(flow: Flow) {
    const { network } = flow;
    this.#flow = flow;
    this.#input = new Float64Array(network.inputs);
    let least = Number.POSITIVE_INFINITY;
    let most = 0;
    for (const encoder of network.encoders) {
      least = Math.min(least, encoder);
      most = Math.max(most, encoder);
    }
    this.#margin = TOLERANCE / least;
    this.#isUniform = least === most;
    this.#chain = network.inputs === 1 ? createChain(network, this.#margin) : null;
  }

  /** True when the search can follow the input as it moves now. */
  get canFollow(): boolean {
    return this.#chain !== null || !this.#flow.path.isMoving;
  }

  refresh(): void {
    this.#isStale = true;
  }

  find(): void {
    const { path, latents } = this.#flow;
    this.#y = latents[0]!;
    if (path.isMoving && this.#chain !== null) this.#follow(this.#chain);
    else this.#findAtRest();
  }

  #findAtRest(): void {
    if (this.#isStale) this.#settle();
    const y = this.#y;
    const boundary = -this.#level;
    if (y >= boundary - this.#margin) {
      // Where weights differ, the owner of the boundary is not the one furthest above it.
      const isOnBoundary = y <= boundary + this.#margin;
      this.#fireNow(this.#isUniform || isOnBoundary ? this.#owner : this.#choose(1));
    } else if (boundary < 0) {
      const { next, time } = this.#flow;
      next.neuron = this.#owner;
      next.decay = boundary / y;
      next.time = time + Math.log(y / boundary);
    } else this.#flow.next.clear();
  }

  #fireNow(neuron: number): void {
    const { next, time } = this.#flow;
    if (neuron === NOBODY) next.clear();
    else {
      next.neuron = neuron;
      next.decay = 1;
      next.time = time;
    }
  }

  /** Find the boundary of an input that rests, O(log N) with an envelope. */
  #settle(): void {
    const { path, network } = this.#flow;
    this.#isStale = false;
    this.#input.set(path.value);
    const chain = this.#chain;
    if (chain !== null) {
      const x = path.value[0]!;
      this.#level = chain.valueAt(x);
      this.#owner = chain.owners[chain.piece]!;
      if (!chain.isTiedAt(x)) return;
    }
    let highest = Number.NEGATIVE_INFINITY;
    for (let neuron = 0; neuron < network.neurons; neuron += 1)
      highest = Math.max(highest, this.#heightOf(neuron));
    this.#level = highest;
    this.#owner = NOBODY;
    for (let neuron = 0; this.#owner === NOBODY; neuron += 1)
      if ((highest - this.#heightOf(neuron)) * network.encoders[neuron]! <= TOLERANCE)
        this.#owner = neuron;
  }

  #heightOf(neuron: number): number {
    const { network } = this.#flow;
    const drive = dotRow(network.feedforward, neuron, this.#input);
    return (drive - network.thresholds[neuron]!) / network.encoders[neuron]!;
  }

  #choose(decay: number): number {
    const { network } = this.#flow;
    return chooseHighest(this.#flow, {
      start: 0,
      count: network.neurons,
      input: this.#input,
      decay,
    });
  }

  /** Look ahead a little further than the last spike took, then in windows that grow. */
  #follow(chain: OwnerChain): void {
    const { path, time, next, nextChange } = this.#flow;
    this.#isStale = true;
    this.#slope = path.slope[0]!;
    this.#x = path.value[0]! + this.#slope * (time - path.start);
    if (this.#y + chain.valueAt(this.#x) >= -this.#margin) {
      this.#fireNow(this.#ownerAt(chain, 0, 1));
      return;
    }
    const length = nextChange - time;
    let window = this.#window;
    let root = Number.POSITIVE_INFINITY;
    for (let from = 0; from < length && root === Number.POSITIVE_INFINITY; window *= 2) {
      const to = Math.min(from + window, length);
      root = this.#searchWindow(chain, from, to);
      from = to;
    }
    if (root === Number.POSITIVE_INFINITY) {
      next.clear();
      return;
    }
    this.#window = Math.max(AHEAD * root, SHORTEST_WINDOW);
    next.time = time + root;
    next.decay = Math.exp(-root);
    next.neuron = this.#ownerAt(chain, root, next.decay);
  }

  /** y + highest s at a time from now. */
  #excessAt(chain: OwnerChain, time: number): number {
    return this.#y * Math.exp(-time) + chain.valueAt(this.#x + this.#slope * time);
  }

  /** Who fires when the highest neuron is at threshold at a time from now. */
  #ownerAt(chain: OwnerChain, time: number, decay: number): number {
    const x = this.#x + this.#slope * time;
    const excess = this.#y * decay + chain.valueAt(x);
    const owner = chain.owners[chain.piece]!;
    const isOnBoundary = this.#isUniform || excess <= this.#margin;
    if (isOnBoundary && !chain.isTiedAt(x)) return owner;
    this.#input[0] = x;
    if (isOnBoundary)
      return chooseNear(this.#flow, { chain, at: x }, { input: this.#input, decay });
    const chosen = this.#choose(decay);
    return chosen === NOBODY ? owner : chosen;
  }

  /** The first crossing in (from, to] when nobody is at threshold at `from`; Infinity when there is none. */
  #searchWindow(chain: OwnerChain, from: number, to: number): number {
    const crosses = this.#excessAt(chain, to) >= 0;
    const end = crosses ? this.#crossingBefore(chain, from, to) : to;
    const found = crosses ? end : Number.POSITIVE_INFINITY;
    // For y >= 0 the excess is convex in time, so that it crosses once and only if it is above at the end.
    if (this.#y >= 0 || this.#staysBelow(chain, from, end)) return found;
    const middle = (from + end) / 2;
    if (middle <= from || middle >= end) return found;
    const first = this.#searchWindow(chain, from, middle);
    if (first < Number.POSITIVE_INFINITY) return first;
    // Rounding may hide from the second half the crossing at its very end.
    return Math.min(found, this.#searchWindow(chain, middle, end));
  }

  /** A crossing in (from, to] when somebody is above threshold at `to`: back from owner to owner until one stays. */
  #crossingBefore(chain: OwnerChain, from: number, to: number): number {
    let end = to;
    let piece = chain.seek(this.#x + this.#slope * to);
    for (;;) {
      const root = this.#ownerCrossing(chain.slopes[piece]!, chain.heights[piece]!, from, end);
      if (!(root < end)) return end;
      end = root;
      const next = chain.seek(this.#x + this.#slope * end);
      if (next === piece) return end;
      piece = next;
    }
  }

  /**
   * The crossing in (from, to] of a neuron that is below threshold at `from` and not at `to`. Newton's method from
   * `to`: where the excess is concave (y < 0) and rises there, the first step lands left of the crossing and
   * the others climb to it; where it is convex they come down to it.
   */
  #ownerCrossing(slope: number, height: number, from: number, to: number): number {
    const b = slope * this.#slope;
    const a = slope * this.#x + height;
    let time = to;
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const leaking = this.#y * Math.exp(-time);
      const rise = b - leaking;
      const step = (a + b * time + leaking) / rise;
      if (!(rise > 0) || time - step <= from) return this.#slowCrossing(a, b, from, to);
      time -= step;
      if (Math.abs(step) <= RESOLUTION * time) return Math.min(time, to);
    }
    return this.#slowCrossing(a, b, from, to);
  }

  #slowCrossing(a: number, b: number, from: number, to: number): number {
    const c = this.#y * Math.exp(-from);
    return from + firstRoot({ a: a + b * from, b, c }, to - from);
  }

  // For y < 0 two tangents bound y e^-t from above, and -b(x(t)) is convex: their sum is highest where they meet.
  #staysBelow(chain: OwnerChain, from: number, to: number): boolean {
    const length = to - from;
    const first = this.#y * Math.exp(-from);
    const last = this.#y * Math.exp(-to);
    // A y that all but vanishes does not bend either.
    const isStraight = length < STRAIGHT || !(last > first);
    const meets = isStraight ? length / 2 : (first - last * (1 + length)) / (first - last);
    const x = this.#x + this.#slope * (from + meets);
    return first * (1 - meets) + chain.valueAt(x) < 0;
  }
}

function createChain(network: LowRankNetwork, margin: number): OwnerChain {
  const { neurons, feedforward, encoders, thresholds } = network;
  const slopes = new Float64Array(neurons);
  for (let neuron = 0; neuron < neurons; neuron += 1)
    slopes[neuron] = feedforward[neuron]! / encoders[neuron]!;
  const order = orderBySlope("rank one", slopes);
  const chain = new OwnerChain(neurons, margin);
  for (let place = 0; place < neurons; place += 1) {
    const neuron = order[place]!;
    chain.push(slopes[neuron]!, -thresholds[neuron]! / encoders[neuron]!, neuron);
  }
  chain.close();
  return chain;
}
