import { scatterAlong } from "#math";
import type { LowRankNetwork, Population } from "#model";
import { NULLSPACE_COLUMNS } from "#runtime/protocol";

/** Most neurons of a population whose null space is searched: its covariance has so many numbers squared. */
const MOST_NEURONS = 200;

/** Follows the filtered rates r of every neuron (r' = -r, +1 at a spike) and their covariance over the samples. */
export class RateMeter {
  readonly #network: LowRankNetwork;
  readonly #rates: Float64Array;
  /** Time to which each rate has decayed, tau. */
  readonly #times: Float64Array;
  readonly #sums: Float64Array;
  /** Sums of products of one population after another, n x n each, on and below the diagonal. */
  readonly #products: readonly Float64Array[];
  #samples = 0;

  constructor(network: LowRankNetwork) {
    this.#network = network;
    this.#rates = new Float64Array(network.neurons);
    this.#times = new Float64Array(network.neurons);
    this.#sums = new Float64Array(network.neurons);
    this.#products = network.populations.map(
      ({ count }) => new Float64Array(count <= MOST_NEURONS ? count * count : 0),
    );
  }

  clear(): void {
    this.#samples = 0;
    this.#rates.fill(0);
    this.#times.fill(0);
    this.#sums.fill(0);
    for (const products of this.#products) products.fill(0);
  }

  spike(neuron: number, time: number): void {
    this.#decay(neuron, time);
    this.#rates[neuron] = (this.#rates[neuron] ?? 0) + 1;
  }

  sample(time: number): void {
    this.#samples += 1;
    const rates = this.#rates;
    for (let neuron = 0; neuron < rates.length; neuron += 1) {
      this.#decay(neuron, time);
      this.#sums[neuron] = (this.#sums[neuron] ?? 0) + (rates[neuron] ?? 0);
    }
    for (const [index, { start, count }] of this.#network.populations.entries())
      if (count <= MOST_NEURONS)
        addProducts(this.#products[index] ?? rates, rates.subarray(start, start + count));
  }

  /** Write the columns of every population. */
  write(row: Float64Array, start: number): void {
    for (const [index, population] of this.#network.populations.entries()) {
      const { readout, hidden } = this.#measure(index, population);
      row.set([readout, hidden], start + index * NULLSPACE_COLUMNS.length);
    }
  }

  #measure(
    index: number,
    { start, count, latents }: Population,
  ): { readonly readout: number; readonly hidden: number } {
    const [latent, second] = latents;
    // Only a population with one readout sees one direction.
    if (count > MOST_NEURONS || latent === undefined || second !== undefined)
      return { readout: Number.NaN, hidden: Number.NaN };
    const samples = this.#samples;
    const means = this.#sums.subarray(start, start + count).map((sum) => sum / samples);
    const products = this.#products[index] ?? means;
    const covariance = products.map((_, cell) => {
      const row = Math.floor(cell / count);
      const column = cell % count;
      const product = products[Math.max(row, column) * count + Math.min(row, column)] ?? 0;
      return product / samples - (means[row] ?? 0) * (means[column] ?? 0);
    });
    const width = this.#network.latents.length;
    const decoders = means.map(
      (_, neuron) => this.#network.decoders[(start + neuron) * width + latent] ?? 0,
    );
    return scatterAlong(covariance, decoders);
  }

  #decay(neuron: number, time: number): void {
    const rate = this.#rates[neuron] ?? 0;
    if (rate !== 0) this.#rates[neuron] = rate * Math.exp((this.#times[neuron] ?? 0) - time);
    this.#times[neuron] = time;
  }
}

function addProducts(products: Float64Array, rates: Float64Array): void {
  const n = rates.length;
  for (let row = 0; row < n; row += 1) {
    const rate = rates[row] ?? 0;
    if (rate === 0) continue;
    for (let column = 0; column <= row; column += 1) {
      const cell = row * n + column;
      products[cell] = (products[cell] ?? 0) + rate * (rates[column] ?? 0);
    }
  }
}
