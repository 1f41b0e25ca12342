import { type EngineState, type SimulationSpec, sampleInput } from "#engines";
import { findTargets } from "#model";
import { LATENT_COLUMNS, type TrialPlan } from "#runtime/protocol";
import type { RateMeter } from "./rateMeter.ts";

/** Part of a step by which a sample may lie outside the window: steps times dt round either way. */
const ROUNDING = 1e-9;

/** Follows the latents of a trial: their means and SDs over the samples in the window, and their distance from the targets. */
export class LatentMeter {
  readonly #dt: number;
  readonly #every: number;
  /** First and last sampled step inside the window. */
  readonly #firstStep: number;
  readonly #lastStep: number;
  readonly #latents: number;
  /** Signed targets at every sample of the window, or null. */
  readonly #targets: Float64Array | null;
  readonly #signs: Int8Array;
  readonly #rates: RateMeter | null;
  #samples = 0;
  /** Sums for each latent: y, y^2, error, error^2, largest |error|; errors counted apart, some inputs have no target. */
  readonly #sums: Float64Array;

  constructor(spec: SimulationSpec, plan: TrialPlan, rates: RateMeter | null) {
    const { dt, network } = spec;
    const every = plan.latentSteps ?? 1;
    this.#dt = dt;
    this.#every = every;
    this.#firstStep = Math.ceil(plan.window.from / dt / every - ROUNDING) * every;
    this.#lastStep = Math.floor(plan.window.to / dt / every + ROUNDING) * every;
    this.#latents = network.latents.length;
    this.#sums = new Float64Array(SUMS * this.#latents);
    this.#rates = rates;
    const finder = findTargets(network);
    this.#signs = finder?.signs ?? new Int8Array(this.#latents).fill(1);
    this.#targets = finder === null ? null : this.#tabulate(spec, finder.write);
  }

  clear(): void {
    this.#samples = 0;
    this.#sums.fill(0);
    this.#rates?.clear();
  }

  spike(neuron: number, time: number): void {
    this.#rates?.spike(neuron, time);
  }

  sample(step: number, state: EngineState): void {
    if (step < this.#firstStep || step > this.#lastStep) return;
    this.#rates?.sample(step * this.#dt);
    this.#samples += 1;
    const row = ((step - this.#firstStep) / this.#every) * this.#latents;
    for (let latent = 0; latent < this.#latents; latent += 1) {
      const value = state.latents[latent] ?? 0;
      this.#add(latent * SUMS, value, value * value);
      const target = this.#targets?.[row + latent] ?? Number.NaN;
      if (!Number.isNaN(target))
        this.#addError(latent * SUMS, value * (this.#signs[latent] ?? 1) - target);
    }
  }

  /** Write the columns of all latents, then those of the null spaces. */
  write(row: Float64Array, start: number): void {
    for (let latent = 0; latent < this.#latents; latent += 1)
      row.set(this.#describe(latent * SUMS), start + latent * LATENT_COLUMNS.length);
    this.#rates?.write(row, start + this.#latents * LATENT_COLUMNS.length);
  }

  #describe(at: number): readonly number[] {
    const [sum = 0, squares = 0, errors = 0, error = 0, errorSquares = 0, worst = 0] =
      this.#sums.subarray(at, at + SUMS);
    const mean = sum / this.#samples;
    const deviation = Math.sqrt(Math.max(0, squares / this.#samples - mean * mean));
    const isKnown = errors > 0;
    return [
      mean,
      deviation,
      error / errors,
      Math.sqrt(errorSquares / errors),
      isKnown ? worst : Number.NaN,
    ];
  }

  #add(at: number, value: number, square: number): void {
    const sums = this.#sums;
    sums[at] = (sums[at] ?? 0) + value;
    sums[at + 1] = (sums[at + 1] ?? 0) + square;
  }

  #addError(at: number, error: number): void {
    const sums = this.#sums;
    sums[at + 2] = (sums[at + 2] ?? 0) + 1;
    sums[at + 3] = (sums[at + 3] ?? 0) + error;
    sums[at + 4] = (sums[at + 4] ?? 0) + error * error;
    sums[at + 5] = Math.max(sums[at + 5] ?? 0, Math.abs(error));
  }

  // The course of x is the same in every trial: the targets are looked up once.
  #tabulate(
    spec: SimulationSpec,
    write: (input: Float64Array, out: Float64Array, offset: number) => void,
  ): Float64Array {
    const last = Math.min(this.#lastStep, spec.steps - 1);
    const rows = Math.max(0, Math.floor((last - this.#firstStep) / this.#every) + 1);
    const targets = new Float64Array(rows * this.#latents);
    const input = new Float64Array(spec.network.inputs);
    const before = new Float64Array(spec.network.inputs).fill(Number.NaN);
    for (let at = 0; at < rows; at += 1) {
      const step = this.#firstStep + at * this.#every;
      const offset = at * this.#latents;
      sampleInput(spec.input, step * this.#dt, step, input);
      if (input.every((value, index) => value === before[index]))
        targets.copyWithin(offset, offset - this.#latents, offset);
      else write(input, targets, offset);
      before.set(input);
    }
    return targets;
  }
}

/** Sums kept for a latent: y, y^2, samples with a target, error, error^2, largest |error|. */
const SUMS = 6;
