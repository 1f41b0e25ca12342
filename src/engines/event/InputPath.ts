import type { InputCourse } from "../types.ts";
import { type CoursePoints, holdPoints, SHORTEST_LINE, toPoints } from "./CoursePoints.ts";

/** x(t) as one straight line after another: x = value + slope (t - start) until `end`. */
export class InputPath {
  /** x at `start`, M. */
  readonly value: Float64Array;
  /** Change of x per tau, M. */
  readonly slope: Float64Array;
  /** tau. */
  start = 0;
  /** When the line ends, tau; Infinity for the last one. */
  end = 0;
  isMoving = false;
  #points: CoursePoints;
  /** First point that lies ahead. */
  #next = 0;

  constructor(course: InputCourse, inputs: number, dt: number) {
    this.value = new Float64Array(inputs);
    this.slope = new Float64Array(inputs);
    this.#points = toPoints(course, inputs, dt);
    this.enter(0);
  }

  /** Go on to the line that holds from this time on; of two points at one time, or as good as, the later counts. */
  enter(time: number): void {
    const { count } = this.#points;
    while (this.#next < count && this.#isReached(time)) this.#next += 1;
    if (this.#next === 0) this.#rest(0, this.#points.timeOf(0));
    else if (this.#next >= count) this.#rest(count - 1, Number.POSITIVE_INFINITY);
    else this.#join(this.#next - 1);
    // A jump between two points is over at the first of them.
    if (this.start > time) this.start = time;
  }

  /** Write x (M) at a time on the present line. */
  read(time: number, out: Float64Array): void {
    const { value, slope, start } = this;
    for (let input = 0; input < out.length; input += 1)
      out[input] = value[input]! + slope[input]! * (time - start);
  }

  /** Replace the course by a constant from now on. */
  hold(values: Float64Array): void {
    this.#points = holdPoints(values, this.value.length);
    this.#next = 0;
    this.enter(0);
  }

  #isReached(time: number): boolean {
    const next = this.#next;
    const at = this.#points.timeOf(next);
    return at <= time || (next > 0 && at - this.#points.timeOf(next - 1) < SHORTEST_LINE);
  }

  #rest(point: number, end: number): void {
    this.#load(point);
    this.slope.fill(0);
    this.isMoving = false;
    this.end = end;
  }

  // Points with the same x make one line, so that an input which has come to rest is seen to rest.
  #join(from: number): void {
    const points = this.#points;
    this.#load(from);
    const duration = points.timeOf(this.#next) - this.start;
    this.isMoving = false;
    for (let input = 0; input < this.slope.length; input += 1) {
      const rise = points.valueOf(this.#next, input) - this.value[input]!;
      this.slope[input] = rise / duration;
      if (rise !== 0) this.isMoving = true;
    }
    if (!this.isMoving && Number.isFinite(points.count)) this.#skipEqual();
    this.end = this.#next < points.count ? points.timeOf(this.#next) : Number.POSITIVE_INFINITY;
  }

  // Leaves `next` at the last of the points with the present x, or behind the last of all.
  #skipEqual(): void {
    const { count } = this.#points;
    while (this.#next < count && this.#isValue(this.#next)) this.#next += 1;
    if (this.#next < count) this.#next -= 1;
  }

  #load(point: number): void {
    this.start = this.#points.timeOf(point);
    for (let input = 0; input < this.value.length; input += 1)
      this.value[input] = this.#points.valueOf(point, input);
  }

  #isValue(point: number): boolean {
    for (let input = 0; input < this.value.length; input += 1)
      if (this.#points.valueOf(point, input) !== this.value[input]!) return false;
    return true;
  }
}
