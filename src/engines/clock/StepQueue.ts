const FIRST_CAPACITY = 64;

/** Neurons waiting for a step, first in first out; grows when full and never allocates after that. */
export class StepQueue {
  #neurons = new Uint32Array(FIRST_CAPACITY);
  #dueSteps = new Float64Array(FIRST_CAPACITY);
  #head = 0;
  #length = 0;

  /** When the first in line is due, Infinity when nobody waits. */
  get due(): number {
    return this.#length === 0 ? Number.POSITIVE_INFINITY : this.#dueSteps[this.#head]!;
  }

  /** Add a neuron; due steps must not fall. */
  push(neuron: number, dueStep: number): void {
    if (this.#length === this.#neurons.length) this.#grow();
    const tail = (this.#head + this.#length) % this.#neurons.length;
    this.#neurons[tail] = neuron;
    this.#dueSteps[tail] = dueStep;
    this.#length += 1;
  }

  /**
   * Take the first neuron that is due by `step`.
   * @returns the neuron, or -1.
   */
  take(step: number): number {
    if (this.#length === 0 || this.#dueSteps[this.#head]! > step) return -1;
    const neuron = this.#neurons[this.#head]!;
    this.#head = (this.#head + 1) % this.#neurons.length;
    this.#length -= 1;
    return neuron;
  }

  #grow(): void {
    const old = this.#neurons.length;
    const neurons = new Uint32Array(2 * old);
    const dueSteps = new Float64Array(2 * old);
    for (let index = 0; index < old; index += 1) {
      const from = (this.#head + index) % old;
      neurons[index] = this.#neurons[from]!;
      dueSteps[index] = this.#dueSteps[from]!;
    }
    this.#neurons = neurons;
    this.#dueSteps = dueSteps;
    this.#head = 0;
  }
}
