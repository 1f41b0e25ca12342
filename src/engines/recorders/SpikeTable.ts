const FIRST_CAPACITY = 256;

/** Spikes as three columns that double together when full. */
export class SpikeTable {
  count = 0;
  #neurons = new Uint32Array(FIRST_CAPACITY);
  #steps = new Uint32Array(FIRST_CAPACITY);
  #times = new Float64Array(FIRST_CAPACITY);

  /** Write a spike down. */
  add(neuron: number, step: number, time: number): void {
    const at = this.count;
    if (at === this.#times.length) this.#grow();
    this.#neurons[at] = neuron;
    this.#steps[at] = step;
    this.#times[at] = time;
    this.count = at + 1;
  }

  /** Copies of the columns. */
  read(): {
    readonly spikeNeuron: Uint32Array;
    readonly spikeStep: Uint32Array;
    readonly spikeTime: Float64Array;
  } {
    return {
      spikeNeuron: this.#neurons.slice(0, this.count),
      spikeStep: this.#steps.slice(0, this.count),
      spikeTime: this.#times.slice(0, this.count),
    };
  }

  #grow(): void {
    const capacity = 2 * this.#times.length;
    const neurons = new Uint32Array(capacity);
    const steps = new Uint32Array(capacity);
    const times = new Float64Array(capacity);
    neurons.set(this.#neurons);
    steps.set(this.#steps);
    times.set(this.#times);
    this.#neurons = neurons;
    this.#steps = steps;
    this.#times = times;
  }
}
