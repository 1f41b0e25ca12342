import type { RunVerdict, SimulationSpec } from "#engines";
import { addPairs, binOf } from "#math";
import {
  createSpikeMeter,
  createWindowFano,
  meanOfNumbers,
  type SpikeList,
  type SpikeMeter,
  type SpikeStatistics,
  type WindowFano,
} from "#model";
import {
  createTrialLayout,
  groupStart,
  latentStart,
  TRIAL_VERDICTS,
  type TrialLayout,
  type TrialPlan,
} from "#runtime/protocol";
import type { BlockWriter } from "./blockWriter.ts";
import { LatentMeter } from "./latentMeter.ts";
import { RateMeter } from "./rateMeter.ts";
import { TrialRecorder } from "./trialRecorder.ts";

/** Measures one trial after another of the same point; everything it needs is made once. */
export class TrialMeter {
  readonly layout: TrialLayout;
  readonly recorder: TrialRecorder;
  readonly #plan: TrialPlan;
  readonly #network: SimulationSpec["network"];
  readonly #latents: LatentMeter | null;
  readonly #measure: SpikeMeter;
  readonly #windowFano: WindowFano | null;
  /** Group of each watched neuron, N; -1 for others. */
  readonly #watched: Int32Array;

  constructor(spec: SimulationSpec, plan: TrialPlan) {
    const { network } = spec;
    this.#plan = plan;
    this.#network = network;
    this.layout = createTrialLayout(network, plan);
    const rates = this.layout.spaces > 0 ? new RateMeter(network) : null;
    this.#latents = plan.latentSteps === null ? null : new LatentMeter(spec, plan, rates);
    this.recorder = new TrialRecorder(spec, plan, this.#latents);
    this.#measure = createSpikeMeter(network.neurons);
    this.#windowFano =
      plan.countWindow === null ? null : createWindowFano(network.neurons, plan.countWindow);
    this.#watched = new Int32Array(network.neurons).fill(-1);
    for (const [index, neuron] of plan.watch.entries())
      this.#watched[neuron] = network.populations.length + index;
  }

  /** Make ready for the next trial. */
  clear(): void {
    this.recorder.clear();
  }

  /** Write the trial that the recorder holds. */
  write(block: BlockWriter, trial: number, verdict: RunVerdict | null): void {
    const { spikes } = this.recorder;
    const row = block.nextRow();
    row[0] = TRIAL_VERDICTS.indexOf(verdict?.kind ?? "none");
    this.#writeGroups(row, spikes, block);
    this.#latents?.write(row, latentStart(this.layout, 0));
    if (this.layout.psthBins > 0) this.#addToPsth(spikes, block.psth);
    if (this.layout.pairs > 0 || trial < this.#plan.rasterTrials)
      this.#keepWatched(spikes, block, trial);
  }

  #writeGroups(row: Float64Array, spikes: SpikeList, block: BlockWriter): void {
    const { window, watch } = this.#plan;
    const measured = this.#measure(spikes, window);
    const fano = this.#windowFano?.(spikes, window) ?? null;
    block.addCounts(measured.counts);
    for (const [group, { start, count }] of this.#network.populations.entries())
      writeGroup(row, groupStart(group), { measured, fano, from: start, to: start + count });
    for (const [index, neuron] of watch.entries()) {
      const group = this.#network.populations.length + index;
      writeGroup(row, groupStart(group), { measured, fano, from: neuron, to: neuron + 1 });
    }
  }

  #addToPsth(spikes: SpikeList, psth: Float64Array): void {
    const { window, psthBins } = this.#plan;
    for (let k = spikes.start; k < spikes.end; k += 1) {
      const bin = binOf(spikes.time[k] ?? 0, window, psthBins);
      if (bin < 0) continue;
      const neuron = spikes.neuron[k] ?? 0;
      const cell = (this.#network.populationOf[neuron] ?? 0) * psthBins + bin;
      psth[cell] = (psth[cell] ?? 0) + 1;
      const group = this.#watched[neuron] ?? -1;
      if (group >= 0) psth[group * psthBins + bin] = (psth[group * psthBins + bin] ?? 0) + 1;
    }
  }

  #keepWatched(spikes: SpikeList, block: BlockWriter, trial: number): void {
    const first = this.#network.populations.length;
    const isKept = trial < this.#plan.rasterTrials;
    const trains: number[][] = this.#plan.watch.map(() => []);
    for (let k = spikes.start; k < spikes.end; k += 1) {
      const neuron = spikes.neuron[k] ?? 0;
      const train = trains[(this.#watched[neuron] ?? -1) - first];
      if (train === undefined) continue;
      const time = spikes.time[k] ?? 0;
      train.push(time);
      if (isKept) block.keepSpike(trial, neuron, time);
    }
    if (this.#plan.correlogram === null) return;
    let pair = 0;
    for (const [index, train] of trains.entries())
      for (const other of trains.slice(index + 1)) {
        addPairs(train, other, { ...this.#plan.correlogram, counts: block.pair(pair) });
        pair += 1;
      }
  }
}

interface GroupSource {
  readonly measured: SpikeStatistics;
  readonly fano: Float64Array | null;
  /** First neuron and the one after the last. */
  readonly from: number;
  readonly to: number;
}

/** Columns in the order of `GROUP_COLUMNS`. */
function writeGroup(row: Float64Array, start: number, source: GroupSource): void {
  const { measured, fano, from, to } = source;
  let count = 0;
  let active = 0;
  let intervals = 0;
  let sum = 0;
  let squares = 0;
  for (let neuron = from; neuron < to; neuron += 1) {
    const spikes = measured.counts[neuron] ?? 0;
    if (spikes === 0) continue;
    count += spikes;
    active += 1;
    intervals += spikes - 1;
    sum += measured.intervalSum[neuron] ?? 0;
    squares += measured.intervalSquares[neuron] ?? 0;
  }
  row[start] = count;
  row[start + 1] = active;
  row[start + 2] = meanOfNumbers(measured.intervalCv, from, to) ?? Number.NaN;
  row[start + 3] = meanOfNumbers(measured.localVariation, from, to) ?? Number.NaN;
  row[start + 4] = fano === null ? Number.NaN : (meanOfNumbers(fano, from, to) ?? Number.NaN);
  row[start + 5] = intervals;
  row[start + 6] = sum;
  row[start + 7] = squares;
}
