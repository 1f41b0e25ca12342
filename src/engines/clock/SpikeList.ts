/** Neurons that fired, or whose spikes arrive, in one step. */
export class SpikeList {
  readonly neurons: Uint32Array;
  count = 0;

  constructor(capacity: number) {
    this.neurons = new Uint32Array(capacity);
  }

  clear(): void {
    this.count = 0;
  }

  add(neuron: number): void {
    this.neurons[this.count] = neuron;
    this.count += 1;
  }
}
