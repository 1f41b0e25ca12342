import { invariant } from "#math";
import { countReached, interpolate, isReached, type Place } from "../input/piecewiseLinear.ts";
import { sampleInput } from "../input/sampleInput.ts";
import type { SimulationSpec } from "../types.ts";

/**
 * x(t) as straight lines from one moment to the next. Piecewise-linear courses are exact, jumps included; sampled
 * courses are lines between samples; a sine is a chord between the moments at which the engine stops.
 */
export class InputPath {
  /** x now, after a jump; M. */
  readonly now: Float64Array;
  /** x at the end of the present line, before a jump; M. */
  readonly end: Float64Array;
  /** True when the present line is not level. */
  isMoving = false;
  readonly #dt: number;
  readonly #place: Place = { next: 0, time: 0 };
  #course: SimulationSpec["input"] | null;
  /** Next corner or jump, tau; Infinity when there is none. */
  #corner = Number.POSITIVE_INFINITY;
  /** True when x stays where it is up to the corner. */
  #isLevel = false;

  constructor({ input, network, dt }: SimulationSpec) {
    this.#course = input;
    this.#dt = dt;
    this.now = new Float64Array(network.inputs);
    this.end = new Float64Array(network.inputs);
    this.#turn(0);
    this.#read(0, this.now);
  }

  /** Time of the next corner or jump, Infinity when there is none; tau. */
  get nextCorner(): number {
    return this.#corner;
  }

  /** Draw the line from now to `time`, which is not after the next corner. */
  aim(time: number): void {
    this.isMoving = false;
    if (this.#isLevel) return;
    const { now, end } = this;
    this.#read(time, end);
    for (let index = 0; index < now.length; index += 1)
      if (end[index]! !== now[index]!) this.isMoving = true;
  }

  /** Follow the present line by this part of it, 0 to 1. */
  follow(part: number): void {
    const { now, end } = this;
    for (let index = 0; index < now.length; index += 1)
      now[index] = now[index]! + part * (end[index]! - now[index]!);
  }

  /** Make `time` the present. @returns true when a corner was reached, where x may have jumped. */
  arrive(time: number): boolean {
    const isCorner = isReached(this.#corner, time);
    if (isCorner) this.#turn(time);
    if (isCorner || !this.#isLevel) this.#read(time, this.now);
    return isCorner;
  }

  /** Hold x at this value from now on. */
  hold(values: Float64Array): void {
    invariant(
      values.length === this.now.length,
      `The held input has ${values.length} numbers, needs ${this.now.length}.`,
    );
    this.#course = null;
    this.#corner = Number.POSITIVE_INFINITY;
    this.#isLevel = true;
    this.now.set(values);
  }

  #turn(time: number): void {
    const course = this.#course;
    if (course?.kind !== "piecewise-linear") return;
    const next = countReached(course.times, time);
    this.#place.next = next;
    this.#corner = course.times[next] ?? Number.POSITIVE_INFINITY;
    this.#isLevel = next === 0 || next === course.times.length;
  }

  #read(time: number, out: Float64Array): void {
    const course = this.#course;
    if (course === null) return;
    this.#place.time = time;
    if (course.kind === "piecewise-linear") interpolate(course, this.#place, out);
    else sampleInput(course, time, time / this.#dt, out);
  }
}
