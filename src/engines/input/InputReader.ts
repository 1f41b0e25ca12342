import { invariant } from "#math";
import type { InputCourse } from "../types.ts";
import { sampleInput } from "./sampleInput.ts";

/** Reads x step by step; a live run can replace the course by a held value. */
export class InputReader {
  readonly #course: InputCourse;
  readonly #dt: number;
  readonly #held: Float64Array;
  #isHeld = false;

  constructor(course: InputCourse, inputs: number, dt: number) {
    this.#course = course;
    this.#dt = dt;
    this.#held = new Float64Array(inputs);
  }

  /** Write x (M) at a step, which may lie between two. */
  read(step: number, out: Float64Array): void {
    if (this.#isHeld) out.set(this.#held);
    else sampleInput(this.#course, step * this.#dt, step, out);
  }

  /** Replace the course from now on. */
  hold(values: Float64Array): void {
    const held = this.#held;
    invariant(
      values.length === held.length,
      `The held input has ${values.length} numbers, needs ${held.length}.`,
    );
    held.set(values);
    this.#isHeld = true;
  }
}
