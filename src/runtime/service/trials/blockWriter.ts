import type { TrialBlock, TrialLayout } from "#runtime/protocol";

/** Collects the measures of consecutive trials until they leave. */
export class BlockWriter {
  /** Spikes in each bin, groups x bins; added to by whoever measures. */
  readonly psth: Float64Array;
  readonly #layout: TrialLayout;
  readonly #firstTrial: number;
  readonly #rows: Float64Array;
  readonly #pairs: Float64Array;
  readonly #countSums: Float64Array;
  readonly #countSquares: Float64Array;
  readonly #rasterTrial: number[] = [];
  readonly #rasterNeuron: number[] = [];
  readonly #rasterTime: number[] = [];
  #trials = 0;

  /** @param most trials that may be written. */
  constructor(layout: TrialLayout, firstTrial: number, most: number) {
    this.#layout = layout;
    this.#firstTrial = firstTrial;
    this.#rows = new Float64Array(most * layout.columns);
    this.psth = new Float64Array(layout.groups * layout.psthBins);
    this.#pairs = new Float64Array(layout.pairs * layout.pairBins);
    this.#countSums = new Float64Array(layout.neurons);
    this.#countSquares = new Float64Array(layout.neurons);
  }

  get trials(): number {
    return this.#trials;
  }

  /** The row of the next trial, zeros, to be written at once. */
  nextRow(): Float64Array {
    const { columns } = this.#layout;
    const row = this.#rows.subarray(this.#trials * columns, (this.#trials + 1) * columns);
    this.#trials += 1;
    return row;
  }

  /** The lag bins of a pair, to be added to. */
  pair(index: number): Float64Array {
    const { pairBins } = this.#layout;
    return this.#pairs.subarray(index * pairBins, (index + 1) * pairBins);
  }

  /** Counts of all neurons in a trial; nothing where they are not asked for. */
  addCounts(counts: Uint32Array): void {
    const sums = this.#countSums;
    const squares = this.#countSquares;
    for (let neuron = 0; neuron < sums.length; neuron += 1) {
      const count = counts[neuron] ?? 0;
      sums[neuron] = (sums[neuron] ?? 0) + count;
      squares[neuron] = (squares[neuron] ?? 0) + count * count;
    }
  }

  keepSpike(trial: number, neuron: number, time: number): void {
    this.#rasterTrial.push(trial);
    this.#rasterNeuron.push(neuron);
    this.#rasterTime.push(time);
  }

  /** Everything that was written; the writer is not used again. */
  finish(elapsedMs: number): TrialBlock {
    return {
      firstTrial: this.#firstTrial,
      trials: this.#trials,
      rows: this.#rows.slice(0, this.#trials * this.#layout.columns),
      psth: this.psth,
      pairs: this.#pairs,
      countSums: this.#countSums,
      countSquares: this.#countSquares,
      rasterTrial: Uint32Array.from(this.#rasterTrial),
      rasterNeuron: Uint32Array.from(this.#rasterNeuron),
      rasterTime: Float64Array.from(this.#rasterTime),
      elapsedMs,
    };
  }
}
