import {
  appendFrame,
  createTraces,
  type Frame,
  type RunRequest,
  resetTraces,
  type TraceRoom,
  type Traces,
} from "#runtime/protocol";

/**
 * Two traces that take turns: one is shown while the next run fills the other, so that a re-run never blanks
 * the picture and a steady drag allocates nothing.
 */
export class TraceStore {
  #shown: Traces = createTraces();
  #filling: Traces = createTraces();
  #presented = false;
  #version = 0;
  #window = Number.POSITIVE_INFINITY;

  get shown(): Traces {
    return this.#shown;
  }

  /** True when the present run is the one shown. */
  get presented(): boolean {
    return this.#presented;
  }

  /** Ready the hidden traces for a run; `window` is Infinity when nothing is to be dropped. */
  prepare(request: RunRequest, room: TraceRoom, window: number): void {
    this.#presented = false;
    this.#window = window;
    resetTraces(this.#filling, request, room);
  }

  append(frame: Frame): void {
    appendFrame(this.#presented ? this.#shown : this.#filling, frame, this.#window);
  }

  /** Show what the present run has so far. */
  present(): Traces {
    if (!this.#presented) {
      [this.#shown, this.#filling] = [this.#filling, this.#shown];
      this.#presented = true;
    }
    this.#version += 1;
    this.#shown.version = this.#version;
    return this.#shown;
  }
}
