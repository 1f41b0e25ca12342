import { createRng, type Rng } from "#math";
import { orderForNoise } from "../clock/populationOrder.ts";
import { SpikeList } from "../clock/SpikeList.ts";
import { firstRoot } from "../event/firstRoot.ts";
import type { SimulationSpec } from "../types.ts";
import { drawCrossing, hasCrossed, type Stretch, UNLIKELY } from "./noisyCrossing.ts";
import { drawNoisy, type LevelPair, moveQuiet, type Paths, type Span } from "./stretches.ts";

/** Redraws of a value that must lie below threshold; after that many the neuron is put a hair below it. */
const MOST_REDRAWS = 100;
const HAIR = 1e-12;

/**
 * The relaxing part u = V - F x - I of every voltage: an Ornstein-Uhlenbeck process around 0 that spikes push,
 * u' = -u + sqrt(2) sigma noise. Ends of stretches are drawn from its exact law; what happens inside a stretch is
 * a Brownian bridge, an approximation of order of the length of the stretch.
 */
export class NoisyPaths {
  /** Who reaches threshold first in the present stretch, -1 when nobody does. */
  firstNeuron = -1;
  /** When, tau after the beginning of the stretch. */
  firstDelay = 0;
  readonly #paths: Paths;
  readonly #spans: readonly Span[];
  readonly #sigmas: readonly number[];
  readonly #sigmaOf: Float64Array;
  readonly #rng: Rng;
  readonly #stretch: Stretch = { before: 0, after: 0, spread: 0 };
  readonly #moment = { fromStart: 1, fromEnd: 0, width: 0, part: 0 };
  #length = 0;

