import type { LowRankNetwork, Population } from "#model";
import type { Flow } from "./Flow.ts";
import { TOLERANCE } from "./SpikeSearch.ts";

/** Half the width of the box in spikes of a latent, before it adapts. */
const SPIKES = 2;
/** The box grows or shrinks by this factor. */
const STEP = 1.3;
/** A neuron this far below another one never ties with it, threshold units. */
const MARGIN = 4 * TOLERANCE;

/**
 * The few neurons of a large network that can be next while x and the latents stay in a box around some state. In a
 * box every V - T is a plane, so that one neuron of a population which is below another everywhere is above
 * nowhere: it never fires first, nor in an avalanche. Holds for voltages without parts of their own.
 */
export class Shortlist {
  /** Listed neurons, rising; `count` of them. */
  readonly neurons: Int32Array;
  count = 0;
  readonly #network: LowRankNetwork;
  /** Centre and half widths of the box: x (M), then the latents (K). Nothing is inside at first. */
  readonly #centre: Float64Array;
  readonly #size: Float64Array;
  readonly #input: Float64Array;
  /** V - T at the centre, then what it may gain on the highest within the box, N. */
  readonly #heights: Float64Array;
  #scale = 1;
  /** Neurons looked at since the box was made. */
  #looks = 0;

  constructor(network: LowRankNetwork) {
    const width = network.inputs + network.latents.length;
    this.#network = network;
    this.neurons = new Int32Array(network.neurons);
    this.#heights = new Float64Array(network.neurons);
    this.#centre = new Float64Array(width).fill(Number.NaN);
    this.#size = firstSizes(network);
    this.#input = new Float64Array(network.inputs);
  }

  /** True when the state is in the box so long from now (tau) unless somebody fires; a way out and back does not exist. */
  contains({ path, felt, time }: Flow, wait: number): boolean {
    const { inputs } = this.#network;
    const along = time - path.start + wait;
    const decay = Math.exp(-wait);
    for (let input = 0; input < inputs; input += 1)
      if (!this.#spans(input, path.value[input]! + path.slope[input]! * along)) return false;
    for (let latent = 0; latent < felt.length; latent += 1)
      if (!this.#spans(inputs + latent, felt[latent]! * decay)) return false;
    return true;
  }

  /** The listed neurons are about to be looked at. */
  countLook(): void {
    this.#looks += this.count;
  }

  /** Put the box around the present state and list anew, O(N); its size balances this against looking at the listed ones. */
  build(flow: Flow): void {
    const { inputs, neurons, populations } = this.#network;
    const centre = this.#centre;
    const factor = this.#looks > neurons / 2 ? 1 / STEP : STEP;
    if (this.count > 0) this.#scale *= factor;
    this.#looks = 0;
    this.count = 0;
    flow.path.read(flow.time, this.#input);
    centre.set(this.#input);
    centre.set(flow.felt, inputs);
    this.#measure();
    for (const population of populations) this.#list(population);
  }

  #spans(axis: number, value: number): boolean {
    return Math.abs(value - this.#centre[axis]!) <= this.#size[axis]! * this.#scale;
  }

  /** Compute all heights, one weight after another. */
  #measure(): void {
    const { feedforward, encoders, thresholds, inputs, latents } = this.#network;
    const heights = this.#heights;
    for (let neuron = 0; neuron < heights.length; neuron += 1)
      heights[neuron] = -thresholds[neuron]!;
    for (let axis = 0; axis < this.#centre.length; axis += 1) {
      const value = this.#centre[axis]!;
      const weights = axis < inputs ? feedforward : encoders;
      const width = axis < inputs ? inputs : latents.length;
      let cell = axis < inputs ? axis : axis - inputs;
      for (let neuron = 0; neuron < heights.length; neuron += 1) {
        heights[neuron] = heights[neuron]! + weights[cell]! * value;
        cell += width;
      }
    }
  }

  /** List the neurons of a population that somewhere in the box are not below the one that is highest at the centre. */
  #list({ start, count }: Population): void {
    const heights = this.#heights;
    const end = start + count;
    let top = start;
    for (let neuron = start; neuron < end; neuron += 1)
      if (heights[neuron]! > heights[top]!) top = neuron;
    const least = heights[top]! - MARGIN;
    for (let axis = 0; axis < this.#centre.length; axis += 1)
      this.#addSpread(axis, top, [start, end]);
    for (let neuron = start; neuron < end; neuron += 1)
      if (heights[neuron]! >= least) {
        this.neurons[this.count] = neuron;
        this.count += 1;
      }
  }

  /** Add what neurons can gain on another one along an axis of the box. */
  #addSpread(axis: number, top: number, [start, end]: readonly [number, number]): void {
    const { feedforward, encoders, inputs, latents } = this.#network;
    const heights = this.#heights;
    const weights = axis < inputs ? feedforward : encoders;
    const width = axis < inputs ? inputs : latents.length;
    const first = axis < inputs ? axis : axis - inputs;
    const size = this.#size[axis]! * this.#scale;
    const weight = weights[top * width + first]!;
    let cell = start * width + first;
    for (let neuron = start; neuron < end; neuron += 1) {
      heights[neuron] = heights[neuron]! + Math.abs(weights[cell]! - weight) * size;
      cell += width;
    }
  }
}

/** Some spikes wide in every latent, and as much in x as moves voltages as far. */
function firstSizes({
  feedforward,
  encoders,
  decoders,
  inputs,
  latents,
}: LowRankNetwork): Float64Array {
  const most = (values: Float64Array, column: number, width: number): number => {
    let largest = 0;
    for (let cell = column; cell < values.length; cell += width)
      largest = Math.max(largest, Math.abs(values[cell]!));
    return largest;
  };
  const sizes = new Float64Array(inputs + latents.length);
  let moved = 0;
  for (let latent = 0; latent < latents.length; latent += 1) {
    const size = SPIKES * most(decoders, latent, latents.length);
    sizes[inputs + latent] = size > 0 ? size : 1;
    moved += size * most(encoders, latent, latents.length);
  }
  for (let input = 0; input < inputs; input += 1) {
    const weight = most(feedforward, input, inputs);
    sizes[input] = weight > 0 && moved > 0 ? moved / weight : 1;
  }
  return sizes;
}
