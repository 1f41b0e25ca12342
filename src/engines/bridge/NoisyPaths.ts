import { createRng, type Rng } from "#math";
import { orderForNoise } from "../clock/populationOrder.ts";
import { SpikeList } from "../clock/SpikeList.ts";
import { firstRoot } from "../event/firstRoot.ts";
import type { SimulationSpec } from "../types.ts";
import { bend, drawCrossing, hasCrossed, type Stretch, UNLIKELY } from "./noisyCrossing.ts";
import { drawNoisy, type LevelPair, moveQuiet, type Paths, type Span } from "./stretches.ts";

/** Redraws of a value that must lie below threshold; after that many the neuron is put a hair below it. */
const MOST_REDRAWS = 100;
const HAIR = 1e-9;

/** A value that was drawn inside a stretch, and what it was drawn from. */
interface InnerValue {
  /** u and its level at the beginning of the stretch. */
  readonly before: number;
  readonly level: number;
  /** The level at the moment. */
  readonly here: number;
  readonly value: number;
  readonly mean: number;
  readonly sigma: number;
}

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
  readonly #sigmaOf: Float64Array;
  readonly #rng: Rng;
  readonly #stretch: Stretch = { before: 0, after: 0, spread: 0 };
  readonly #moment = { fromStart: 1, fromEnd: 0, width: 0, part: 0 };
  #length = 0;

  constructor({ network, noise, seed }: SimulationSpec) {
    const { neurons } = network;
    this.#paths = {
      relaxing: new Float64Array(neurons),
      ends: new Float64Array(neurons),
      noise: new Float64Array(neurons),
      candidates: new SpikeList(neurons),
    };
    this.#spans = orderForNoise(network).map(([population, { start, count }]) => ({
      start,
      end: start + count,
      sigma: noise.sigma[population]!,
      keep: 1,
      scale: 0,
      reach: 0,
      bend: 0,
    }));
    this.#sigmaOf = Float64Array.from(network.populationOf, (index) => noise.sigma[index]!);
    this.#rng = createRng(noise.generator, seed, noise.skip);
    if (noise.start === "stationary") this.#startStationary();
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
    for (const span of this.#spans) {
      if (span.sigma > 0) {
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
    for (const span of this.#spans) {
      if (span.sigma > 0) this.#drawInside(levels, span);
      else this.#decay(span, keep);
    }
  }

  #drawInside(levels: LevelPair, { start, end, sigma }: Span): void {
    const { relaxing, ends, noise } = this.#paths;
    const { fromStart, fromEnd, width, part } = this.#moment;
    const near = UNLIKELY * sigma * sigma * this.firstDelay;
    this.#rng.fillNoise(noise, start, end);
    for (let neuron = start; neuron < end; neuron += 1) {
      const before = relaxing[neuron]!;
      const mean = fromStart * before + fromEnd * ends[neuron]!;
      const value = mean + sigma * width * noise[neuron]!;
      const level = levels.now[neuron]!;
      const here = level + part * (levels.end[neuron]! - level);
      const mustRedraw = neuron !== this.firstNeuron && (level - before) * (here - value) <= near;
      relaxing[neuron] = mustRedraw
        ? this.#redraw({ before, level, here, value, mean, sigma })
        : value;
    }
  }

  // Takes values from the bridge until one is reached below threshold all along.
  #redraw({ before, level, here, mean, sigma, ...first }: InnerValue): number {
    const stretch = this.#stretch;
    const delay = this.firstDelay;
    let { value } = first;
    for (let draw = 0; draw < MOST_REDRAWS; draw += 1) {
      stretch.before = level - before;
      stretch.after = here - value;
      stretch.spread = sigma * sigma * delay;
      bend(stretch, 0.5 * level * delay * delay);
      if (!hasCrossed(stretch, this.#rng)) return value;
      value = mean + sigma * this.#moment.width * this.#rng.normal();
    }
    return here - HAIR;
  }

  #decay({ start, end }: Span, keep: number): void {
    const { relaxing } = this.#paths;
    for (let neuron = start; neuron < end; neuron += 1) relaxing[neuron] = keep * relaxing[neuron]!;
  }

  #prepare(length: number): void {
    this.#length = length;
    const keep = Math.exp(-length);
    const growth = Math.sqrt(-Math.expm1(-2 * length));
    for (const span of this.#spans) {
      const { sigma } = span;
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
    bend(stretch, 0.5 * levels.now[neuron]! * this.#length * this.#length);
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
    for (const { start, end, sigma } of this.#spans)
      for (let neuron = start; neuron < end; neuron += 1)
        relaxing[neuron] = sigma * this.#rng.normal();
  }
}