  constructor({ network, noise, seed }: SimulationSpec) {
    const { neurons, populations } = network;
    const order = orderForNoise(network);
    this.#paths = {
      relaxing: new Float64Array(neurons),
      ends: new Float64Array(neurons),
      noise: new Float64Array(neurons),
      candidates: new SpikeList(neurons),
    };
    this.#sigmas = order.map(([population]) => noise.sigma[population]!);
    this.#spans = order.map(([, { start, count }]) => {
      return { start, end: start + count, keep: 1, scale: 0, reach: 0, bend: 0 };
    });
    this.#sigmaOf = Float64Array.from(network.populationOf, (index) => noise.sigma[index]!);
    this.#rng = createRng(noise.generator, seed, noise.skip);
    if (noise.start === "stationary" && populations.length > 0) this.#startStationary();
  }

  /** u, N; another array after every stretch. */
  get relaxing(): Float64Array {
    return this.#paths.relaxing;
  }

  /**
   * Draw the stretch that begins now, and who fires in it first.
   *
   * @param length tau, above 0.
   */
  draw(length: number, levels: LevelPair): void {
    const isMoving = levels.end !== levels.now;
    if (length !== this.#length) this.#prepare(length);
    this.#paths.candidates.clear();
    for (const [index, span] of this.#spans.entries()) {
      if (this.#sigmas[index]! > 0) {
        this.#rng.fillNoise(this.#paths.noise, span.start, span.end);
        drawNoisy(this.#paths, levels, span);
      } else {
        span.bend = isMoving ? (length * length) / 8 : 0;
        moveQuiet(this.#paths, levels, span);
      }
    }
    this.#findFirst(levels);
  }

  /** Follow the stretch to its end; nobody has fired. */
  finish(): void {
    const paths = this.#paths;
    const { relaxing } = paths;
    paths.relaxing = paths.ends;
    paths.ends = relaxing;
  }

  /**
   * Follow the stretch to the moment of the first crossing. Everybody else is drawn from the bridge between the
   * ends, below threshold all the way.
   */
  stopAtFirst(levels: LevelPair): void {
    const delay = this.firstDelay;
    const whole = Math.sinh(this.#length);
    const moment = this.#moment;
    moment.fromStart = Math.sinh(this.#length - delay) / whole;
    moment.fromEnd = Math.sinh(delay) / whole;
    moment.width = Math.sqrt(2 * Math.sinh(delay) * moment.fromStart);
    moment.part = delay / this.#length;
    const keep = Math.exp(-delay);
    for (const [index, { start, end }] of this.#spans.entries()) {
      const sigma = this.#sigmas[index]!;
      if (sigma > 0) this.#drawInside(levels, start, end);
      else this.#decay(start, end, keep);
    }
  }

  #drawInside(levels: LevelPair, start: number, end: number): void {
    const { relaxing, ends, noise } = this.#paths;
    const { fromStart, fromEnd, width, part } = this.#moment;
    const stretch = this.#stretch;
    const sigma = this.#sigmaOf[start]!;
    stretch.spread = sigma * sigma * this.firstDelay;
    this.#rng.fillNoise(noise, start, end);
    for (let neuron = start; neuron < end; neuron += 1) {
      const before = relaxing[neuron]!;
      const mean = fromStart * before + fromEnd * ends[neuron]!;
      const level = levels.now[neuron]!;
      const here = level + part * (levels.end[neuron]! - level);
      let value = mean + sigma * width * noise[neuron]!;
      if ((level - before) * (here - value) <= UNLIKELY * stretch.spread) {
        stretch.before = level - before;
        stretch.after = here - value;
        for (let draw = 0; hasCrossed(stretch, this.#rng); draw += 1) {
          value = draw < MOST_REDRAWS ? mean + sigma * width * this.#rng.normal() : here - HAIR;
          stretch.after = here - value;
          if (draw >= MOST_REDRAWS) break;
        }
      }
      relaxing[neuron] = value;
    }
  }

  #decay(start: number, end: number, keep: number): void {
    const { relaxing } = this.#paths;
    for (let neuron = start; neuron < end; neuron += 1) relaxing[neuron] = keep * relaxing[neuron]!;
  }

  #prepare(length: number): void {
    this.#length = length;
    const keep = Math.exp(-length);
    const growth = Math.sqrt(-Math.expm1(-2 * length));
    for (const [index, span] of this.#spans.entries()) {
      const sigma = this.#sigmas[index]!;
      span.keep = keep;
      span.scale = sigma * growth;
      span.reach = UNLIKELY * sigma * sigma * length;
    }
  }

  #findFirst(levels: LevelPair): void {
    const { neurons, count } = this.#paths.candidates;
    this.firstNeuron = -1;
    this.firstDelay = Number.POSITIVE_INFINITY;
    for (let position = 0; position < count; position += 1) {
      const neuron = neurons[position]!;
      const delay =
        this.#sigmaOf[neuron]! > 0
          ? this.#drawDelay(levels, neuron)
          : this.#findDelay(levels, neuron);
      if (delay >= this.firstDelay) continue;
      this.firstNeuron = neuron;
      this.firstDelay = delay;
    }
  }

  #drawDelay(levels: LevelPair, neuron: number): number {
    const { relaxing, ends } = this.#paths;
    const sigma = this.#sigmaOf[neuron]!;
    const stretch = this.#stretch;
    stretch.before = levels.now[neuron]! - relaxing[neuron]!;
    stretch.after = levels.end[neuron]! - ends[neuron]!;
    stretch.spread = sigma * sigma * this.#length;
    if (!hasCrossed(stretch, this.#rng)) return Number.POSITIVE_INFINITY;
    return this.#length * drawCrossing(stretch, this.#rng);
  }

  #findDelay(levels: LevelPair, neuron: number): number {
    const level = levels.now[neuron]!;
    const slope = (levels.end[neuron]! - level) / this.#length;
    const relaxing = this.#paths.relaxing[neuron]!;
    return firstRoot({ a: -level, b: -slope, c: relaxing }, this.#length);
  }

  #startStationary(): void {
    const { relaxing } = this.#paths;
    for (const [index, { start, end }] of this.#spans.entries())
      for (let neuron = start; neuron < end; neuron += 1)
        relaxing[neuron] = this.#sigmas[index]! * this.#rng.normal();
  }
}
