/** Spikes in order of time; entries [start, end) count. */
export interface SpikeList {
  /** Network index of the neuron of each spike. */
  readonly neuron: ArrayLike<number>;
  /** tau, not decreasing. */
  readonly time: ArrayLike<number>;
  readonly start: number;
  readonly end: number;
}

/** Part of a run, tau, ends included. */
export interface TimeWindow {
  readonly from: number;
  readonly to: number;
}

/** What spikes say about each neuron in a window. */
export interface SpikeStatistics {
  /** Spikes of each neuron, N. */
  readonly counts: Uint32Array;
  /** Coefficient of variation of each neuron's interspike intervals, N; NaN below two intervals. */
  readonly intervalCv: Float64Array;
  /** CV2 of each neuron: mean of 2 |b - a| / (a + b) over neighbouring intervals, N; NaN below two intervals. */
  readonly localVariation: Float64Array;
  /** Sum of each neuron's intervals (tau) and of their squares, N. */
  readonly intervalSum: Float64Array;
  readonly intervalSquares: Float64Array;
}

/**
 * Count the spikes of each neuron in a window and measure how irregular its intervals are (SD / mean, the
 * population SD). One pass, O(spikes + N).
 *
 * @param neurons N.
 */
export function measureSpikes(
  spikes: SpikeList,
  neurons: number,
  window: TimeWindow,
): SpikeStatistics {
  return createSpikeMeter(neurons)(spikes, window);
}

/** Measures spikes as {@link measureSpikes} does; what it returned before is overwritten. */
export type SpikeMeter = (spikes: SpikeList, window: TimeWindow) => SpikeStatistics;

/**
 * Make a meter that allocates once, for numbers that are read again and again.
 *
 * @param neurons N.
 */
export function createSpikeMeter(neurons: number): SpikeMeter {
  const room: Room = {
    counts: new Uint32Array(neurons),
    intervalCv: new Float64Array(neurons),
    localVariation: new Float64Array(neurons),
    intervalSum: new Float64Array(neurons),
    intervalSquares: new Float64Array(neurons),
    last: new Float64Array(neurons),
    lastInterval: new Float64Array(neurons),
    changes: new Float64Array(neurons),
  };
  return (spikes, window) => {
    addSpikes(room, spikes, window);
    const { counts, intervalCv, localVariation, intervalSum, intervalSquares, changes } = room;
    for (let neuron = 0; neuron < neurons; neuron += 1) {
      const intervals = (counts[neuron] ?? 0) - 1;
      const sum = intervalSum[neuron] ?? 0;
      intervalCv[neuron] = variation(intervals, sum, intervalSquares[neuron] ?? 0);
      localVariation[neuron] =
        intervals < 2 ? Number.NaN : (changes[neuron] ?? 0) / (intervals - 1);
    }
    return room;
  };
}

/** What a meter works in; N of each. */
interface Room extends SpikeStatistics {
  /** Time of the last spike, the interval that it ended, and the sum of 2 |b - a| / (a + b). */
  readonly last: Float64Array;
  readonly lastInterval: Float64Array;
  readonly changes: Float64Array;
}

function addSpikes(room: Room, spikes: SpikeList, window: TimeWindow): void {
  const { counts, last } = room;
  counts.fill(0);
  room.intervalSum.fill(0);
  room.intervalSquares.fill(0);
  room.changes.fill(0);
  for (let k = spikes.start; k < spikes.end; k += 1) {
    const time = spikes.time[k] ?? 0;
    if (time < window.from || time > window.to) continue;
    const neuron = spikes.neuron[k] ?? 0;
    const count = counts[neuron] ?? 0;
    if (count > 0) addInterval(room, neuron, time - (last[neuron] ?? 0));
    counts[neuron] = count + 1;
    last[neuron] = time;
  }
}

function addInterval(room: Room, neuron: number, interval: number): void {
  const { intervalSum, intervalSquares, lastInterval, changes, counts } = room;
  intervalSum[neuron] = (intervalSum[neuron] ?? 0) + interval;
  intervalSquares[neuron] = (intervalSquares[neuron] ?? 0) + interval * interval;
  const before = lastInterval[neuron] ?? 0;
  const both = before + interval;
  if ((counts[neuron] ?? 0) > 1 && both > 0)
    changes[neuron] = (changes[neuron] ?? 0) + (2 * Math.abs(interval - before)) / both;
  lastInterval[neuron] = interval;
}

function variation(intervals: number, sum: number, squares: number): number {
  if (intervals < 2 || sum === 0) return Number.NaN;
  const mean = sum / intervals;
  return Math.sqrt(Math.max(0, squares / intervals - mean * mean)) / mean;
}

/** Mean over the values that are numbers, or null without any. */
export function meanOfNumbers(values: ArrayLike<number>, from: number, to: number): number | null {
  let sum = 0;
  let count = 0;
  for (let k = from; k < to; k += 1) {
    const value = values[k] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    sum += value;
    count += 1;
  }
  return count === 0 ? null : sum / count;
}
