import type { TrialBlock, TrialLayout } from "#runtime/protocol";

/**
 * Results of one point, by trial: whatever order the blocks come in, what is read is the same. Counts are whole
 * numbers, so that their sums are exact; everything else stands in the row of its trial.
 */
export class PointStore {
  readonly layout: TrialLayout;
  /** Sums over the trials so far, laid out as in {@link TrialBlock}. */
  readonly psth: Float64Array;
  readonly pairs: Float64Array;
  readonly countSums: Float64Array;
  readonly countSquares: Float64Array;
  readonly #rows: Float64Array;
  readonly #isDone: Uint8Array;
  readonly #rasters: TrialBlock[] = [];
  #done = 0;

  /** @param trials wanted. */
  constructor(layout: TrialLayout, trials: number) {
    this.layout = layout;
    this.psth = new Float64Array(layout.groups * layout.psthBins);
    this.pairs = new Float64Array(layout.pairs * layout.pairBins);
    this.countSums = new Float64Array(layout.neurons);
    this.countSquares = new Float64Array(layout.neurons);
    this.#rows = new Float64Array(trials * layout.columns);
    this.#isDone = new Uint8Array(trials);
  }

  /** Trials that are in. */
  get done(): number {
    return this.#done;
  }

  add(block: TrialBlock): void {
    if (block.trials === 0) return;
    this.#rows.set(block.rows, block.firstTrial * this.layout.columns);
    this.#isDone.fill(1, block.firstTrial, block.firstTrial + block.trials);
    this.#done += block.trials;
    addTo(this.psth, block.psth);
    addTo(this.pairs, block.pairs);
    addTo(this.countSums, block.countSums);
    addTo(this.countSquares, block.countSquares);
    if (block.rasterTime.length > 0) this.#rasters.push(block);
  }

  /** A column of the trials that are in, by rising trial. */
  column(index: number): Float64Array {
    const values = new Float64Array(this.#done);
    let at = 0;
    for (let trial = 0; trial < this.#isDone.length; trial += 1) {
      if (this.#isDone[trial] === 0) continue;
      values[at] = this.#rows[trial * this.layout.columns + index] ?? Number.NaN;
      at += 1;
    }
    return values;
  }

  /** Blocks with kept spikes, by rising trial. */
  rasters(): readonly TrialBlock[] {
    return this.#rasters.toSorted((first, second) => first.firstTrial - second.firstTrial);
  }
}

function addTo(sums: Float64Array, added: Float64Array): void {
  for (let index = 0; index < added.length; index += 1)
    sums[index] = (sums[index] ?? 0) + (added[index] ?? 0);
}
