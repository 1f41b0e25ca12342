import { invariant } from "#math";
import type { InputCourse } from "../types.ts";
import { countReached, interpolate, isPlaceValid, type Place } from "./piecewiseLinear.ts";
import { sampleInput } from "./sampleInput.ts";

/** Reads x step by step; a live run can replace the course by a held value. */
export class InputReader {
  readonly #course: InputCourse;
  readonly #dt: number;
  readonly #held: Float64Array;
  /** Where a piecewise-linear course was last read: the next step is nearly always on the same line. */
  readonly #place: Place = { next: 0, time: 0 };
  #isHeld = false;

  constructor(course: InputCourse, inputs: number, dt: number) {
    this.#course = course;
    this.#dt = dt;
    this.#held = new Float64Array(inputs);
  }

  /** Write x (M) at a step, which may lie between two. */
  read(step: number, out: Float64Array): void {
    const course = this.#course;
    const time = step * this.#dt;
    if (this.#isHeld) out.set(this.#held);
    else if (course.kind !== "piecewise-linear") sampleInput(course, time, step, out);
    else {
      const place = this.#place;
      place.time = time;
      if (!isPlaceValid(course.times, place)) place.next = countReached(course.times, time);
      interpolate(course, place, out);
    }
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
