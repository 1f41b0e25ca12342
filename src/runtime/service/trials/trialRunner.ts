import type { Engine, SimulationSpec } from "#engines";
import { invariant, trialSeed } from "#math";
import type { TrialBlock, TrialRequest, TrialSetup } from "#runtime/protocol";
import { BlockWriter } from "./blockWriter.ts";
import { TrialMeter } from "./trialMeter.ts";

/** Steps of a slice are chosen so that it takes about this long, ms. */
const SLICE_MS = 4;
const FIRST_SLICE = 1024;
const LONGEST_SLICE = 1 << 20;

/** What a runner needs from outside. */
export interface RunnerParts {
  readonly createEngine: (spec: SimulationSpec) => Engine;
  /** A clock in ms. */
  readonly now: () => number;
}

/** Runs the trials of one point; one of them may be left unfinished between two requests. */
export class TrialRunner {
  readonly #spec: SimulationSpec;
  readonly #parts: RunnerParts;
  readonly #meter: TrialMeter;
  #engine: Engine | null = null;
  /** The trial that the engine runs. */
  #trial = -1;
  #slice = FIRST_SLICE;

  /** @throws Error with a sentence when the run is endless. */
  constructor({ spec, plan }: TrialSetup, parts: RunnerParts) {
    invariant(Number.isFinite(spec.steps), "Only a run with an end can be repeated.");
    this.#spec = withFastNoise(spec);
    this.#parts = parts;
    this.#meter = new TrialMeter(spec, plan);
  }

  /** Run trials until all are done or the time is used up. */
  run({ firstTrial, count, budgetMs }: TrialRequest): TrialBlock {
    const begin = this.#parts.now();
    const deadline = begin + budgetMs;
    const block = new BlockWriter(this.#meter.layout, firstTrial, count);
    let time = begin;
    while (block.trials < count && time < deadline) {
      const trial = firstTrial + block.trials;
      const engine = this.#resume(trial);
      time = this.#advance(engine, { time, deadline });
      if (!engine.isOver) break;
      this.#meter.write(block, trial, engine.verdict);
      this.#engine = null;
    }
    return block.finish(time - begin);
  }

  #resume(trial: number): Engine {
    if (this.#engine !== null && this.#trial === trial) return this.#engine;
    this.#meter.clear();
    this.#trial = trial;
    this.#engine = this.#parts.createEngine({
      ...this.#spec,
      seed: trialSeed(this.#spec.seed, trial),
    });
    return this.#engine;
  }

  /** @returns the time when the run is over or the deadline is past. */
  #advance(engine: Engine, { time, deadline }: { time: number; deadline: number }): number {
    const { recorder } = this.#meter;
    let before = time;
    do {
      const taken = engine.advance(this.#slice, recorder);
      invariant(taken > 0 || engine.isOver, `No step was taken at step ${engine.step}.`);
      const after = this.#parts.now();
      this.#adapt(after - before);
      before = after;
    } while (!engine.isOver && before < deadline);
    return before;
  }

  #adapt(elapsedMs: number): void {
    if (elapsedMs < SLICE_MS / 2) this.#slice = Math.min(2 * this.#slice, LONGEST_SLICE);
    else if (elapsedMs > 2 * SLICE_MS) this.#slice = Math.max(1, this.#slice >> 1);
  }
}

/**
 * Trials are statistics of the noise, not one course of it: they draw from the fast generator whatever the run on
 * screen uses. The tape that replays the normals of one seed would only be rewritten for every trial.
 */
function withFastNoise(spec: SimulationSpec): SimulationSpec {
  return { ...spec, noise: { ...spec.noise, generator: "fast", skip: 0 } };
}
