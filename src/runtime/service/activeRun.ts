import type { Engine } from "#engines";
import { invariant } from "#math";
import type { FrameRequest, LiveChange, RunRequest } from "#runtime/protocol";
import { createFrameWriter, type FrameWriter } from "./frameWriter.ts";

/** Steps of a slice are chosen so that it takes about this long, ms. */
const SLICE_MS = 1;
const FIRST_SLICE = 16;
const LONGEST_SLICE = 1 << 16;

/** One run: its engine, its writer and the pace it was last seen to keep. */
export class ActiveRun {
  readonly id: number;
  readonly bytes: number;
  readonly #engine: Engine;
  readonly #writer: FrameWriter;
  #slice = FIRST_SLICE;

  constructor(request: RunRequest, engine: Engine) {
    this.id = request.runId;
    this.#engine = engine;
    this.#writer = createFrameWriter(request);
    this.bytes = this.#writer.bytes;
  }

  /** Fill a frame in slices, until the steps, the time, the room or the run is used up. */
  fill(buffer: ArrayBuffer, request: FrameRequest, now: () => number): void {
    const writer = this.#writer;
    const firstStep = this.#engine.step;
    writer.begin(buffer, firstStep);
    let left = request.maxSteps;
    let time = now();
    const deadline = time + request.budgetMs;
    do {
      const asked = Math.min(left, this.#slice);
      const taken = this.#engine.advance(asked, writer);
      const later = now();
      this.#adapt(later - time);
      time = later;
      left -= taken;
      if (taken < asked) break;
    } while (left > 0 && time < deadline);
    const done = this.#engine.isOver;
    const idle = this.#engine.step === firstStep && writer.samples === 0 && writer.spikes === 0;
    invariant(!idle || done || request.maxSteps === 0, `No step was taken at step ${firstStep}.`);
    writer.finish(this.#engine.step, done, this.#engine.verdict);
  }

  steer(change: LiveChange): void {
    if (change.network) {
      this.#engine.retune(change.network);
      this.#writer.retune(change.network);
    }
    if (change.input) this.#engine.holdInput(change.input);
    if (change.current) this.#engine.holdCurrent(change.current);
  }

  #adapt(elapsedMs: number): void {
    if (elapsedMs < SLICE_MS / 2) this.#slice = Math.min(2 * this.#slice, LONGEST_SLICE);
    else if (elapsedMs > 2 * SLICE_MS) this.#slice = Math.max(1, this.#slice >> 1);
  }
}
