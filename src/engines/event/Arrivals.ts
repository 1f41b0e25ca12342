/** Spikes of one population on their way, first in, first out. */
export class Arrivals {
  #times = new Float64Array(64);
  #neurons = new Uint32Array(64);
  #first = 0;
  #count = 0;

  /** When the next spike arrives, tau; Infinity when none is on its way. */
  get nextTime(): number {
    return this.#count === 0 ? Number.POSITIVE_INFINITY : this.#times[this.#first]!;
  }

  /** Send a spike off; times must not decrease. */
  send(neuron: number, time: number): void {
    if (this.#count === this.#times.length) this.#grow();
    const place = (this.#first + this.#count) & (this.#times.length - 1);
    this.#times[place] = time;
    this.#neurons[place] = neuron;
    this.#count += 1;
  }

  /** Take the next spike. @returns its neuron. */
  take(): number {
    const neuron = this.#neurons[this.#first]!;
    this.#first = (this.#first + 1) & (this.#times.length - 1);
    this.#count -= 1;
    return neuron;
  }

  #grow(): void {
    const times = new Float64Array(2 * this.#times.length);
    const neurons = new Uint32Array(times.length);
    const front = this.#times.length - this.#first;
    times.set(this.#times.subarray(this.#first));
    times.set(this.#times.subarray(0, this.#first), front);
    neurons.set(this.#neurons.subarray(this.#first));
    neurons.set(this.#neurons.subarray(0, this.#first), front);
    this.#times = times;
    this.#neurons = neurons;
    this.#first = 0;
  }
}
