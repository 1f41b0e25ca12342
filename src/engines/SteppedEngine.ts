import type { LowRankNetwork } from "#model";
import type { Stepper } from "./stepper.ts";
import type { Engine, EngineState, Recorder } from "./types.ts";

/** Runs a stepper and writes down what the recorder asks for. */
export class SteppedEngine implements Engine {
  readonly verdict = null;
  readonly #stepper: Stepper;
  readonly #dt: number;
  readonly #lastStep: number;
  #step = 0;
  #isRecording = false;

  /** @param run its step and number of steps, step 0 counted; Infinity for a live run. */
  constructor(stepper: Stepper, { dt, steps }: { readonly dt: number; readonly steps: number }) {
    this.#stepper = stepper;
    this.#dt = dt;
    this.#lastStep = steps - 1;
  }

  get step(): number {
    return this.#step;
  }

  get state(): EngineState {
    return this.#stepper.state;
  }

  get isOver(): boolean {
    return this.#step >= this.#lastStep;
  }

  advance(count: number, recorder: Recorder): number {
    const stepper = this.#stepper;
    const every = recorder.everySteps;
    const from = this.#step;
    const end = Math.min(from + count, this.#lastStep);
    if (!this.#isRecording) {
      this.#isRecording = true;
      recorder.sample(0, stepper.state);
    }
    let step = from;
    let nextSample = from - (from % every) + every;
    while (step < end && recorder.hasRoom()) {
      step += 1;
      stepper.takeStep(step);
      const { neurons, count: spikes } = stepper.fired;
      for (let position = 0; position < spikes; position += 1)
        recorder.spike(neurons[position]!, step, step * this.#dt);
      if (step === nextSample) {
        recorder.sample(step, stepper.state);
        nextSample += every;
      }
    }
    this.#step = step;
    return step - from;
  }

  retune(network: LowRankNetwork): void {
    this.#stepper.retune(network);
  }

  holdInput(values: Float64Array): void {
    this.#stepper.holdInput(values);
  }

  holdCurrent(values: Float64Array): void {
    this.#stepper.holdCurrent(values);
  }
}
